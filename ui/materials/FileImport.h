#pragma once

#include "ui/materials/PageFile.h"

#include <QObject>
#include <QStringList>

namespace yichuang {

// Takes files in as pages, one after the other, off the screen's thread. A refused file stops nothing.
class FileImport final : public QObject
{
    Q_OBJECT
public:
    static constexpr int maximumFiles = 100;

    using QObject::QObject;

    bool isRunning() const { return m_running; }
    int done() const { return m_done; }
    int total() const { return static_cast<int>(m_paths.size()); }

    // False where an import runs already or the files are too many.
    bool start(const QStringList &paths);
    void cancel(); // after the file that is being read; ended() follows

Q_SIGNALS:
    void taken(const QByteArray &bytes, const QString &mediaType);
    void refused(const QString &fileName, yichuang::PageFileFault fault);
    void progressed(int done, int total);
    void ended();

private:
    using Checked = tl::expected<PageFile, PageFileFault>;
    void readNext();
    void onRead(const Checked &checked);

    QStringList m_paths;
    int m_done = 0;
    bool m_running = false;
    bool m_cancelled = false;
};

} // namespace yichuang
