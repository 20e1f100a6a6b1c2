#pragma once

#include "domain/Case.h"

#include <QFrame>

#include <functional>

class QLabel;
class QVBoxLayout;

namespace yichuang {

class KeyButton;
class OutboxDesk;

// The chosen case of the outbox: what of it is not at the platform, why, and the way to the case.
class OutboxDetailPanel final : public QFrame
{
    Q_OBJECT
public:
    using EntryWords = std::function<QString(const HistoryEntry &)>;

    // `entryWords` says in words what an event of a case is.
    OutboxDetailPanel(OutboxDesk &desk, EntryWords entryWords, QWidget *parent = nullptr);

    void openCase();

Q_SIGNALS:
    void caseAsked(const yichuang::CaseId &id, const QString &number);

private:
    void refresh();
    void refreshWhy();
    void showParts();
    void addLine(const QString &words, const QString &detail);

    OutboxDesk &m_desk;
    EntryWords m_entryWords;
    QWidget *m_content;
    QLabel *m_person, *m_item, *m_number, *m_why, *m_unsent;
    QVBoxLayout *m_lines;
    KeyButton *m_open;
};

} // namespace yichuang
