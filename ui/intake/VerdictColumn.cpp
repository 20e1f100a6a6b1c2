#include "ui/intake/VerdictColumn.h"

#include "intake/IntakeSession.h"
#include "ui/intake/ChecklistView.h"
#include "ui/intake/GapRow.h"
#include "ui/intake/StyleWords.h"
#include "ui/intake/VerdictPresenter.h"
#include "ui/widgets/Theme.h"

#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace yichuang::intakeui {

namespace {

// The materials below must stay in sight; what is not listed here is counted, and F9 leads to it.
constexpr int gapsShown = 6;
constexpr int gapsShownInLowWindow = 3;
constexpr int lowWindow = 780;

struct ToneStyle
{
    const char *tone;
    QChar sign;
};

ToneStyle styleOf(VerdictTone tone)
{
    switch (tone) {
    case VerdictTone::Ready:
    case VerdictTone::ReadyWithDeferred:
        return {"ok", QChar(0x25CF)};
    case VerdictTone::Gaps:
        return {"warn", QChar(0x25B2)};
    case VerdictTone::Impossible:
        return {"error", QChar(0x25A0)};
    case VerdictTone::Nothing:
        break;
    }
    return {"quiet", QChar(0x25CB)};
}

} // namespace

VerdictColumn::VerdictColumn(VerdictPresenter &presenter, IntakeSession &session, QWidget *parent)
    : QFrame(parent)
    , m_presenter(presenter)
    , m_checklist(new ChecklistView(presenter, this))
{
    setObjectName(QStringLiteral("verdictColumn"));
    setProperty("panel", true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildVerdict());
    layout->addWidget(buildMaterialsHead());
    layout->addWidget(m_checklist, 1);
    layout->addWidget(buildLineKeys());
    layout->addWidget(buildDue());
    layout->addWidget(buildButtons());
    connect(&presenter, &VerdictPresenter::changed, this, &VerdictColumn::refresh);
    connect(m_checklist, &ChecklistView::focusMoved, this, &VerdictColumn::refreshLineKeys);
    connectChecklist(session);
    refresh();
}

// What a key on a row of the checklist does to the case.
void VerdictColumn::connectChecklist(IntakeSession &session)
{
    const auto report = [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error());
    };
    const auto wanted = [&session](const QString &line) {
        const QList<ChecklistLine> lines = session.checklist();
        const auto found = std::find_if(lines.begin(), lines.end(),
                                        [&](const ChecklistLine &each) { return each.line == line; });
        return found == lines.end() ? ChecklistLine() : *found;
    };
    connect(m_checklist, &ChecklistView::checkAsked, this, [&session, report, wanted](const QString &line) {
        const ChecklistLine asked = wanted(line);
        report(session.checkMaterial(line, asked.wants == u"copy" ? asked.wants : QStringLiteral("original"),
                                     asked.copies));
    });
    connect(m_checklist, &ChecklistView::reuseAsked, this, [&session, report, wanted](const QString &line) {
        if (wanted(line).reusable)
            report(session.reuseMaterial(line, wanted(line).note, QString()));
    });
    connect(m_checklist, &ChecklistView::exemptAsked, this, [&session, report, wanted](const QString &line) {
        if (wanted(line).exemptible)
            report(session.exemptMaterial(line, wanted(line).note));
    });
    connect(m_checklist, &ChecklistView::deferAsked, this, [&session, report, wanted](const QString &line) {
        if (wanted(line).deferrable)
            report(session.deferMaterial(line));
    });
    connect(m_checklist, &ChecklistView::clearAsked, this,
            [&session, report](const QString &line) { report(session.clearMaterial(line)); });
    connect(m_checklist, &ChecklistView::scanAsked, this, &VerdictColumn::scanAsked);
}

QString VerdictColumn::currentLine() const
{
    return m_checklist->hasFocus() ? m_checklist->currentLine() : QString();
}

void VerdictColumn::focusLine(const QString &line)
{
    m_checklist->setFocus(Qt::ShortcutFocusReason);
    m_checklist->focusLine(line);
}

void VerdictColumn::focusFirstMissing()
{
    const QList<ChecklistLine> lines = m_presenter.lines();
    if (!lines.isEmpty())
        focusLine(lines.first().line);
}

void VerdictColumn::refresh()
{
    const ToneStyle style = styleOf(m_presenter.tone());
    m_sign->setText(style.sign);
    m_headline->setText(m_presenter.headline());
    m_detail->setText(m_presenter.detail());
    m_detail->setVisible(!m_detail->text().isEmpty());
    for (QWidget *toned : std::initializer_list<QWidget *>{m_verdict, m_sign, m_headline})
        setTone(toned, QLatin1String(style.tone));
    m_verdict->setAccessibleName(m_presenter.headline());
    const int all = static_cast<int>(m_presenter.lines().size());
    m_count->setText(all == 0 ? QString() : tr("%1 papers · bring %2").arg(all).arg(m_presenter.toBring()));
    refreshGaps();
    refreshLineKeys();
    refreshDue();
    m_primary->setWords(m_presenter.primaryText());
    setReady(m_primary, m_presenter.primaryIsReady());
}

// The keys of the row in focus, whole: in the row itself there is no room for them.
void VerdictColumn::refreshLineKeys()
{
    m_lineKeys->setText(m_presenter.lineKeys(currentLine()));
    m_lineKeys->setVisible(!m_lineKeys->text().isEmpty());
    m_checklist->setAccessibleDescription(m_lineKeys->text());
}

void VerdictColumn::refreshGaps()
{
    for (GapRow *row : std::as_const(m_gaps)) {
        row->hide();
        row->deleteLater();
    }
    m_gaps.clear();
    const QList<GapView> &gaps = m_presenter.gaps();
    const qsizetype most = height() < theme().px(lowWindow) ? gapsShownInLowWindow : gapsShown;
    for (qsizetype index = 0; index < gaps.size() && index < most; ++index) {
        const GapView gap = gaps.at(index);
        auto *row = new GapRow(int(index) + 1, gap, m_verdict);
        connect(row, &GapRow::clicked, this, [this, gap] { Q_EMIT jumpAsked(gap); });
        m_gapLayout->addWidget(row);
        row->show();
        m_gaps.append(row);
    }
    m_more->setVisible(gaps.size() > most);
    m_more->setText(tr("and %1 more, F9 goes to the first").arg(gaps.size() - most));
}

void VerdictColumn::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool wasLow = event->oldSize().height() < theme().px(lowWindow);
    if (wasLow != (height() < theme().px(lowWindow)))
        refreshGaps();
}

void VerdictColumn::refreshDue()
{
    m_due->setText(m_presenter.dueHeadline());
    m_limits->setText(m_presenter.dueLimits());
    m_skips->setText(m_presenter.dueSkips());
    m_due->setToolTip(m_presenter.dueWhole());
    m_due->setAccessibleDescription(m_presenter.dueWhole());
}

} // namespace yichuang::intakeui
