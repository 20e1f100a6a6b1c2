#include "ui/intake/RestoreBanner.h"

#include "ui/intake/StyleWords.h"

#include "base/Clock.h"
#include "domain/Mask.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace yichuang::intakeui {

RestoreBanner::RestoreBanner(QWidget *parent)
    : QFrame(parent)
    , m_words(new QLabel(this))
    , m_restore(keyButton(tr("Go on with it"), QStringLiteral("Ctrl+R"), this))
    , m_later(new QPushButton(tr("Leave it among the drafts"), this))
{
    setObjectName(QStringLiteral("restoreBanner"));
    setProperty("banner", QStringLiteral("info"));
    m_words->setWordWrap(true);
    m_restore->setObjectName(QStringLiteral("restoreDraft"));
    m_later->setObjectName(QStringLiteral("leaveDraft"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 6);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_restore);
    layout->addWidget(m_later);
    connect(m_restore, &QPushButton::clicked, this, &RestoreBanner::take);
    connect(m_later, &QPushButton::clicked, this, [this] {
        m_drafts.removeFirst();
        m_items.removeFirst();
        showCurrent();
    });
    hide();
}

void RestoreBanner::take()
{
    if (m_drafts.isEmpty() || !isVisible())
        return;
    const DraftDocument chosen = m_drafts.takeFirst();
    m_items.removeFirst();
    hide();
    Q_EMIT restoreAsked(chosen);
}

void RestoreBanner::offer(const QList<DraftDocument> &drafts, const QStringList &itemNames)
{
    m_drafts = drafts;
    m_items = itemNames;
    showCurrent();
}

void RestoreBanner::showCurrent()
{
    setVisible(!m_drafts.isEmpty());
    if (m_drafts.isEmpty())
        return;
    const DraftDocument &draft = m_drafts.first();
    const Party *person = draft.party(u"applicant");
    const QDateTime at = QDateTime::fromString(draft.createdAt, Qt::ISODateWithMs);
    const QString who = person ? mask::name(person->name) : tr("nobody yet");
    const QString what = m_items.first().isEmpty() ? tr("no item yet") : m_items.first();
    int pages = 0;
    for (const DraftMaterial &material : draft.materials)
        pages += static_cast<int>(material.pages.size());
    m_words->setText(
        tr("Last time this was not finished: %1 · %2 · %3, with %4 pages. Nothing of it is lost.")
            .arg(who, what, toBusinessTime(at).toString(QStringLiteral("MM-dd HH:mm")))
            .arg(pages));
    setAccessibleName(m_words->text());
}

} // namespace yichuang::intakeui
