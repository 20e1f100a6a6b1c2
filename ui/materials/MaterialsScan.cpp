// The desk's part that brings pages in: scanning, scanning again, importing.
#include "ui/materials/MaterialsDesk.h"

#include <algorithm>

namespace yichuang {

void MaterialsDesk::chooseDefaultScanner()
{
    const QList<ScannerChoice> choices = m_source.scanners();
    const auto is = [this](const ScannerChoice &choice) { return choice.id == m_scanner; };
    if (std::none_of(choices.begin(), choices.end(), is)) {
        const auto ready =
            std::find_if(choices.begin(), choices.end(), [](const ScannerChoice &c) { return c.ready; });
        const ScannerChoice fallback = choices.value(0);
        m_scanner = ready != choices.end() ? ready->id : fallback.id;
    }
    chooseScanner(m_scanner);
}

void MaterialsDesk::chooseScanner(const QString &scanner)
{
    m_scanner = scanner;
    const QList<ScanProfile> offered = profiles();
    const auto is = [this](const ScanProfile &each) { return each.id == m_profile; };
    if (std::none_of(offered.begin(), offered.end(), is))
        m_profile = offered.value(0).id;
    Q_EMIT scanChanged();
}

void MaterialsDesk::chooseProfile(const QString &profile)
{
    m_profile = profile;
    Q_EMIT scanChanged();
}

void MaterialsDesk::scan()
{
    m_replaced = 0;
    startScan(m_target, false);
}

void MaterialsDesk::scanAgain()
{
    const PageGroup *group = currentGroup();
    if (!group || m_scanState != ScanState::Idle)
        return;
    m_replaced = m_current;
    startScan(group->number > 0 ? group->line : QString(), true);
}

void MaterialsDesk::startScan(const QString &line, bool singlePage)
{
    if (m_scanState != ScanState::Idle || m_import.isRunning())
        return;
    m_scanLine = line;
    m_scanned = 0;
    const auto started = m_source.start({m_scanner, m_profile, singlePage});
    report(started);
    if (!started) {
        m_replaced = 0;
        return;
    }
    m_scanState = ScanState::Scanning;
    Q_EMIT scanChanged();
}

void MaterialsDesk::stopScan()
{
    m_import.cancel();
    if (m_scanState != ScanState::Scanning)
        return;
    m_scanState = ScanState::Stopping;
    m_source.stop();
    Q_EMIT scanChanged();
}

// A page counts from the moment it came, also while the scan is being stopped: it was on the glass.
void MaterialsDesk::onPageScanned(const QByteArray &bytes, const QString &mediaType)
{
    if (m_scanState == ScanState::Idle)
        return;
    ++m_scanned;
    report(m_tray.add(m_scanLine, bytes, mediaType, QStringLiteral("scan")));
    Q_EMIT scanChanged();
}

void MaterialsDesk::onScanEnded()
{
    if (m_scanState == ScanState::Idle)
        return;
    m_scanState = ScanState::Idle;
    if (m_scanned == 0)
        m_replaced = 0; // no new page: the old one stays
    Q_EMIT scanChanged();
}

// A page that was scanned again takes the place of the old one; the old one can be had back by undo.
void MaterialsDesk::onAdded(const QString &, int page)
{
    refresh();
    if (m_replaced != 0 && groupOf(m_replaced) && groupOf(m_replaced) == groupOf(page)) {
        const int old = std::exchange(m_replaced, 0);
        const PageGroup *group = groupOf(old);
        int position = 0;
        while (group->pages.at(position).id != old)
            ++position;
        const auto moved = m_tray.move(page, position);
        const auto removed = m_tray.remove(old);
        report(removed);
        didSteps((moved ? 1 : 0) + (removed ? 1 : 0));
    }
    select(page);
}

void MaterialsDesk::importFiles(const QStringList &paths)
{
    if (paths.isEmpty() || m_scanState != ScanState::Idle || m_import.isRunning())
        return;
    if (paths.size() > FileImport::maximumFiles) {
        Q_EMIT tooManyFiles(FileImport::maximumFiles);
        return;
    }
    m_scanLine = m_target;
    m_scanned = 0;
    m_import.start(paths);
    Q_EMIT scanChanged();
}

} // namespace yichuang
