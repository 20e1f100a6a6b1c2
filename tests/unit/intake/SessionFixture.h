#pragma once

#include "IntakeFakes.h"
#include "intake/IntakeSession.h"
#include "support/CountedRandom.h"
#include "support/SteppedClock.h"

namespace yichuang::test {

// A session with everything around it scripted, at 2026-11-23 10:42 of the hall's time.
struct SessionFixture
{
    FakeMatter matter;
    ScriptedIntakeStore store;
    ScriptedCards cards;
    FakePaperMaker maker;
    RecordingPaperOutput printers;
    SteppedClock clock{QDateTime(QDate(2026, 11, 23), QTime(2, 42), Qt::UTC)};
    CountedRandom random;
    IntakeSession session{{matter, store, cards, maker, printers, clock, random}, StationFacts{}};

    // A person, an item and everything it asks for.
    void fillReady()
    {
        session.setClerk({QStringLiteral("C001"), QStringLiteral("刘海燕")});
        session.takeCard(sampleCard());
        session.chooseItem(QStringLiteral("item"));
        session.setAnswer(QStringLiteral("price"), 58600000);
        session.checkMaterial(QStringLiteral("contract"), QStringLiteral("original"), 1);
    }
    QStringList types() const
    {
        QStringList list;
        for (const Fact &fact : store.log)
            list.append(fact.type);
        return list;
    }
};

} // namespace yichuang::test
