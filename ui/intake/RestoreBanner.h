#pragma once

#include "intake/DraftDocument.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace yichuang::intakeui {

// Offers, once, what an earlier run left behind: whose it is, what it is about, and when it was last touched.
class RestoreBanner final : public QFrame
{
    Q_OBJECT
public:
    explicit RestoreBanner(QWidget *parent = nullptr);

    void offer(const QList<DraftDocument> &drafts, const QStringList &itemNames);
    void take(); // the one that is shown

Q_SIGNALS:
    void restoreAsked(const yichuang::DraftDocument &draft);

private:
    void showCurrent();

    QList<DraftDocument> m_drafts;
    QStringList m_items;
    QLabel *m_words;
    QPushButton *m_restore;
    QPushButton *m_later;
};

} // namespace yichuang::intakeui
