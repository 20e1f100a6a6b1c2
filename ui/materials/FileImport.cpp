#include "ui/materials/FileImport.h"

#include "base/Async.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace yichuang {

bool FileImport::start(const QStringList &paths)
{
    if (m_running || paths.isEmpty() || paths.size() > maximumFiles)
        return false;
    m_paths = paths;
    m_done = 0;
    m_running = true;
    m_cancelled = false;
    readNext();
    return true;
}

void FileImport::cancel()
{
    m_cancelled = true;
}

void FileImport::readNext()
{
    if (m_done == m_paths.size() || m_cancelled) {
        m_running = false;
        Q_EMIT ended();
        return;
    }
    whenFinished(QtConcurrent::run(readPageFile, m_paths.at(m_done)), this,
                 [this](const Checked &checked) { onRead(checked); });
}

void FileImport::onRead(const Checked &checked)
{
    const QString name = QFileInfo(m_paths.at(m_done)).fileName();
    ++m_done;
    if (m_cancelled) {
        readNext();
        return;
    }
    if (checked)
        Q_EMIT taken(checked->bytes, checked->mediaType);
    else
        Q_EMIT refused(name, checked.error());
    Q_EMIT progressed(m_done, total());
    readNext();
}

} // namespace yichuang
