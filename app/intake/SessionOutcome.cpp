#include "intake/SessionPrivate.h"

#include "base/Clock.h"
#include "base/Random.h"

namespace yichuang {

namespace {

tl::unexpected<Error> notReady(const QString &why)
{
    return raise(ErrorCode::IntakeNotReady, why);
}

bool isComplete(const Refusal &refusal)
{
    if (refusal.outcome == u"not-required")
        return !refusal.reason.trimmed().isEmpty();
    return refusal.outcome == u"not-accepted" && !refusal.reason.trimmed().isEmpty() &&
           !refusal.ground.trimmed().isEmpty() && !refusal.remedy.trimmed().isEmpty();
}

} // namespace

// The same key twice, or held: the first one counts, and the second one finds the work done or under way.
bool IntakeSession::Private::isUnderWayOrDone() const
{
    return state == IntakeState::Accepting || isFinished(state);
}

Result<void> IntakeSession::accept()
{
    if (d->isUnderWayOrDone())
        return {};
    const Result<void> lawful = d->require(IntakeCommand::Accept);
    if (!lawful)
        return lawful;
    if (!d->matter.mayAcceptHere())
        return notReady(QStringLiteral("this site may only collect"));
    if (!d->matter.isReady() && d->pagesInFlight == 0)
        return notReady(QStringLiteral("gaps"));
    d->conclude(IntakeState::Accepted, true, [this](const CaseRecord &record) {
        return factOfAcceptance(record, d->draft, d->ports.clock.now());
    });
    return {};
}

Result<void> IntakeSession::collectOnly()
{
    if (d->isUnderWayOrDone())
        return {};
    const Result<void> lawful = d->require(IntakeCommand::Collect);
    if (!lawful)
        return lawful;
    if (!d->matter.isReady() && d->pagesInFlight == 0)
        return notReady(QStringLiteral("gaps"));
    d->conclude(IntakeState::Collected, true, [this](const CaseRecord &record) {
        return factOfCollection(record, d->station, d->ports.clock.now());
    });
    return {};
}

Result<void> IntakeSession::notifyOnce(const QList<MissingThing> &missing)
{
    if (d->isUnderWayOrDone())
        return {};
    const Result<void> lawful = d->require(IntakeCommand::Notify);
    if (!lawful)
        return lawful;
    if (missing.isEmpty())
        return unknownInIntake(QStringLiteral("missing"));
    d->missing = missing;
    d->outcome.respondBy = d->matter.respondBy(d->today());
    d->conclude(IntakeState::NotifiedOnce, false, [this](const CaseRecord &record) {
        return factOfNotice(record, d->missing, d->outcome.respondBy);
    });
    return {};
}

Result<void> IntakeSession::decline(const Refusal &refusal)
{
    if (d->isUnderWayOrDone())
        return {};
    const Result<void> lawful = d->require(IntakeCommand::Decline);
    if (!lawful)
        return lawful;
    if (!isComplete(refusal))
        return raise(ErrorCode::RefusalIncomplete, refusal.outcome);
    d->refusal = refusal;
    d->conclude(IntakeState::Declined, false,
                [refusal](const CaseRecord &record) { return factOfRefusal(record, refusal); });
    return {};
}

// Waits for pages that are on their way to the disk, then writes everything in one transaction.
void IntakeSession::Private::conclude(IntakeState reached, bool mustBeReady, LastFact lastFact)
{
    q->cancelReading();
    before = state;
    setState(IntakeState::Accepting);
    whenPagesAreKept([this, reached, mustBeReady, lastFact = std::move(lastFact)] {
        judge();
        if (mustBeReady && !matter.isReady()) {
            giveUp(Error{ErrorCode::IntakeNotReady, QStringLiteral("a page was not kept")});
            return;
        }
        commit(reached, lastFact);
    });
}

void IntakeSession::Private::commit(IntakeState reached, const LastFact &lastFact)
{
    recordHandOver();
    records = matter.records(draft, ports.clock.now());
    QList<Fact> facts;
    for (CaseRecord &record : records) {
        record.caseId = CaseId(makeUuid7(ports.clock, ports.random));
        facts += factsOfReceipt(record, draft, station);
        facts.append(lastFact(record));
    }
    keeper->stop();
    whenFinished(ports.store.commit(facts, draft.id, clerk.staffNumber), q,
                 [this, reached](const Result<QList<CommittedCase>> &cases) { onCommitted(reached, cases); });
}

void IntakeSession::Private::giveUp(const Error &error)
{
    outcome = {};
    setState(before);
    keeper->schedule();
    Q_EMIT q->outcomeFailed(error);
}

void IntakeSession::Private::onCommitted(IntakeState reached, const Result<QList<CommittedCase>> &cases)
{
    if (!cases) {
        giveUp(cases.error());
        return;
    }
    outcome.cases = *cases;
    const std::optional<CommittedDate> due = q->committedDate();
    if (reached == IntakeState::Accepted && due && due->committed)
        outcome.committedDue = due->committed->date;
    setState(reached);
    Q_EMIT q->outcomeReached();
    makePapers(reached);
}

void IntakeSession::Private::makePapers(IntakeState reached)
{
    const PaperRequest request{reached, records,           outcome.cases,    draft, station, clerk, missing,
                               refusal, outcome.respondBy, ports.clock.now()};
    PaperDesk *const own = desk;
    whenFinished(ports.papers.make(request), q, [this, own](const Result<QList<IssuedPaper>> &papers) {
        if (papers)
            own->issue(*papers, clerk.staffNumber);
        else
            Q_EMIT q->paperFailed(papers.error());
    });
}

// Each outcome has a desk of its own: papers that come late are printed and recorded for their case, even
// when the next person already stands at the window.
void IntakeSession::Private::openDesk()
{
    desk = new PaperDesk(ports.printers, ports.store, q);
    QObject::connect(desk, &PaperDesk::changed, q, [this, own = desk] {
        if (own == desk)
            Q_EMIT q->papersChanged();
    });
    QObject::connect(desk, &PaperDesk::failed, q, &IntakeSession::paperFailed);
}

Result<void> IntakeSession::print(const QString &paper)
{
    const Result<void> lawful = d->require(IntakeCommand::Print);
    if (!lawful)
        return lawful;
    if (!d->desk->print(paper))
        return unknownInIntake(paper);
    return {};
}

} // namespace yichuang
