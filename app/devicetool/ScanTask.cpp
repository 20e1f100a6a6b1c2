#include "ScanTask.h"

#include "ToolText.h"

namespace yichuang {

ScanTask::ScanTask(const DeviceConfiguration &device, const ToolOptions &options)
    : DeviceTask(device, options)
    , m_folder(options.output)
{}

void ScanTask::start()
{
    if (!m_folder.make()) {
        output().failure(QString(QLatin1String(tooltext::folderUnusable)).arg(options().output));
        return end(ending::wrongUse);
    }
    m_job = host().scan(options().scan);
    connect(m_job.get(), &ScanJob::pageScanned, this, &ScanTask::keep);
    connect(m_job.get(), &ScanJob::finished, this, &ScanTask::finish);
    onStop([this] { m_job->stop(); });
}

void ScanTask::keep(const ScannedPage &page)
{
    if (m_lostPage)
        return;
    const auto path = m_folder.keep(page);
    if (!path) {
        m_lostPage = true;
        output().failure(QString(QLatin1String(tooltext::pageNotKept)).arg(options().output));
        return m_job->stop();
    }
    output().line(*path, {{QStringLiteral("page"), *path},
                          {QStringLiteral("mediaType"), page.mediaType},
                          {QStringLiteral("bytes"), page.bytes.size()}});
}

void ScanTask::finish(const Result<int> &pages)
{
    if (m_lostPage)
        return end(ending::failed);
    if (!pages)
        return fail(pages.error());
    end(ending::done);
}

} // namespace yichuang
