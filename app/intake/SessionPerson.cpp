#include "intake/SessionPrivate.h"

#include "base/Clock.h"
#include "domain/EventTypes.h"
#include "intake/CardReading.h"

namespace yichuang {

Result<void> IntakeSession::readCard(const QString &role)
{
    const Result<void> lawful = d->require(IntakeCommand::ReadCard);
    if (!lawful || d->isReading)
        return lawful;
    d->isReading = true;
    const int turn = ++d->readingTurn;
    Q_EMIT cardReadingChanged(true);
    d->reading = d->ports.cards.readCard();
    auto *watcher = new QFutureWatcher<Result<CardValues>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, turn, role] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            d->onCardRead(turn, role, watcher->result());
        else if (turn == d->readingTurn)
            cancelReading(); // the reader gave up
    });
    watcher->setFuture(d->reading);
    return {};
}

void IntakeSession::cancelReading()
{
    if (!d->isReading)
        return;
    ++d->readingTurn;
    d->isReading = false;
    d->reading.cancel();
    Q_EMIT cardReadingChanged(false);
}

void IntakeSession::Private::onCardRead(int turn, const QString &role, const Result<CardValues> &card)
{
    if (turn != readingTurn)
        return;
    isReading = false;
    Q_EMIT q->cardReadingChanged(false);
    const Party *there = draft.party(role);
    if (card && there && !draft.items.isEmpty() && there->idNumber != card->idNumber) {
        Q_EMIT q->otherPersonRead(role, *card);
        return;
    }
    const Result<void> taken = card ? q->takeCard(*card, role) : Result<void>(passOn(card));
    if (!taken)
        Q_EMIT q->cardFailed(taken.error());
}

Result<void> IntakeSession::takeCard(const CardValues &card, const QString &role)
{
    const Result<void> lawful = d->require(IntakeCommand::ReadCard);
    if (!lawful)
        return lawful;
    const Result<void> holds = checkCard(card, d->today());
    if (!holds)
        return holds;
    if (!d->matter.takesDocument(role, card.idType))
        return raise(ErrorCode::CardKindNotTaken, card.idType);
    d->takeParty({toParty(card, role), {}});
    Q_EMIT cardTaken(role);
    return {};
}

Result<void> IntakeSession::enterPersonByHand(const Party &person, const QString &reason)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    if (!lawful)
        return lawful;
    if (reason.trimmed().isEmpty())
        return raise(ErrorCode::ManualReasonMissing);
    Party party = person;
    party.source = QStringLiteral("manual");
    d->takeParty({party, reason.trimmed()});
    return {};
}

Result<void> IntakeSession::removeParty(const QString &role)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    if (!lawful)
        return lawful;
    const auto removed =
        d->draft.parties.removeIf([&](const DraftParty &party) { return party.party.role == role; });
    if (removed == 0)
        return unknownInIntake(role);
    d->touch();
    Q_EMIT partiesChanged();
    return {};
}

void IntakeSession::recordViewing()
{
    const Fact viewed{CaseId(), eventtype::recordViewed,
                      QJsonObject{{QLatin1String("what"), QLatin1String("id-number")},
                                  {QLatin1String("draft"), d->draft.id.toString()}}};
    whenFinished(d->ports.store.append({viewed}, d->clerk.staffNumber), this,
                 [this](const Result<void> &recorded) {
                     if (!recorded)
                         Q_EMIT saveFailed(recorded.error());
                 });
}

void IntakeSession::Private::putParty(const DraftParty &party)
{
    recordVisit();
    const auto same = [&](const DraftParty &candidate) { return candidate.party.role == party.party.role; };
    const auto found = std::find_if(draft.parties.begin(), draft.parties.end(), same);
    if (found != draft.parties.end())
        *found = party;
    else if (party.party.role == u"applicant")
        draft.parties.prepend(party);
    else
        draft.parties.append(party);
}

// Fills what the form asks of this party. What the clerk typed or corrected about the same person stays,
// except who they are: there the card is right. Of another person who stood there before, nothing stays.
QStringList IntakeSession::Private::fillFromParty(const Party &party, const QString &source, bool samePerson)
{
    const QMap<QString, QJsonValue> values = matter.valuesOf(party);
    QStringList keys;
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const auto existing = draft.answers.constFind(value.key());
        const bool isThere = existing != draft.answers.cend();
        if (samePerson && isThere && existing->source == valuesource::manual &&
            source != valuesource::manual && !matter.saysWho(value.key()))
            continue;
        if (!value->toString().isEmpty())
            draft.answers.insert(value.key(), {*value, source, now(), QJsonValue(QJsonValue::Undefined), {}});
        else if (isThere && !samePerson)
            draft.answers.remove(value.key());
        else
            continue;
        keys.append(value.key());
    }
    return keys;
}

void IntakeSession::Private::takeParty(const DraftParty &taken)
{
    const Party *former = draft.party(taken.party.role);
    const bool samePerson = !former || former->idNumber == taken.party.idNumber;
    DraftParty party = taken;
    // The card does not know the telephone; what is known of it stays while the person is the same.
    if (former && samePerson && party.party.phone.isEmpty())
        party.party.phone = former->phone;
    putParty(party);
    const QStringList keys = fillFromParty(party.party, party.party.source, samePerson);
    touch();
    Q_EMIT q->partiesChanged();
    if (!keys.isEmpty())
        Q_EMIT q->answersChanged(keys);
}

} // namespace yichuang
