#pragma once

#include "intake/DraftKeeper.h"
#include "intake/IntakeSession.h"
#include "intake/Matter.h"
#include "intake/PageLayout.h"
#include "intake/PaperDesk.h"
#include "intake/PaperMaker.h"

#include <functional>

namespace yichuang {

// A line, page, role or item that a command names and that is not there; never a person's data.
tl::unexpected<Error> unknownInIntake(const QString &what);

// What the session's four source files share. Not for others.
struct IntakeSession::Private
{
    Private(IntakeSession *session, const IntakePorts &sessionPorts, StationFacts facts);

    IntakeSession *const q;
    const IntakePorts ports;
    const StationFacts station;
    ClerkFacts clerk;
    IntakeState state = IntakeState::Empty;
    DraftDocument draft;
    Matter &matter;
    PageLayout layout;
    DraftKeeper *keeper;
    PaperDesk *desk = nullptr;
    Outcome outcome;

    QFuture<Result<CardValues>> reading;
    bool isReading = false;
    int readingTurn = 0; // a reply of an earlier turn is not this reader's any more

    int pagesInFlight = 0;
    std::function<void()> afterPages; // an outcome or a parking that waits for pages to be on the disk
    bool parking = false;

    IntakeState before = IntakeState::Empty; // where an outcome that fails falls back to
    QList<CaseRecord> records;
    QList<MissingThing> missing;
    Refusal refusal;

    QString now() const; // ISO 8601, UTC
    QDate today() const;

    void setState(IntakeState next);
    Result<void> require(IntakeCommand command) const;
    // The draft changed: saves, judges and says so.
    void touch();
    void judge();
    void beginDraft();
    void loadMatter();
    Result<void> chooseMatter(const QStringList &items, const QString &bundle, const QString &asked);
    void propose();
    void strayPagesToTray();
    void recordVisit();
    void recordHandOver();

    void putParty(const DraftParty &party);
    void takeParty(const DraftParty &party);
    QStringList fillFromParty(const Party &party, const QString &source, bool samePerson);
    void onCardRead(int turn, const QString &role, const Result<CardValues> &card);

    DraftMaterial &line(const QString &name);
    Result<void> requireLine(const QString &name) const;
    Result<void> layoutChanged(bool done);
    void onPageStored(DraftId owner, const QString &line, DraftPage page, const Result<Digest> &stored);
    void whenPagesAreKept(std::function<void()> then);

    using LastFact = std::function<Fact(const CaseRecord &)>;
    bool isUnderWayOrDone() const;
    void conclude(IntakeState reached, bool mustBeReady, LastFact lastFact);
    void commit(IntakeState reached, const LastFact &lastFact);
    void giveUp(const Error &error);
    void onCommitted(IntakeState reached, const Result<QList<CommittedCase>> &cases);
    void makePapers(IntakeState reached);
    void openDesk();
    void finishParking();
};

} // namespace yichuang
