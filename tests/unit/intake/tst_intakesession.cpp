#include "SessionFixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const Error broken{ErrorCode::StoreWriteFailed, {}};
const QString price = QStringLiteral("price");
const QString name = QStringLiteral("person.name");

} // namespace

class IntakeSessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { f = std::make_unique<SessionFixture>(); }
    void cleanup() { f.reset(); }

    void aCardFillsTheFormWithItsSource()
    {
        QVERIFY(f->session.chooseItem(QStringLiteral("item")));
        QCOMPARE(f->session.state(), IntakeState::ItemChosen);
        QVERIFY(f->session.readCard());
        QVERIFY(f->session.isReadingCard());
        f->cards.answer(sampleCard());
        QTRY_COMPARE(f->session.state(), IntakeState::Filling);
        QVERIFY(!f->session.isReadingCard());
        const DraftAnswer answer = f->session.draft().answers.value(name);
        QCOMPARE(answer.value.toString(), QStringLiteral("罗晓芬"));
        QCOMPARE(answer.source, QStringLiteral("card"));
        QCOMPARE(answer.at, QStringLiteral("2026-11-23T02:42:00.000Z"));
    }

    void aCardTakenAwayKeepsTheForm()
    {
        f->fillReady();
        const DraftDocument before = f->session.draft();
        QSignalSpy failed(&f->session, &IntakeSession::cardFailed);
        QVERIFY(f->session.readCard());
        f->cards.answer(tl::unexpected<Error>(broken));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(f->session.draft(), before);
        QCOMPARE(f->session.state(), IntakeState::Filling);
    }

    void anExpiredCardAndAWrongKindChangeNothing()
    {
        f->fillReady();
        const DraftDocument before = f->session.draft();
        CardValues expired = sampleCard();
        expired.validUntil = ValidUntil{QDate(2026, 11, 22), false};
        QCOMPARE(f->session.takeCard(expired).error().code, ErrorCode::CardExpired);
        CardValues foreign = sampleCard();
        foreign.idType = QStringLiteral("553");
        QCOMPARE(f->session.takeCard(foreign).error().code, ErrorCode::CardKindNotTaken);
        QCOMPARE(f->session.draft(), before);
    }

    void aReplyThatComesAfterStoppingIsNobodysCard()
    {
        QVERIFY(f->session.readCard());
        f->session.cancelReading();
        QVERIFY(!f->session.isReadingCard());
        QVERIFY(f->session.readCard());
        f->cards.readings.front().addResult(sampleCard());
        f->cards.readings.front().finish();
        QCoreApplication::processEvents();
        QVERIFY(f->session.isReadingCard());
        QVERIFY(f->session.draft().isEmpty());
    }

    void aReaderThatGivesUpLetsTheNextReadingBegin()
    {
        QVERIFY(f->session.readCard());
        f->cards.readings.back().finish();
        QTRY_VERIFY(!f->session.isReadingCard());
        QVERIFY(f->session.readCard());
        QCOMPARE(f->cards.readings.size(), 2U);
    }

    void anotherPersonsCardTakesTheFirstPersonsAnswersAway()
    {
        f->fillReady();
        f->session.setAnswer(QStringLiteral("person.phone"), QStringLiteral("13800006021"));
        CardValues other = sampleCard();
        other.name = QStringLiteral("谭国强");
        other.idNumber = QStringLiteral("430401199001010008");
        other.birth = QDate(1990, 1, 1);
        QVERIFY(f->session.takeCard(other));
        QCOMPARE(f->session.draft().answers.value(name).value.toString(), QStringLiteral("谭国强"));
        QVERIFY(!f->session.draft().answers.contains(QStringLiteral("person.phone")));
        QVERIFY(f->session.draft().answers.contains(price));
    }

    void theSameCardAgainKeepsWhatTheClerkTyped()
    {
        f->fillReady();
        f->session.setAnswer(QStringLiteral("person.phone"), QStringLiteral("13800006021"));
        QVERIFY(f->session.takeCard(sampleCard()));
        QCOMPARE(f->session.draft().answers.value(QStringLiteral("person.phone")).value.toString(),
                 QStringLiteral("13800006021"));
    }

    void whoACardSaysSomebodyIsIsNotTypedOver()
    {
        f->fillReady();
        const auto typed = f->session.setAnswer(name, QStringLiteral("罗小芬"));
        QCOMPARE(typed.error().code, ErrorCode::CardIdentityFixed);
        QCOMPARE(f->session.draft().answers.value(name).value.toString(), QStringLiteral("罗晓芬"));
    }

    void aCorrectedValueKeepsWhatItWas()
    {
        const QString address = QStringLiteral("person.address");
        f->fillReady();
        const QString read = f->session.draft().answers.value(address).value.toString();
        QVERIFY(!read.isEmpty());
        f->session.setAnswer(address, QStringLiteral("示例路 2 号"));
        const DraftAnswer changed = f->session.draft().answers.value(address);
        QCOMPARE(changed.source, QStringLiteral("manual"));
        QCOMPARE(changed.original.toString(), read);
        QCOMPARE(changed.originalSource, QStringLiteral("card"));
        f->session.setAnswer(address, QStringLiteral("示例路 3 号"));
        QCOMPARE(f->session.draft().answers.value(address).original.toString(), read);
        f->session.setAnswer(address, read);
        QCOMPARE(f->session.draft().answers.value(address).source, QStringLiteral("card"));
    }

    void aPersonByHandNeedsItsReason()
    {
        Party person;
        person.role = QStringLiteral("applicant");
        person.name = QStringLiteral("谭国强");
        QCOMPARE(f->session.enterPersonByHand(person, QStringLiteral(" ")).error().code,
                 ErrorCode::ManualReasonMissing);
        QVERIFY(f->session.enterPersonByHand(person, QStringLiteral("reader-out-of-order")));
        QCOMPARE(f->session.draft().parties.first().party.source, QStringLiteral("manual"));
        QCOMPARE(f->session.draft().parties.first().manualReason, QStringLiteral("reader-out-of-order"));
    }

    void acceptWritesEverythingInItsOrderAndPrintsOnce()
    {
        f->fillReady();
        QSignalSpy reached(&f->session, &IntakeSession::outcomeReached);
        QVERIFY(f->session.accept());
        QTRY_COMPARE(reached.count(), 1);
        QCOMPARE(f->session.state(), IntakeState::Accepted);
        QCOMPARE(f->types(), (QStringList{QStringLiteral("opened"), QStringLiteral("applicant-identified"),
                                          QStringLiteral("visit-recorded"), QStringLiteral("form-recorded"),
                                          QStringLiteral("material-checked"), QStringLiteral("accepted")}));
        QTRY_COMPARE(f->printers.jobs.size(), 1);
        f->printers.answer(0, PrintReply{PrintState::Confirmed, {}});
        QTRY_COMPARE(f->types().last(), QStringLiteral("paper-printed"));
        const QJsonObject printed = f->store.log.last().payload;
        QCOMPARE(printed.value(u"state").toString(), QStringLiteral("confirmed"));
        QCOMPARE(printed.value(u"copy").toInt(), 1);
        QCOMPARE(f->session.papers().first().state, IssuedPaper::State::Confirmed);
        QCOMPARE(f->printers.jobs.size(), 1);
    }

    void acceptingTwiceMakesOneCase()
    {
        f->fillReady();
        QVERIFY(f->session.accept());
        QVERIFY(f->session.accept());
        QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
        QVERIFY(f->session.accept());
        QCoreApplication::processEvents();
        QCOMPARE(f->store.commits, 1);
        QCOMPARE(f->types().count(QStringLiteral("opened")), 1);
    }

    void aCaseWithGapsIsNotAccepted()
    {
        f->fillReady();
        f->session.setAnswer(price, QJsonValue(QJsonValue::Null));
        QCOMPARE(f->session.accept().error().code, ErrorCode::IntakeNotReady);
        QCOMPARE(f->session.collectOnly().error().code, ErrorCode::IntakeNotReady);
        QCOMPARE(f->session.state(), IntakeState::Filling);
        QCOMPARE(f->store.commits, 0);
    }

    void aSiteThatMayOnlyCollectCannotAccept()
    {
        f->fillReady();
        f->matter.mayAccept = false;
        QCOMPARE(f->session.accept().error().code, ErrorCode::IntakeNotReady);
        QVERIFY(f->session.collectOnly());
        QTRY_COMPARE(f->session.state(), IntakeState::Collected);
        QVERIFY(f->types().contains(QStringLiteral("collected")));
        QVERIFY(!f->types().contains(QStringLiteral("accepted")));
    }

    void whereTheStoreFailsEverythingStays()
    {
        f->fillReady();
        QTRY_VERIFY(f->store.saved.contains(f->session.draft().id));
        const DraftDocument before = f->session.draft();
        f->store.failWrite = f->store.writes + 1;
        QSignalSpy failed(&f->session, &IntakeSession::outcomeFailed);
        QVERIFY(f->session.accept());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(f->session.state(), IntakeState::Filling);
        QCOMPARE(f->session.draft(), before);
        QVERIFY(f->store.log.isEmpty());
        QVERIFY(f->store.saved.contains(before.id));
        QVERIFY(f->session.accept());
        QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
        QVERIFY(!f->store.saved.contains(before.id));
    }

    // Whichever write of the whole flow fails, the case is on the disk whole or not at all, and the clerk
    // comes to the end by doing again what failed.
    void anyWriteMayFailAndNothingIsLostOrTwice()
    {
        int writes = 1;
        for (int fail = 1; fail <= writes; ++fail) {
            f = std::make_unique<SessionFixture>();
            f->store.failWrite = fail;
            f->fillReady();
            QTRY_VERIFY_WITH_TIMEOUT(f->session.saveState() != SaveState::Pending, 2000);
            const auto page = [this] {
                return f->session.addPage(QStringLiteral("contract"), "png", QStringLiteral("image/png"),
                                          QStringLiteral("scan"));
            };
            QSignalSpy added(&f->session, &IntakeSession::pageAdded);
            QSignalSpy refused(&f->session, &IntakeSession::pageFailed);
            QVERIFY(page());
            QTRY_COMPARE(added.count() + refused.count(), 1);
            if (!refused.isEmpty())
                QVERIFY(page());
            QTRY_COMPARE(added.count(), 1);
            QSignalSpy failed(&f->session, &IntakeSession::outcomeFailed);
            QVERIFY(f->session.accept());
            QTRY_VERIFY(f->session.state() == IntakeState::Accepted || !failed.isEmpty());
            if (!failed.isEmpty()) {
                QVERIFY(f->store.log.isEmpty());
                QVERIFY(f->session.accept());
            }
            QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
            QTRY_COMPARE(f->printers.jobs.size(), 1);
            f->printers.answer(0, PrintReply{PrintState::Confirmed, {}});
            QTRY_COMPARE(f->session.papers().first().state, IssuedPaper::State::Confirmed);
            QCOMPARE(f->types().count(QStringLiteral("opened")), 1);
            QCOMPARE(f->types().count(QStringLiteral("accepted")), 1);
            QCOMPARE(f->types().count(QStringLiteral("material-attached")), 1);
            QVERIFY(f->store.saved.isEmpty());
            QCOMPARE(f->printers.jobs.size(), 1);
            writes = f->store.writes;
        }
        QVERIFY2(writes >= 4, QByteArray::number(writes));
    }

    void aDraftThatCannotBeSavedSaysSoAndIsSavedLater()
    {
        QSignalSpy failed(&f->session, &IntakeSession::saveFailed);
        f->store.failWrite = 1;
        QVERIFY(f->session.takeCard(sampleCard()));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(f->session.saveState(), SaveState::Failed);
        QVERIFY(f->session.chooseItem(QStringLiteral("item")));
        QTRY_COMPARE(f->session.saveState(), SaveState::Saved);
        QCOMPARE(*parseDraft(f->store.saved.value(f->session.draft().id)), f->session.draft());
    }

    void aNoticeListsWhatIsMissingAndEndsTheFlow()
    {
        QVERIFY(f->session.takeCard(sampleCard()));
        QVERIFY(f->session.chooseItem(QStringLiteral("item")));
        QVERIFY(!f->session.notifyOnce({}));
        QVERIFY(f->session.notifyOnce(
            {{QStringLiteral("合同"), QStringLiteral("依据"), QStringLiteral("带原件")}}));
        QTRY_COMPARE(f->session.state(), IntakeState::NotifiedOnce);
        const QJsonObject payload = f->store.log.last().payload;
        QCOMPARE(f->types().last(), QStringLiteral("notified-once"));
        QCOMPARE(payload.value(u"missing").toArray().first().toObject().value(u"what").toString(),
                 QStringLiteral("合同"));
        QCOMPARE(payload.value(u"respondBy").toString(), QStringLiteral("2026-12-08"));
        QCOMPARE(f->session.accept().has_value(), true);
        QCOMPARE(f->store.commits, 1);
    }

    void aRefusalNeedsReasonGroundAndRemedy()
    {
        QVERIFY(f->session.takeCard(sampleCard()));
        QVERIFY(f->session.chooseItem(QStringLiteral("item")));
        Refusal refusal{
            QStringLiteral("not-accepted"), QStringLiteral("不属于本机关"), {}, {}, QStringLiteral("复议")};
        QCOMPARE(f->session.decline(refusal).error().code, ErrorCode::RefusalIncomplete);
        refusal.ground = QStringLiteral("行政许可法第三十二条");
        QVERIFY(f->session.decline(refusal));
        QTRY_COMPARE(f->session.state(), IntakeState::Declined);
        QCOMPARE(f->types().last(), QStringLiteral("declined"));
    }

    void nothingHappensWithoutAPersonOrAnItem()
    {
        QCOMPARE(f->session.accept().error().code, ErrorCode::IntakeCommandUnlawful);
        QCOMPARE(f->session.park().error().code, ErrorCode::IntakeCommandUnlawful);
        QVERIFY(f->session.takeCard(sampleCard()));
        QCOMPARE(f->session.notifyOnce({{QStringLiteral("x"), {}, {}}}).error().code,
                 ErrorCode::IntakeCommandUnlawful);
        QCOMPARE(f->session.setAnswer(price, 1).error().code, ErrorCode::IntakeNameUnknown);
        QCOMPARE(f->session.chooseItem(QStringLiteral("nowhere")).error().code, ErrorCode::IntakeNameUnknown);
    }

    void aPageOnItsWayIsWaitedForBeforeTheCaseIsWritten()
    {
        f->fillReady();
        f->session.clearMaterial(QStringLiteral("contract"));
        f->store.holdBlobs = true;
        QVERIFY(f->session.addPage(QStringLiteral("contract"), "png", QStringLiteral("image/png"),
                                   QStringLiteral("scan")));
        QVERIFY(f->session.accept());
        QCOMPARE(f->session.state(), IntakeState::Accepting);
        QCOMPARE(f->store.commits, 0);
        f->store.releaseBlobs();
        QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
        QVERIFY(f->types().contains(QStringLiteral("material-attached")));
    }

    void aPageThatIsNotKeptStopsTheOutcome()
    {
        f->fillReady();
        f->session.clearMaterial(QStringLiteral("contract"));
        QTRY_COMPARE(f->session.saveState(), SaveState::Saved);
        f->store.failWrite = f->store.writes + 1;
        QSignalSpy pageFailed(&f->session, &IntakeSession::pageFailed);
        QSignalSpy failed(&f->session, &IntakeSession::outcomeFailed);
        QVERIFY(f->session.addPage(QStringLiteral("contract"), "png", QStringLiteral("image/png"),
                                   QStringLiteral("scan")));
        QVERIFY(f->session.accept());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(pageFailed.count(), 1);
        QCOMPARE(f->session.state(), IntakeState::Filling);
        QCOMPARE(f->store.commits, 0);
    }

    void refusesPagesThatAreNoPages()
    {
        f->fillReady();
        QCOMPARE(
            f->session
                .addPage(QStringLiteral("contract"), {}, QStringLiteral("image/png"), QStringLiteral("scan"))
                .error()
                .code,
            ErrorCode::PageNotTaken);
        QVERIFY(!f->session.addPage(QStringLiteral("contract"), "MZ",
                                    QStringLiteral("application/x-msdownload"), QStringLiteral("import")));
        QVERIFY(!f->session.addPage(QStringLiteral("nowhere"), "png", QStringLiteral("image/png"),
                                    QStringLiteral("scan")));
    }

    void changingTheItemKeepsEveryPageAndSharedAnswer()
    {
        f->fillReady();
        QVERIFY(f->session.addPage(QStringLiteral("contract"), "png", QStringLiteral("image/png"),
                                   QStringLiteral("scan")));
        QTRY_COMPARE(f->session.checklist().first().pages, 1);
        QVERIFY(f->session.chooseBundle(QStringLiteral("bundle")));
        QCOMPARE(f->session.draft().items.size(), 2);
        QVERIFY(f->session.draft().answers.contains(price));
        QCOMPARE(f->session.draft().lineOf(1), QStringLiteral("contract"));
        QVERIFY(f->session.accept());
        QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
        QCOMPARE(f->session.outcome().cases.size(), 2);
    }

    void parkingKeepsTheDraftAndTakesTheNextPerson()
    {
        f->fillReady();
        const DraftDocument parked = f->session.draft();
        QVERIFY(f->session.park());
        QTRY_COMPARE(f->session.state(), IntakeState::Empty);
        QVERIFY(f->session.draft().isEmpty());
        QVERIFY(f->session.draft().id != parked.id);
        auto left = f->session.leftDrafts();
        QTRY_VERIFY(left.isFinished());
        QCOMPARE(left.result()->size(), 1);
        QVERIFY(f->session.restore(left.result()->first()));
        QCOMPARE(f->session.draft(), parked);
        QCOMPARE(f->session.state(), IntakeState::Filling);
    }

    void parkingThatCannotBeSavedStays()
    {
        f->fillReady();
        QTRY_COMPARE(f->session.saveState(), SaveState::Saved);
        f->store.failWrite = f->store.writes + 1;
        QSignalSpy failed(&f->session, &IntakeSession::saveFailed);
        QVERIFY(f->session.park());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(f->session.state(), IntakeState::Filling);
        QVERIFY(f->session.setAnswer(price, 1));
    }

    void discardingTakesTheDraftAway()
    {
        f->fillReady();
        QTRY_COMPARE(f->session.saveState(), SaveState::Saved);
        const DraftId id = f->session.draft().id;
        QVERIFY(f->session.discard());
        QVERIFY(!f->store.saved.contains(id));
        QCOMPARE(f->session.state(), IntakeState::Empty);
    }

    void whatWasRefusedIsPrintedAgainAsTheSameCopy()
    {
        f->fillReady();
        QVERIFY(f->session.accept());
        QTRY_COMPARE(f->printers.jobs.size(), 1);
        QVERIFY(!f->session.print(QStringLiteral("acceptance-slip")));
        f->printers.answer(0, PrintReply{PrintState::Refused, QStringLiteral("P001")});
        QTRY_COMPARE(f->session.papers().first().state, IssuedPaper::State::Refused);
        QTRY_COMPARE(f->types().last(), QStringLiteral("paper-printed"));
        QCOMPARE(f->store.log.last().payload.value(u"state").toString(), QStringLiteral("refused"));
        QVERIFY(f->session.print(QStringLiteral("acceptance-slip")));
        QCOMPARE(f->printers.jobs.last().copy, 1);
        f->printers.answer(1, PrintReply{PrintState::Unconfirmed, {}});
        QTRY_COMPARE(f->session.papers().first().state, IssuedPaper::State::Unconfirmed);
        QCOMPARE(f->printers.jobs.size(), 2);
        QVERIFY(f->session.print(QStringLiteral("acceptance-slip")));
        QCOMPARE(f->printers.jobs.last().copy, 2);
    }

    void aLatePrinterIsRecordedForTheCaseThatItPrinted()
    {
        f->fillReady();
        QVERIFY(f->session.accept());
        QTRY_COMPARE(f->printers.jobs.size(), 1);
        const CaseId first = f->session.outcome().cases.first().caseId;
        QVERIFY(f->session.next());
        QCOMPARE(f->session.state(), IntakeState::Empty);
        QVERIFY(f->session.papers().isEmpty());
        f->printers.answer(0, PrintReply{PrintState::Confirmed, {}});
        QTRY_COMPARE(f->types().last(), QStringLiteral("paper-printed"));
        QCOMPARE(f->store.log.last().caseId, first);
        QVERIFY(f->session.papers().isEmpty());
    }

    void nothingIsSavedOnceTheCaseIsWritten()
    {
        f->fillReady();
        const DraftId id = f->session.draft().id;
        QVERIFY(f->session.accept());
        QTRY_COMPARE(f->session.state(), IntakeState::Accepted);
        f->session.setFocusField(price);
        QCOMPARE(f->session.setAnswer(price, 2).error().code, ErrorCode::IntakeCommandUnlawful);
        QVERIFY(!f->store.saved.contains(id));
    }

    void goesAwayInTheMiddleOfAReading()
    {
        QVERIFY(f->session.readCard());
        auto cards = std::move(f->cards.readings);
        f.reset();
        cards.back().addResult(sampleCard());
        cards.back().finish();
        QCoreApplication::processEvents();
    }

private:
    std::unique_ptr<SessionFixture> f;
};

QTEST_GUILESS_MAIN(IntakeSessionTest)
#include "tst_intakesession.moc"
