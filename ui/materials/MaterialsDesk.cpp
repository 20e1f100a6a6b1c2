#include "ui/materials/MaterialsDesk.h"

#include <algorithm>

namespace yichuang {

MaterialsDesk::MaterialsDesk(PageTray &tray, PageSource &source, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
    , m_source(source)
{
    connect(&tray, &PageTray::changed, this, &MaterialsDesk::refresh);
    connect(&tray, &PageTray::saved, this, &MaterialsDesk::changed);
    connect(&tray, &PageTray::added, this, &MaterialsDesk::onAdded);
    connect(&tray, &PageTray::refused, this,
            [this](const QString &, const Error &error) { Q_EMIT failed(error); });
    connect(&source, &PageSource::pageScanned, this, &MaterialsDesk::onPageScanned);
    connect(&source, &PageSource::failed, this, &MaterialsDesk::failed);
    connect(&source, &PageSource::ended, this, &MaterialsDesk::onScanEnded);
    connect(&source, &PageSource::scannersChanged, this, &MaterialsDesk::chooseDefaultScanner);
    connect(&m_import, &FileImport::taken, this, [this](const QByteArray &bytes, const QString &mediaType) {
        report(m_tray.add(m_scanLine, bytes, mediaType, QStringLiteral("import")));
    });
    connect(&m_import, &FileImport::refused, this, &MaterialsDesk::fileRefused);
    connect(&m_import, &FileImport::progressed, this, &MaterialsDesk::scanChanged);
    connect(&m_import, &FileImport::ended, this, &MaterialsDesk::scanChanged);
    chooseDefaultScanner();
    refresh();
}

qint64 MaterialsDesk::totalBytes() const
{
    qint64 total = 0;
    for (const PageGroup &group : m_groups) {
        for (const DraftPage &page : group.pages)
            total += page.size;
    }
    return total;
}

const PageGroup *MaterialsDesk::groupOf(int page) const
{
    for (const PageGroup &group : m_groups) {
        for (const DraftPage &each : group.pages) {
            if (each.id == page)
                return &group;
        }
    }
    return nullptr;
}

const PageGroup *MaterialsDesk::currentGroup() const
{
    return groupOf(m_current);
}

int MaterialsDesk::positionInGroup() const
{
    const PageGroup *group = currentGroup();
    for (int i = 0; group && i < group->pages.size(); ++i) {
        if (group->pages.at(i).id == m_current)
            return i;
    }
    return 0;
}

const DraftPage *MaterialsDesk::currentPage() const
{
    const PageGroup *group = currentGroup();
    return group ? &group->pages.at(positionInGroup()) : nullptr;
}

// What was selected stays so, as long as it is there; a page that went gives way to its neighbour.
void MaterialsDesk::refresh()
{
    const auto place = m_order.indexOf(m_current);
    m_lines = m_tray.lines();
    m_groups = m_tray.groups();
    m_order.clear();
    for (const PageGroup &group : std::as_const(m_groups)) {
        for (const DraftPage &page : group.pages)
            m_order.append(page.id);
    }
    m_selected.removeIf([this](int page) { return !m_order.contains(page); });
    const bool known = std::any_of(m_lines.begin(), m_lines.end(),
                                   [this](const ChecklistLine &line) { return line.line == m_target; });
    if (!known)
        m_target.clear();
    if (!m_order.contains(m_current)) {
        m_current = m_order.isEmpty() ? 0 : m_order.at(std::clamp<qsizetype>(place, 0, m_order.size() - 1));
        m_anchor = m_current;
        if (m_selected.isEmpty() && m_current != 0)
            m_selected = {m_current};
    }
    Q_EMIT changed();
    Q_EMIT selectionChanged();
}

void MaterialsDesk::select(int page, Extend extend)
{
    if (!m_order.contains(page))
        return;
    const auto from = m_order.indexOf(m_anchor);
    const auto to = m_order.indexOf(page);
    if (extend == Extend::Range && from >= 0) {
        m_selected.clear();
        for (auto i = std::min(from, to); i <= std::max(from, to); ++i)
            m_selected.insert(m_order.at(i));
    } else if (extend == Extend::Toggle && m_selected.contains(page) && m_selected.size() > 1) {
        m_selected.remove(page);
    } else if (extend == Extend::Toggle) {
        m_selected.insert(page);
    } else {
        m_selected = {page};
    }
    m_current = page;
    if (extend != Extend::Range)
        m_anchor = page;
    // The next scan goes on where the clerk looks.
    const PageGroup *group = currentGroup();
    m_target = group && group->number > 0 ? group->line : QString();
    Q_EMIT selectionChanged();
}

void MaterialsDesk::step(int by)
{
    if (m_order.isEmpty())
        return;
    const auto place = std::max<qsizetype>(0, m_order.indexOf(m_current)) + by;
    select(m_order.at(std::clamp<qsizetype>(place, 0, m_order.size() - 1)));
}

void MaterialsDesk::chooseLine(const QString &line)
{
    m_target = line;
    Q_EMIT selectionChanged();
}

QList<int> MaterialsDesk::selectedInOrder() const
{
    QList<int> result;
    for (const int page : m_order) {
        if (m_selected.contains(page))
            result.append(page);
    }
    return result;
}

void MaterialsDesk::didSteps(int count)
{
    if (count > 0)
        m_steps.append(count);
}

void MaterialsDesk::rotate(int quarterTurns)
{
    int steps = 0;
    for (const int page : selectedInOrder()) {
        const auto rotated = m_tray.rotate(page, quarterTurns);
        report(rotated);
        steps += rotated ? 1 : 0;
    }
    didSteps(steps);
}

void MaterialsDesk::remove()
{
    int steps = 0;
    for (const int page : selectedInOrder()) {
        const auto removed = m_tray.remove(page);
        report(removed);
        steps += removed ? 1 : 0;
    }
    didSteps(steps);
}

bool MaterialsDesk::refileTo(int number)
{
    if (number == 0) {
        refile({});
        return true;
    }
    for (const ChecklistLine &line : std::as_const(m_lines)) {
        if (line.number == number) {
            refile(line.line);
            return true;
        }
    }
    return false;
}

void MaterialsDesk::refile(const QString &line)
{
    int steps = 0;
    for (const int page : selectedInOrder()) {
        const auto refiled = m_tray.refile(page, line.isEmpty() ? QString(DraftDocument::unsorted) : line);
        report(refiled);
        steps += refiled ? 1 : 0;
    }
    didSteps(steps);
    if (steps > 0)
        chooseLine(line);
}

void MaterialsDesk::movePage(int page, int position)
{
    const auto moved = m_tray.move(page, position);
    report(moved);
    didSteps(moved ? 1 : 0);
}

void MaterialsDesk::moveCurrent(int by)
{
    const PageGroup *group = currentGroup();
    const int position = positionInGroup() + by;
    if (group && position >= 0 && position < group->pages.size())
        movePage(m_current, position);
}

void MaterialsDesk::undo()
{
    int count = m_steps.isEmpty() ? 1 : m_steps.takeLast();
    while (count-- > 0 && m_tray.canUndo())
        report(m_tray.undo());
}

void MaterialsDesk::report(const Result<void> &result)
{
    if (!result)
        Q_EMIT failed(result.error());
}

} // namespace yichuang
