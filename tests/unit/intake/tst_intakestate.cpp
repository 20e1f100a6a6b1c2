#include "intake/IntakeState.h"

#include <QTest>

using namespace yichuang;

class IntakeStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingMayChangeWhileAnOutcomeIsWritten()
    {
        for (int command = 0; command <= int(IntakeCommand::Next); ++command)
            QVERIFY(!allows(IntakeState::Accepting, IntakeCommand(command)));
    }

    void everyOutcomeLeadsOnlyToPapersAndTheNextPerson()
    {
        for (const IntakeState state : {IntakeState::Accepted, IntakeState::NotifiedOnce,
                                        IntakeState::Collected, IntakeState::Declined}) {
            QVERIFY(isFinished(state));
            for (int command = 0; command <= int(IntakeCommand::Next); ++command) {
                const bool lawful = IntakeCommand(command) == IntakeCommand::Print ||
                                    IntakeCommand(command) == IntakeCommand::Next;
                QCOMPARE(allows(state, IntakeCommand(command)), lawful);
            }
        }
    }

    void anOutcomeNeedsBothAPersonAndAnItem()
    {
        for (const IntakeCommand command :
             {IntakeCommand::Accept, IntakeCommand::Collect, IntakeCommand::Notify, IntakeCommand::Decline}) {
            for (const bool person : {false, true}) {
                for (const bool item : {false, true})
                    QCOMPARE(allows(openState(person, item), command), person && item);
            }
        }
    }

    void personAndItemComeInEitherOrder()
    {
        QCOMPARE(openState(false, false), IntakeState::Empty);
        QCOMPARE(openState(true, false), IntakeState::PersonKnown);
        QCOMPARE(openState(false, true), IntakeState::ItemChosen);
        QCOMPARE(openState(true, true), IntakeState::Filling);
        for (const bool person : {false, true}) {
            for (const bool item : {false, true}) {
                QVERIFY(allows(openState(person, item), IntakeCommand::ReadCard));
                QVERIFY(allows(openState(person, item), IntakeCommand::ChooseItem));
                QVERIFY(!isFinished(openState(person, item)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(IntakeStateTest)
#include "tst_intakestate.moc"
