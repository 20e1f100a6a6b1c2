#pragma once

#include <QString>

#include <optional>

namespace yichuang {

// A nationality of GB/T 3304: 01 to 56, 97 other, 98 foreign descent. In data it is the two digits.
class Nation
{
public:
    static std::optional<Nation> fromCode(QStringView code); // "01" … "56", "97", "98"
    static std::optional<Nation> fromName(QStringView name); // "汉", "汉族"

    QString code() const;
    QString name() const; // "汉", without 族

    bool operator==(const Nation &) const = default;

private:
    explicit Nation(int code)
        : m_code(code)
    {}
    int m_code;
};

} // namespace yichuang
