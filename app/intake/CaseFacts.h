#pragma once

#include "intake/ChecklistLine.h"
#include "intake/CommittedDate.h"
#include "intake/DraftDocument.h"
#include "intake/IntakeStore.h"
#include "intake/Outcome.h"
#include "intake/StationFacts.h"

namespace yichuang {

// What becomes one case: the part of a draft that one item is concerned with.
struct CaseRecord
{
    CaseId caseId;
    QString item, itemName, itemVersion, itemScheme;
    QString caseKind; // "immediate", "committed"
    QList<ChecklistLine> lines;
    QStringList fields; // the keys of the item's form
    std::optional<CommittedDate> due;
};

// The facts of EVENTS.md, in the order in which they go into the log.
QList<Fact> factsOfReceipt(const CaseRecord &record, const DraftDocument &draft, const StationFacts &station);

Fact factOfAcceptance(const CaseRecord &record, const DraftDocument &draft, const QDateTime &now);
Fact factOfCollection(const CaseRecord &record, const StationFacts &station, const QDateTime &now);
Fact factOfNotice(const CaseRecord &record, const QList<MissingThing> &missing, QDate respondBy);
Fact factOfRefusal(const CaseRecord &record, const Refusal &refusal);
Fact factOfPaper(const IssuedPaper &paper);

} // namespace yichuang
