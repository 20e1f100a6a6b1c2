#pragma once

#include "base/Async.h"
#include "intake/CaseFacts.h"
#include "intake/IntakeState.h"
#include "intake/Outcome.h"

namespace yichuang {

// Everything that the papers of one outcome say.
struct PaperRequest
{
    IntakeState reached = IntakeState::Accepted;
    QList<CaseRecord> records; // with their case ids
    QList<CommittedCase> cases;
    DraftDocument draft;
    StationFacts station;
    ClerkFacts clerk;
    QList<MissingThing> missing;
    Refusal refusal;
    QDate respondBy;
    QDateTime at;
};

// Draws the papers of an outcome, ready to print. Takes no time on the caller's thread.
class PaperMaker
{
public:
    virtual ~PaperMaker() = default;
    virtual Pending<QList<IssuedPaper>> make(const PaperRequest &request) = 0;
};

} // namespace yichuang
