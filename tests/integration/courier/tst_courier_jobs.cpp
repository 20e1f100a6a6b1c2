#include "CourierSteps.h"

#include "support/FaultyDisk.h"

#include <future>
#include <sqlite3.h>

using namespace yichuang;
using namespace yichuang::test;
using courier::Direction;
using courier::Stick;

// The station's two jobs against a platform that is a key and a few lines of the test: every fault of the
// stick and of the store, and every answer that must not be believed.
class CourierJobsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initialiseCryptography();
        m_disk = &FaultyDisk::install();
    }
    void init()
    {
        m_disk->heal();
        m_files = std::make_unique<StoreFixture>();
        QVERIFY(m_files->create());
        m_place = std::make_unique<QTemporaryDir>();
        m_stick = std::make_shared<FaultyStick>(m_place->path());
        m_serial = 0;
        m_case = acceptWithPage(store(), QByteArray(5000, 'p'));
    }

    void whereverTheStickIsPulledOutNothingIsToldAsExported()
    {
        bool reached = true;
        for (int number = 1; reached; ++number) {
            m_stick->failAt(number, EIO, true);
            const auto out = exported(store(), m_stick, key());
            reached = m_stick->heal();
            // What is done only to tidy up may fail.
            QVERIFY(out || reached);
            if (out)
                QVERIFY(isWhole(only(*m_stick, Direction::ToPlatform)));
            for (const courier::PackageName &name : courier::packagesOn(*m_stick))
                QVERIFY2(isWhole(name), qPrintable(QString::number(number)));
            QCOMPARE(awaited(store().outbox())->unsentEvents, 4);
            QVERIFY(number < 200);
        }
        QVERIFY(exported(store(), m_stick, key()));
        QCOMPARE(m_stick->folders(), QStringList{only(*m_stick, Direction::ToPlatform).toString()});
    }

    void tooLittleRoomIsToldBeforeAnythingIsWritten()
    {
        m_stick->setRoom(100000);
        QCOMPARE(codeOf(exported(store(), m_stick, key())), ErrorCode::StickFull);
        QVERIFY(m_stick->folders().isEmpty());
        m_stick->setRoom(-1);
        // And where it is found out too late.
        m_stick->onStep = [this](Stick::Step step) {
            if (step == Stick::Step::Write)
                m_stick->failAt(1, ENOSPC, false);
        };
        QCOMPARE(codeOf(exported(store(), m_stick, key())), ErrorCode::StickFull);
        QVERIFY(courier::packagesOn(*m_stick).isEmpty());
    }

    void aStickThatOnlyReadsSaysSo()
    {
        m_stick->failAt(1, EROFS, true);
        QCOMPARE(codeOf(exported(store(), m_stick, key())), ErrorCode::StickReadOnly);
    }

    void aCancelledExportLeavesNothing()
    {
        CourierExport job(store(), m_stick, key(), m_clock, {});
        connect(&job, &CourierExport::progressed, &job, &CourierExport::cancel);
        QCOMPARE(codeOf(ended<Exported>(job)), ErrorCode::PackageStopped);
        QVERIFY(m_stick->folders().isEmpty());
    }

    void aSilentStickIsNotWaitedForForEver()
    {
        std::promise<void> pulledOut;
        auto wait = std::make_shared<std::shared_future<void>>(pulledOut.get_future().share());
        m_stick->onStep = [wait](Stick::Step step) {
            if (step == Stick::Step::Synchronise)
                wait->wait();
        };
        CourierExport::Limits limits;
        limits.step = std::chrono::milliseconds(300);
        CourierExport job(store(), m_stick, key(), m_clock, limits);
        QCOMPARE(codeOf(ended<Exported>(job)), ErrorCode::StickSilent);
        pulledOut.set_value();
        // What hung then ends by itself, and takes away what it had begun.
        QVERIFY(QTest::qWaitFor([this] { return m_stick.use_count() <= 2; }, 5000));
        QVERIFY(courier::packagesOn(*m_stick).isEmpty());
    }

    void aDestroyedExportSaysNothingAndLeavesNothing()
    {
        bool said = false;
        auto job = std::make_unique<CourierExport>(store(), m_stick, key(), m_clock, CourierExport::Limits{});
        connect(job.get(), &CourierExport::finished, this, [&] { said = true; });
        QSignalSpy begun(job.get(), &CourierExport::progressed);
        job->start();
        QVERIFY(begun.wait());
        job.reset();
        QVERIFY(QTest::qWaitFor([this] { return m_stick.use_count() == 1; }, 5000));
        QVERIFY(m_stick->folders().isEmpty());
        QVERIFY(!said);
    }

    void anAnswerThatIsCutAtAnyWriteOfTheStoreCanBeTakenInAgain()
    {
        bool reached = true;
        int cuts = 0;
        for (int number = 1; reached; ++number) {
            init();
            QVERIFY(exported(store(), m_stick, key()));
            const auto name = answer(whole());
            m_disk->failAt(number, SQLITE_IOERR_WRITE, false, false);
            const auto first = imported(store(), m_stick, name, key());
            reached = m_disk->heal();
            cuts += first ? 0 : 1;
            // Never more than the platform has said; and the second time is as the first would have been.
            if (!first) {
                const auto again = imported(store(), m_stick, name, key());
                QVERIFY2(again, qPrintable(again ? QString() : logText(again.error())));
            }
            QVERIFY(awaited(store().loadCase(m_case))->sending == SendState::Sent);
            QCOMPARE(awaited(store().syncState())->cursor, QByteArray("cursor-2"));
            QCOMPARE(awaited(store().foreignEvents()).value(), 0);
            QVERIFY(number < 300);
        }
        QVERIFY(cuts > 3);
    }

    void anAnswerThatTheStickDoesNotGiveChangesNothing()
    {
        QVERIFY(exported(store(), m_stick, key()));
        const auto name = answer(whole());
        for (int number = 1; number <= 3; ++number) {
            m_stick->failAt(number, EIO, true);
            QCOMPARE(codeOf(imported(store(), m_stick, name, key())), ErrorCode::StickReadFailed);
            m_stick->heal();
            nothingChanged();
        }
        QVERIFY(imported(store(), m_stick, name, key()));
    }

    void answersThatMustNotBeBelievedChangeNothing()
    {
        QVERIFY(exported(store(), m_stick, key()));
        // Of another platform: by its name, and by its signature alone.
        const SigningKey stranger = SigningKey::fromSeed(Secret(QByteArray(32, 'x')));
        QCOMPARE(codeOf(imported(store(), m_stick, answer(whole(), stranger), key())),
                 ErrorCode::PackageForAnother);
        // To another station.
        auto name = answer(whole());
        auto other = name;
        other.device = DeviceId(QUuid::createUuid());
        QVERIFY(m_stick->rename(name.toString(), other.toString()));
        QCOMPARE(codeOf(imported(store(), m_stick, other, key())), ErrorCode::PackageForAnother);
        other.device = name.device;
        // Under another serial.
        other.serial += 5;
        name = answer(whole());
        QVERIFY(m_stick->rename(name.toString(), other.toString()));
        QCOMPARE(codeOf(imported(store(), m_stick, other, key())), ErrorCode::PackageMalformed);
        // Of another log, and of more than was ever written.
        auto lying = whole();
        lying.reply.tail = Digest::of("another event");
        QCOMPARE(codeOf(imported(store(), m_stick, answer(lying), key())), ErrorCode::AnswerOfOtherLog);
        lying = whole();
        lying.reply.acknowledged = 5;
        QCOMPARE(codeOf(imported(store(), m_stick, answer(lying), key())), ErrorCode::AnswerOfOtherLog);
        nothingChanged();
    }

    void aChangedOrShortAnswerChangesNothing()
    {
        QVERIFY(exported(store(), m_stick, key()));
        const auto name = answer(whole());
        const QString folder =
            m_place->filePath(QStringLiteral("yichuang-courier/")) + name.toString() + QLatin1Char('/');
        QFile volume(folder + QStringLiteral("0001.ycv"));
        QVERIFY(volume.open(QIODevice::ReadWrite) && volume.seek(60) && volume.putChar('!'));
        volume.close();
        QCOMPARE(codeOf(imported(store(), m_stick, name, key())), ErrorCode::PackageDamaged);
        QVERIFY(volume.resize(100));
        QCOMPARE(codeOf(imported(store(), m_stick, name, key())), ErrorCode::PackageDamaged);
        QVERIFY(volume.remove());
        QCOMPARE(codeOf(imported(store(), m_stick, name, key())), ErrorCode::StickReadFailed);
        QFile cover(folder + QStringLiteral("cover.yc"));
        QVERIFY(cover.open(QIODevice::ReadWrite));
        QByteArray bytes = cover.readAll();
        bytes.replace("\"made\":1", "\"made\":2");
        QVERIFY(cover.seek(0) && cover.write(bytes) == bytes.size());
        cover.close();
        QCOMPARE(codeOf(imported(store(), m_stick, name, key())), ErrorCode::SignatureInvalid);
        nothingChanged();
    }

    void answersInAnyOrderNeverTakeAnythingBack()
    {
        QVERIFY(exported(store(), m_stick, key()));
        const auto older = answer(whole());
        const auto newer = answer(whole());
        QVERIFY(imported(store(), m_stick, newer, key()));
        QCOMPARE(codeOf(imported(store(), m_stick, older, key())), ErrorCode::AnswerOutdated);
        QVERIFY(awaited(store().loadCase(m_case))->sending == SendState::Sent);
    }

    void anotherEpochNeedsAProof()
    {
        QVERIFY(exported(store(), m_stick, key()));
        auto said = whole();
        const auto first = answer(said);
        const auto replayed = answer(said); // kept by somebody, under the old epoch
        QVERIFY(imported(store(), m_stick, first, key()));
        QCOMPARE(awaited(store().syncState())->epoch, QStringLiteral("epoch-1"));
        // Restored, and it answers a package that was made before this station knew of any epoch.
        said.reply.epoch = QStringLiteral("epoch-2");
        const auto unproved = answer(said);
        QCOMPARE(codeOf(imported(store(), m_stick, unproved, key())), ErrorCode::AnswerEpochUnproved);
        QVERIFY(awaited(store().loadCase(m_case))->sending == SendState::Sent);
        // It answers one that was made since.
        QVERIFY(exported(store(), m_stick, key()));
        said.reply.acknowledged = 2;
        said.reply.tail = awaited(store().unsent(1, 1, 1000000))->first().event.digest();
        said.known = {};
        said.feed = {};
        const auto proved = answer(said);
        QVERIFY(imported(store(), m_stick, proved, key()));
        // What the restored platform lacks counts as unsent again, its page too.
        QCOMPARE(awaited(store().syncState())->epoch, QStringLiteral("epoch-2"));
        QCOMPARE(awaited(store().outbox())->unsentEvents, 2);
        QCOMPARE(awaited(store().outbox())->unsentPages, 1);
        // The old epoch's answer cannot turn it back.
        QCOMPARE(codeOf(imported(store(), m_stick, replayed, key())), ErrorCode::AnswerEpochUnproved);
        QCOMPARE(awaited(store().syncState())->epoch, QStringLiteral("epoch-2"));
    }

    void theFeedIsNeverSkipped()
    {
        QVERIFY(exported(store(), m_stick, key()));
        auto said = whole();
        said.feed = {{"cursor-7", "cursor-8", {}}};
        QVERIFY(imported(store(), m_stick, answer(said), key()));
        QCOMPARE(awaited(store().syncState())->cursor, QByteArray());
    }

private:
    Store &store() { return *m_files->store; }
    QByteArray key() const { return m_platform.publicKey(); }

    bool isWhole(const courier::PackageName &name)
    {
        courier::PackageReader reader(*m_stick, name);
        const auto cover = reader.cover();
        return cover && courier::verify(*cover, store().signingKey().publicKey()) &&
               courier::checkVolumes(cover->cover, reader);
    }

    // That everything of the station is at the platform.
    courier::Answer whole()
    {
        courier::Answer answer;
        const auto last = awaited(store().unsent(3, 1, 1000000));
        answer.reply = {QStringLiteral("epoch-1"), 4, 0, last->first().event.digest()};
        answer.known = {Digest::of(QByteArray(5000, 'p'))};
        answer.feed = {{"", "cursor-1", {}}, {"cursor-1", "cursor-2", {}}};
        return answer;
    }

    courier::PackageName answer(const courier::Answer &said) { return answer(said, m_platform); }
    // On the stick, to the package that lies there, or to none that is known.
    courier::PackageName answer(const courier::Answer &said, const SigningKey &platform)
    {
        const auto work = courier::PackageReader(*m_stick, only(*m_stick, Direction::ToPlatform)).cover();
        courier::Cover cover;
        cover.direction = Direction::ToStation;
        cover.device = store().device();
        cover.serial = ++m_serial;
        cover.made = m_clock.now();
        cover.answered = work ? courier::Answered{work->cover.serial, work->digest()}
                              : courier::Answered{1, Digest::of("none")};
        courier::PackageMaker maker(*m_stick, courier::PackageName::of(cover));
        const auto done = maker.begin().and_then([&] {
            return courier::writeAnswer(said, cover, platform, store().signingKey().publicKey(), maker);
        });
        if (!done || !maker.finish(*done, [] { return true; }))
            qFatal("an answer was not made");
        return courier::PackageName::of(cover);
    }

    void nothingChanged()
    {
        QVERIFY(awaited(store().loadCase(m_case))->sending == SendState::OnlyHere);
        QCOMPARE(awaited(store().syncState())->epoch, QString());
        QCOMPARE(awaited(store().outbox())->unsentEvents, 4);
        QCOMPARE(awaited(store().outbox())->unsentPages, 1);
    }

    FaultyDisk *m_disk = nullptr;
    SystemClock m_clock;
    SigningKey m_platform = SigningKey::fromSeed(Secret(QByteArray(32, 'p')));
    std::unique_ptr<StoreFixture> m_files;
    std::unique_ptr<QTemporaryDir> m_place;
    std::shared_ptr<FaultyStick> m_stick;
    CaseId m_case;
    qint64 m_serial = 0;
};

QTEST_GUILESS_MAIN(CourierJobsTest)
#include "tst_courier_jobs.moc"
