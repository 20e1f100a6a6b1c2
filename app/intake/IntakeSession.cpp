#include "intake/SessionPrivate.h"

#include "base/Clock.h"
#include "base/Random.h"
#include "domain/Dates.h"

namespace yichuang {

tl::unexpected<Error> unknownInIntake(const QString &what)
{
    return raise(ErrorCode::IntakeNameUnknown, what);
}

IntakeSession::Private::Private(IntakeSession *session, const IntakePorts &sessionPorts, StationFacts facts)
    : q(session)
    , ports(sessionPorts)
    , station(std::move(facts))
    , matter(sessionPorts.matter)
    , layout(&draft)
    , keeper(new DraftKeeper(sessionPorts.store, [this] { return toJson(draft); }, session))
{}

IntakeSession::IntakeSession(const IntakePorts &ports, StationFacts station, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, ports, std::move(station)))
{
    connect(d->keeper, &DraftKeeper::stateChanged, this, [this](SaveState state) {
        Q_EMIT saveStateChanged(state);
        if (d->parking && state == SaveState::Saved)
            d->finishParking();
    });
    connect(d->keeper, &DraftKeeper::failed, this, [this](const Error &error) {
        d->parking = false;
        Q_EMIT saveFailed(error);
    });
    d->openDesk();
    d->beginDraft();
}

IntakeSession::~IntakeSession()
{
    d->reading.cancel();
    d->keeper->close();
}

QString IntakeSession::Private::now() const
{
    return toString(ports.clock.now());
}

QDate IntakeSession::Private::today() const
{
    return businessDate(ports.clock.now());
}

void IntakeSession::Private::setState(IntakeState next)
{
    if (state == next)
        return;
    state = next;
    Q_EMIT q->stateChanged(state);
}

Result<void> IntakeSession::Private::require(IntakeCommand command) const
{
    if (!allows(state, command) || parking)
        return raise(ErrorCode::IntakeCommandUnlawful,
                     QStringLiteral("state %1, command %2").arg(int(state)).arg(int(command)));
    return {};
}

void IntakeSession::Private::touch()
{
    keeper->schedule();
    judge();
    if (state != IntakeState::Accepting)
        setState(openState(draft.party(u"applicant") != nullptr, !draft.items.isEmpty()));
}

void IntakeSession::Private::judge()
{
    matter.judge(draft, ports.clock.now());
    Q_EMIT q->verdictChanged();
}

void IntakeSession::Private::beginDraft()
{
    draft = DraftDocument();
    draft.id = DraftId(makeUuid7(ports.clock, ports.random));
    draft.createdAt = now();
    layout.forget();
    keeper->open(draft.id);
    pagesInFlight = 0;
    afterPages = nullptr;
    loadMatter();
}

void IntakeSession::Private::loadMatter()
{
    matter.choose(draft);
    judge();
    Q_EMIT q->partiesChanged();
    Q_EMIT q->itemChanged();
    Q_EMIT q->materialsChanged();
}

void IntakeSession::Private::recordVisit()
{
    if (draft.visits.isEmpty())
        draft.visits.append({QStringLiteral("submit"), QString(), now()});
}

void IntakeSession::Private::recordHandOver()
{
    if (draft.handedOverAt.isEmpty())
        draft.handedOverAt = now();
}

IntakeState IntakeSession::state() const
{
    return d->state;
}

const DraftDocument &IntakeSession::draft() const
{
    return d->draft;
}

const StationFacts &IntakeSession::station() const
{
    return d->station;
}

const ClerkFacts &IntakeSession::clerk() const
{
    return d->clerk;
}

void IntakeSession::setClerk(const ClerkFacts &clerk)
{
    d->clerk = clerk;
}

SaveState IntakeSession::saveState() const
{
    return d->keeper->state();
}

bool IntakeSession::isReadingCard() const
{
    return d->isReading;
}

const Outcome &IntakeSession::outcome() const
{
    return d->outcome;
}

const QList<IssuedPaper> &IntakeSession::papers() const
{
    return d->desk->papers();
}

Result<void> IntakeSession::park()
{
    const Result<void> lawful = d->require(IntakeCommand::Park);
    if (!lawful)
        return lawful;
    cancelReading();
    d->parking = true;
    d->whenPagesAreKept([this] {
        d->keeper->schedule();
        d->keeper->flush();
    });
    return {};
}

void IntakeSession::Private::finishParking()
{
    parking = false;
    beginDraft();
    setState(IntakeState::Empty);
}

Result<void> IntakeSession::discard()
{
    const Result<void> lawful = d->require(IntakeCommand::Discard);
    if (!lawful)
        return lawful;
    cancelReading();
    d->keeper->stop();
    whenFinished(d->ports.store.removeDraft(d->draft.id), this, [this](const Result<void> &removed) {
        if (!removed)
            Q_EMIT saveFailed(removed.error());
    });
    d->beginDraft();
    d->setState(IntakeState::Empty);
    return {};
}

Result<void> IntakeSession::next()
{
    const Result<void> lawful = d->require(IntakeCommand::Next);
    if (!lawful)
        return lawful;
    d->outcome = {};
    d->openDesk();
    d->beginDraft();
    d->setState(IntakeState::Empty);
    return {};
}

Result<void> IntakeSession::restore(const DraftDocument &draft)
{
    if (!d->draft.isEmpty() || d->state != IntakeState::Empty)
        return d->require(IntakeCommand::Next);
    d->draft = draft;
    d->keeper->open(draft.id);
    d->layout.forget();
    d->loadMatter();
    d->setState(openState(draft.party(u"applicant") != nullptr, !draft.items.isEmpty()));
    return {};
}

Pending<QList<DraftDocument>> IntakeSession::leftDrafts() const
{
    const DraftId own = d->draft.id;
    return d->ports.store.drafts().then(
        [own](const Result<QList<StoredDraft>> &stored) -> Result<QList<DraftDocument>> {
            if (!stored)
                return passOn(stored);
            QList<DraftDocument> drafts;
            for (const StoredDraft &candidate : *stored) {
                // One draft that cannot be read must not hide the others; it stays in the store.
                const Result<DraftDocument> draft = parseDraft(candidate.json);
                if (draft && draft->id != own && !draft->isEmpty())
                    drafts.append(*draft);
            }
            return drafts;
        });
}

} // namespace yichuang
