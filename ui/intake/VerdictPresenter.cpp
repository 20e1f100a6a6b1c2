#include "ui/intake/VerdictPresenter.h"

#include "domain/Dates.h"
#include "intake/IntakeSession.h"
#include "ui/intake/MatterWords.h"

namespace yichuang::intakeui {

namespace {

GapView::Jump jumpOf(MatterGap::Kind kind)
{
    switch (kind) {
    case MatterGap::Kind::Situation:
        return GapView::Jump::Situation;
    case MatterGap::Kind::Field:
        return GapView::Jump::Field;
    case MatterGap::Kind::Material:
        return GapView::Jump::Material;
    case MatterGap::Kind::Person:
        return GapView::Jump::Person;
    case MatterGap::Kind::Nowhere:
        break;
    }
    return GapView::Jump::None;
}

QString jumpWordOf(GapView::Jump jump)
{
    switch (jump) {
    case GapView::Jump::Situation:
        return VerdictPresenter::tr("answer");
    case GapView::Jump::Field:
        return VerdictPresenter::tr("fill in");
    case GapView::Jump::Material:
        return VerdictPresenter::tr("scan");
    case GapView::Jump::Person:
        return VerdictPresenter::tr("read card");
    case GapView::Jump::None:
        break;
    }
    return {};
}

QString weekdayWord(int day) // 1 is Monday
{
    switch (day) {
    case 1:
        return VerdictPresenter::tr("Mon");
    case 2:
        return VerdictPresenter::tr("Tue");
    case 3:
        return VerdictPresenter::tr("Wed");
    case 4:
        return VerdictPresenter::tr("Thu");
    case 5:
        return VerdictPresenter::tr("Fri");
    case 6:
        return VerdictPresenter::tr("Sat");
    default:
        return VerdictPresenter::tr("Sun");
    }
}

// The order of a glance: what is missing, what may come later, then as in the catalogue.
int rankOf(const ChecklistLine &line)
{
    if (line.state == LineState::Missing)
        return line.required ? 0 : 2;
    return line.state == LineState::Deferred ? 1 : 2;
}

} // namespace

VerdictPresenter::VerdictPresenter(IntakeSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &IntakeSession::verdictChanged, this, &VerdictPresenter::refresh);
    connect(&session, &IntakeSession::stateChanged, this, &VerdictPresenter::refresh);
    refresh();
}

void VerdictPresenter::refresh()
{
    const MatterVerdict verdict = m_session.verdict();
    m_deferred = verdict.deferred;
    m_reason = verdict;
    m_gaps.clear();
    if (m_session.hasItem()) {
        for (const MatterGap &gap : verdict.gaps) {
            const GapView::Jump jump = jumpOf(gap.kind);
            m_gaps.append({gapWhat(gap), gapWhy(gap), gapHow(gap), jump, gap.target, jumpWordOf(jump)});
        }
    }
    if (!m_session.hasItem())
        m_tone = VerdictTone::Nothing;
    else if (verdict.impossible)
        m_tone = VerdictTone::Impossible;
    else if (m_session.isReady())
        m_tone = verdict.deferred > 0 ? VerdictTone::ReadyWithDeferred : VerdictTone::Ready;
    else
        m_tone = VerdictTone::Gaps;
    m_lines = m_session.checklist();
    std::stable_sort(m_lines.begin(), m_lines.end(),
                     [](const ChecklistLine &a, const ChecklistLine &b) { return rankOf(a) < rankOf(b); });
    Q_EMIT changed();
}

QString VerdictPresenter::headline() const
{
    const bool collects = m_session.hasItem() && !m_session.mayAcceptHere();
    switch (m_tone) {
    case VerdictTone::Nothing:
        return tr("Choose an item to see what is needed");
    case VerdictTone::Ready:
        return collects ? tr("The papers can be collected") : tr("Can be accepted");
    case VerdictTone::ReadyWithDeferred:
        return tr("Can be accepted, %1 papers to follow").arg(m_deferred);
    case VerdictTone::Gaps:
        return collects ? tr("%1 things missing before it can be collected").arg(m_gaps.size())
                        : tr("%1 things missing before it can be accepted").arg(m_gaps.size());
    case VerdictTone::Impossible:
        return tr("Cannot be accepted");
    }
    return {};
}

QString VerdictPresenter::detail() const
{
    if (m_tone == VerdictTone::ReadyWithDeferred)
        return tr("The applicant is reminded the day before");
    if (m_tone == VerdictTone::Impossible) {
        QStringList parts{m_reason.reason, m_reason.ground, m_reason.authority};
        parts.removeAll(QString());
        return parts.join(u'\n');
    }
    if (m_session.hasItem() && !m_session.mayAcceptHere())
        return tr("This site collects for the authority: a collection receipt is given, and no legal clock "
                  "starts.");
    return {};
}

int VerdictPresenter::toBring() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [](const ChecklistLine &line) {
        return line.required && !line.fromForm && line.state != LineState::Exempted &&
               line.state != LineState::Reused;
    }));
}

QString VerdictPresenter::dueHeadline() const
{
    const std::optional<CommittedDate> due = m_session.committedDate();
    if (!due)
        return {};
    if (due->committedLimit.count == 0)
        return tr("at once");
    if (!due->committed)
        return limitWords(due->committedLimit);
    const QDate day = due->committed->date;
    return day.toString(QStringLiteral("MM-dd ")) + weekdayWord(day.dayOfWeek());
}

QString VerdictPresenter::dueLimits() const
{
    const std::optional<CommittedDate> due = m_session.committedDate();
    if (!due)
        return {};
    const QString committed = limitWords(due->committedLimit);
    return due->statutoryLimit.count == 0
               ? committed
               : tr("%1 · by law %2").arg(committed, limitWords(due->statutoryLimit));
}

QString VerdictPresenter::dueSkips() const
{
    const std::optional<CommittedDate> due = m_session.committedDate();
    if (!due)
        return {};
    if (!due->committed)
        return tr("next year's calendar is not published yet");
    QStringList parts;
    if (const int days = due->committed->skippedDays(DueStep::Kind::Weekend))
        parts.append(tr("skips %1 weekend days").arg(days));
    if (const int days = due->committed->skippedDays(DueStep::Kind::Holiday))
        parts.append(tr("skips %1 holidays").arg(days));
    return parts.join(QStringLiteral(" · "));
}

QString VerdictPresenter::dueWhole() const
{
    const std::optional<CommittedDate> due = m_session.committedDate();
    QStringList lines;
    for (const DueStep &step : due && due->committed ? due->committed->steps : QList<DueStep>()) {
        const QString span = step.from == step.to
                                 ? toString(step.from)
                                 : toString(step.from) + QStringLiteral(" — ") + toString(step.to);
        switch (step.kind) {
        case DueStep::Kind::FirstDayNotCounted:
            lines.append(tr("%1: the first day does not count").arg(span));
            break;
        case DueStep::Kind::Counted:
            lines.append(tr("%1: %2 days count").arg(span).arg(step.days));
            break;
        case DueStep::Kind::Weekend:
            lines.append(tr("%1: weekend").arg(span));
            break;
        case DueStep::Kind::Holiday:
            lines.append(tr("%1: %2").arg(span, step.occasion));
            break;
        case DueStep::Kind::MakeUpWorkday:
            lines.append(tr("%1: make-up working day, counts").arg(span));
            break;
        case DueStep::Kind::Suspended:
            lines.append(tr("%1: the clock stands still").arg(span));
            break;
        case DueStep::Kind::MovedToWorkday:
            lines.append(tr("moved to the next working day, %1").arg(toString(step.to)));
            break;
        }
    }
    return lines.join(u'\n');
}

QString VerdictPresenter::primaryText() const
{
    if (m_session.state() == IntakeState::Accepting)
        return tr("Saving");
    if (!primaryIsReady())
        return m_gaps.isEmpty() ? tr("Accept") : tr("Accept · go to the first gap");
    return m_session.mayAcceptHere() ? tr("Accept and print receipt") : tr("Collect and print receipt");
}

bool VerdictPresenter::primaryIsReady() const
{
    return m_session.state() == IntakeState::Filling && m_session.isReady();
}

QList<MissingThing> VerdictPresenter::missing() const
{
    QList<MissingThing> list;
    for (const GapView &gap : m_gaps)
        list.append({gap.what, gap.why, gap.how});
    return list;
}

} // namespace yichuang::intakeui
