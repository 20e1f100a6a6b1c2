#pragma once

#include "ui/materials/PageTray.h"

namespace yichuang {

class IntakeSession;

// The tray of the person at the window. The session outlives it.
class SessionTray final : public PageTray
{
    Q_OBJECT
public:
    explicit SessionTray(IntakeSession &session, QObject *parent = nullptr);

    QList<ChecklistLine> lines() const override;
    QList<PageGroup> groups() const override;
    Pending<QByteArray> bytes(int page) const override;
    bool isSaved() const override;
    bool canUndo() const override;

    Result<void> add(const QString &line, const QByteArray &bytes, const QString &mediaType,
                     const QString &origin) override;
    Result<void> move(int page, int position) override;
    Result<void> rotate(int page, int quarterTurns) override;
    Result<void> refile(int page, const QString &line) override;
    Result<void> remove(int page) override;
    Result<void> undo() override;

private:
    IntakeSession &m_session;
};

} // namespace yichuang
