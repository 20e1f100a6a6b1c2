#include "ui/intake/AcceptedPanel.h"

#include "ui/intake/StyleWords.h"
#include "ui/widgets/ErrorText.h"

#include "intake/IntakeSession.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yichuang::intakeui {

namespace {

// In words, with the code for the telephone.
QString why(const QString &code)
{
    const auto known = errorCodeFromShort(code);
    if (!known)
        return code;
    const ErrorText text = errorText({*known, {}});
    return QStringLiteral("%1%2（%3）").arg(text.happened, text.toDo, code);
}

QString paperName(const QString &paper)
{
    if (paper == u"acceptance-notice")
        return AcceptedPanel::tr("Acceptance notice (A4)");
    if (paper == u"acceptance-slip" || paper == u"collection-slip")
        return AcceptedPanel::tr("Receipt (80 mm)");
    if (paper == u"one-time-notice")
        return AcceptedPanel::tr("One-time notice (A4)");
    if (paper == u"collection-receipt")
        return AcceptedPanel::tr("Collection receipt");
    return AcceptedPanel::tr("Notice of non-acceptance (A4)");
}

struct PaperWord
{
    QString word;
    const char *tone;
};

PaperWord wordOf(const IssuedPaper &paper)
{
    switch (paper.state) {
    case IssuedPaper::State::Ready:
        return {AcceptedPanel::tr("ready"), "quiet"};
    case IssuedPaper::State::Printing:
        return {AcceptedPanel::tr("◆ printing"), "info"};
    case IssuedPaper::State::Confirmed:
        return {AcceptedPanel::tr("● came out"), "ok"};
    case IssuedPaper::State::Unconfirmed:
        return {AcceptedPanel::tr("▲ unconfirmed: look at the printer before printing again"), "warn"};
    case IssuedPaper::State::Refused:
        return {AcceptedPanel::tr("■ did not come out: %1").arg(why(paper.refusedBecause)), "error"};
    }
    return {};
}

} // namespace

AcceptedPanel::AcceptedPanel(IntakeSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_outcome(new QLabel(this))
    , m_number(new QLabel(this))
    , m_further(new QLabel(this))
    , m_due(new QLabel(this))
    , m_papers(new QVBoxLayout)
    , m_next(keyButton(tr("Next person"), QStringLiteral("F4"), this))
{
    setObjectName(QStringLiteral("acceptedPanel"));
    setProperty("panel", true);
    m_outcome->setProperty("role", QStringLiteral("verdictHeadline"));
    setTone(m_outcome, QLatin1String("ok"));
    m_number->setObjectName(QStringLiteral("caseNumber"));
    m_number->setProperty("role", QStringLiteral("kpi"));
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_due->setProperty("role", QStringLiteral("figure"));
    m_next->setObjectName(QStringLiteral("next"));
    m_next->setMinimumHeight(56);
    setReady(m_next, true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    for (QLabel *label : {m_outcome, m_number, m_further, m_due}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addLayout(m_papers);
    layout->addStretch(1);
    layout->addWidget(m_next, 0, Qt::AlignLeft);
    connect(m_next, &QPushButton::clicked, this, &AcceptedPanel::nextAsked);
    connect(&session, &IntakeSession::papersChanged, this, &AcceptedPanel::refresh);
}

QString AcceptedPanel::outcomeWord() const
{
    switch (m_session.state()) {
    case IntakeState::Accepted:
        return tr("● Accepted and kept on this machine");
    case IntakeState::Collected:
        return tr("● Papers collected for the authority");
    case IntakeState::NotifiedOnce:
        return tr("● Notified once of everything that is missing");
    case IntakeState::Declined:
        return tr("● Not accepted, with reason and remedy");
    default:
        return {};
    }
}

void AcceptedPanel::refresh()
{
    const Outcome &outcome = m_session.outcome();
    m_outcome->setText(outcomeWord());
    m_number->setText(outcome.cases.isEmpty() ? QString() : outcome.cases.first().number);
    m_number->setAccessibleName(tr("Case number %1").arg(m_number->text()));
    QStringList further;
    for (qsizetype index = 1; index < outcome.cases.size(); ++index)
        further.append(outcome.cases.at(index).number);
    m_further->setText(further.join(QStringLiteral("　")));
    m_further->setVisible(!further.isEmpty());
    m_due->setText(outcome.committedDue.isValid()
                       ? tr("Committed date %1").arg(outcome.committedDue.toString(Qt::ISODate))
                       : QString());
    m_due->setVisible(!m_due->text().isEmpty());
    refreshPapers();
}

void AcceptedPanel::refreshPapers()
{
    while (QLayoutItem *item = m_papers->takeAt(0)) {
        // Its button may be the one that asked for this.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const IssuedPaper &paper : m_session.papers()) {
        auto *row = new QWidget(this);
        row->setObjectName(QStringLiteral("paper:") + paper.paper);
        auto *name = new QLabel(paperName(paper.paper), row);
        const PaperWord word = wordOf(paper);
        auto *state = new QLabel(word.word, row);
        setTone(state, QLatin1String(word.tone));
        auto *again = new QPushButton(
            paper.state == IssuedPaper::State::Refused ? tr("Print") : tr("Print again"), row);
        again->setEnabled(paper.state != IssuedPaper::State::Printing);
        again->setAccessibleName(again->text() + u' ' + name->text());
        const QString which = paper.paper;
        connect(again, &QPushButton::clicked, this, [this, which] { Q_EMIT printAsked(which); });
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(name);
        layout->addWidget(state, 1);
        layout->addWidget(again);
        row->setAccessibleName(name->text() + u' ' + word.word);
        m_papers->addWidget(row);
    }
}

} // namespace yichuang::intakeui
