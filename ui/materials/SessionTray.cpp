#include "ui/materials/SessionTray.h"

#include "intake/IntakeSession.h"

namespace yichuang {

SessionTray::SessionTray(IntakeSession &session, QObject *parent)
    : PageTray(parent)
    , m_session(session)
{
    connect(&session, &IntakeSession::materialsChanged, this, &PageTray::changed);
    connect(&session, &IntakeSession::itemChanged, this, &PageTray::changed);
    connect(&session, &IntakeSession::saveStateChanged, this, &PageTray::saved);
    connect(&session, &IntakeSession::pageAdded, this, &PageTray::added);
    connect(&session, &IntakeSession::pageFailed, this, &PageTray::refused);
}

QList<ChecklistLine> SessionTray::lines() const
{
    QList<ChecklistLine> lines = m_session.checklist();
    std::sort(lines.begin(), lines.end(),
              [](const ChecklistLine &a, const ChecklistLine &b) { return a.number < b.number; });
    return lines;
}

QList<PageGroup> SessionTray::groups() const
{
    const QMap<QString, DraftMaterial> &materials = m_session.draft().materials;
    QList<PageGroup> groups;
    const QString unsorted = DraftDocument::unsorted;
    if (const auto tray = materials.constFind(unsorted); tray != materials.cend() && !tray->pages.isEmpty())
        groups.append({unsorted, {}, 0, tray->pages});
    for (const ChecklistLine &line : lines()) {
        const auto material = materials.constFind(line.line);
        if (material != materials.cend() && !material->pages.isEmpty())
            groups.append({line.line, line.name, line.number, material->pages});
    }
    return groups;
}

Pending<QByteArray> SessionTray::bytes(int page) const
{
    return m_session.pageBytes(page);
}

bool SessionTray::isSaved() const
{
    return m_session.saveState() == SaveState::Saved;
}

bool SessionTray::canUndo() const
{
    return m_session.canUndo();
}

Result<void> SessionTray::add(const QString &line, const QByteArray &bytes, const QString &mediaType,
                              const QString &origin)
{
    return m_session.addPage(line, bytes, mediaType, origin);
}

Result<void> SessionTray::move(int page, int position)
{
    return m_session.movePage(page, position);
}

Result<void> SessionTray::rotate(int page, int quarterTurns)
{
    return m_session.rotatePage(page, quarterTurns);
}

Result<void> SessionTray::refile(int page, const QString &line)
{
    return m_session.refilePage(page, line);
}

Result<void> SessionTray::remove(int page)
{
    return m_session.removePage(page);
}

Result<void> SessionTray::undo()
{
    return m_session.undo();
}

} // namespace yichuang
