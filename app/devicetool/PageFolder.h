#pragma once

#include <QString>

#include <optional>

namespace yichuang {

struct ScannedPage;

// A folder that takes pages as page-0001.jpg and on, readable by their owner only; what is there already is
// never overwritten.
class PageFolder
{
public:
    explicit PageFolder(QString path)
        : m_path(std::move(path))
    {}

    bool make() const; // false where there can be no such folder
    // The file's path; nothing where it could not be written whole (then there is no such file).
    std::optional<QString> keep(const ScannedPage &page);

private:
    QString m_path;
    int m_last = 0;
};

} // namespace yichuang
