#include "intake/CaseReprint.h"
#include "intake/IntakeSession.h"
#include "intake/StationIntakeStore.h"
#include "store/Store.h"
#include "support/SteppedClock.h"
#include "unit/intake/IntakeFakes.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QByteArray key(32, 'k');
const QString contract = QStringLiteral("contract");
const QString price = QStringLiteral("price");

StationFacts station()
{
    StationFacts facts;
    facts.region = QStringLiteral("430407");
    facts.segment = QStringLiteral("W03");
    facts.site = QStringLiteral("430407-01");
    return facts;
}

template <typename T>
Result<T> awaited(Pending<T> pending)
{
    if (!QTest::qWaitFor([&] { return pending.isFinished(); }, 20000))
        qFatal("a future did not finish");
    return pending.result();
}

// A session over a real store in this folder.
struct Window
{
    explicit Window(const QString &path)
        : store(path, clock, random)
    {}

    FakeMatter matter;
    ScriptedCards cards;
    FakePaperMaker maker;
    RecordingPaperOutput printers;
    SystemClock clock;
    SystemRandom random;
    Store store;
    StationIntakeStore intake{store, clock, station()};
    IntakeSession session{{matter, intake, cards, maker, printers, clock, random}, station()};

    Result<void> create()
    {
        return awaited(store.create(Secret(key), DeviceId(QUuid::createUuid()), Secret(QByteArray(32, 's'))));
    }
    Result<void> open() { return awaited(store.open(Secret(key))); }
    void fill()
    {
        session.setClerk({QStringLiteral("0317"), QStringLiteral("刘海燕")});
        session.takeCard(sampleCard());
        session.chooseItem(QStringLiteral("item"));
        session.setAnswer(price, 58600000);
        session.addPage(contract, QByteArray(300000, 'p'), QStringLiteral("image/png"),
                        QStringLiteral("scan"));
    }
};

// The process that is killed: types without end and says each time what is on the disk.
int typeUntilKilled(const QString &path)
{
    Window window(path);
    if (!window.create())
        return 2;
    window.fill();
    int typed = 0;
    QObject::connect(&window.session, &IntakeSession::saveStateChanged, [&](SaveState state) {
        if (state != SaveState::Saved || window.session.draft().materials.isEmpty())
            return;
        std::printf("%lld\n",
                    static_cast<long long>(window.session.draft().answers.value(price).value.toInteger()));
        std::fflush(stdout);
    });
    QTimer typing;
    QObject::connect(&typing, &QTimer::timeout, [&] { window.session.setAnswer(price, ++typed); });
    typing.start(7);
    return QCoreApplication::exec();
}

} // namespace

class IntakeStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void anAcceptedCaseIsFoldedFromTheStoresLog()
    {
        Window window(path());
        QVERIFY(window.create());
        window.fill();
        QTRY_COMPARE(window.session.checklist().first().pages, 1);
        QVERIFY(window.session.accept());
        QTRY_COMPARE(window.session.state(), IntakeState::Accepted);
        const CommittedCase committed = window.session.outcome().cases.first();
        QVERIFY2(committed.number.startsWith(QStringLiteral("430407-W03-")), qPrintable(committed.number));
        QTRY_COMPARE(window.printers.jobs.size(), 1);
        window.printers.answer(0, PrintReply{PrintState::Unconfirmed, {}});
        const auto papers = [&] { return awaited(window.store.loadCase(committed.caseId))->value.papers; };
        QTRY_COMPARE(papers().size(), 1);
        const Case value = awaited(window.store.loadCase(committed.caseId))->value;
        QVERIFY(value.state == CaseState::Accepted);
        QCOMPARE(value.applicant()->name, QStringLiteral("罗晓芬"));
        QCOMPARE(value.visitCount(), 1);
        QCOMPARE(value.materials.value(contract).blobs.size(), 1);
        QCOMPARE(value.answers.value(price).toInteger(), 58600000);
        QVERIFY(!value.papers.first().confirmed);
        QVERIFY(awaited(window.store.drafts())->isEmpty());
        const auto bytes = awaited(
            window.store.blob(*Digest::fromHex(value.materials.value(contract).blobs.first().toLatin1())));
        QCOMPARE(bytes->size(), 300000);
    }

    void aFurtherCopyIsTheSameBytesAndIsRecordedAsTheNextCopy()
    {
        Window window(path());
        QVERIFY(window.create());
        const CaseId id = acceptedAndPrinted(window, PrintState::Confirmed);
        CaseReprint reprint(window.store, window.printers);
        const auto printed = reprint.print(id, QStringLiteral("acceptance-slip"), QStringLiteral("0301"));
        QTRY_COMPARE(window.printers.jobs.size(), 2);
        QCOMPARE(window.printers.jobs.last().bytes, window.printers.jobs.first().bytes);
        QVERIFY(window.printers.jobs.last().device == PaperDevice::Slip);
        window.printers.answer(1, PrintReply{PrintState::Confirmed, {}});
        QVERIFY(awaited(printed)->state == PrintState::Confirmed);
        const Case value = awaited(window.store.loadCase(id))->value;
        QCOMPARE(value.papers.size(), 2);
        QCOMPARE(value.papers.last().copy, 2);
        QCOMPARE(value.papers.last().hash, value.papers.first().hash);
        QCOMPARE(value.history.last().clerk, QStringLiteral("0301"));
        // It is kept, and it is not among the pages that go to the platform.
        QCOMPARE(*awaited(window.store.dropUnusedPages(window.clock.now().addDays(1))), 0);
        QCOMPARE(awaited(window.store.pagesToSend(10))->size(), 1);
    }

    void aPaperThatNeverCameOutIsPrintedLaterAsItsFirstCopy()
    {
        Window window(path());
        QVERIFY(window.create());
        const CaseId id = acceptedAndPrinted(window, PrintState::Refused);
        QVERIFY(awaited(window.store.loadCase(id))->value.papers.first().refused);
        CaseReprint reprint(window.store, window.printers);
        const auto printed = reprint.print(id, QStringLiteral("acceptance-slip"), QStringLiteral("0317"));
        QTRY_COMPARE(window.printers.jobs.size(), 2);
        window.printers.answer(1, PrintReply{PrintState::Confirmed, {}});
        QVERIFY(awaited(printed).has_value());
        const Case value = awaited(window.store.loadCase(id))->value;
        QCOMPARE(value.papers.size(), 1);
        QCOMPARE(value.papers.first().copy, 1);
        QVERIFY(value.papers.first().confirmed);
        QVERIFY(!value.papers.first().refused);
    }

    void aPaperThatThisStationDoesNotHaveIsNotPrinted()
    {
        Window window(path());
        QVERIFY(window.create());
        const CaseId id = acceptedAndPrinted(window, PrintState::Confirmed);
        CaseReprint reprint(window.store, window.printers);
        const auto none = reprint.print(id, QStringLiteral("refusal"), QStringLiteral("0317"));
        QVERIFY(awaited(none).error().code == ErrorCode::BlobUnknown);
        QCOMPARE(window.printers.jobs.size(), 1);
    }

    void numbersFollowEachOtherAndABundleGetsOneEach()
    {
        Window window(path());
        QVERIFY(window.create());
        QStringList numbers;
        for (int person = 0; person < 2; ++person) {
            window.fill();
            QVERIFY(window.session.chooseBundle(QStringLiteral("bundle")));
            QVERIFY(window.session.accept());
            QTRY_COMPARE(window.session.state(), IntakeState::Accepted);
            for (const CommittedCase &each : window.session.outcome().cases)
                numbers.append(each.number.right(4));
            QVERIFY(window.session.next());
        }
        QCOMPARE(numbers, (QStringList{QStringLiteral("0001"), QStringLiteral("0002"), QStringLiteral("0003"),
                                       QStringLiteral("0004")}));
    }

    void aDraftComesBackAfterTheProcessIsKilledWhileTyping()
    {
        for (int round = 0; round < 3; ++round) {
            m_folder = std::make_unique<QTemporaryDir>();
            qint64 promised = -1;
            killAfter(40 + round * 17, &promised);
            Window window(path());
            QVERIFY(window.open());
            const auto left = awaited(window.session.leftDrafts());
            QVERIFY(left.has_value());
            QCOMPARE(left->size(), 1);
            QVERIFY(window.session.restore(left->first()));
            QCOMPARE(window.session.state(), IntakeState::Filling);
            QVERIFY(window.session.draft().answers.value(price).value.toInteger() >= promised);
            QCOMPARE(window.session.draft().party(u"applicant")->name, QStringLiteral("罗晓芬"));
            QCOMPARE(window.session.checklist().first().pages, 1);
            const auto page = awaited(
                window.session.pageBytes(window.session.draft().materials.value(contract).pages.first().id));
            QCOMPARE(page->size(), 300000);
            QVERIFY(window.session.accept());
            QTRY_COMPARE(window.session.state(), IntakeState::Accepted);
        }
    }

    void aStoreThatIsClosedKeepsTheFormAndSaysSo()
    {
        Window window(path());
        QSignalSpy failed(&window.session, &IntakeSession::saveFailed);
        QSignalSpy outcome(&window.session, &IntakeSession::outcomeFailed);
        window.session.takeCard(sampleCard());
        window.session.chooseItem(QStringLiteral("item"));
        window.session.setAnswer(price, 1);
        window.session.checkMaterial(contract, QStringLiteral("original"), 1);
        QTRY_VERIFY(failed.count() > 0);
        QVERIFY(window.session.accept());
        QTRY_COMPARE(outcome.count(), 1);
        QCOMPARE(window.session.state(), IntakeState::Filling);
        QCOMPARE(window.session.draft().answers.value(price).value.toInteger(), 1);
    }

private:
    // A case with its slip, printed as the printer says.
    CaseId acceptedAndPrinted(Window &window, PrintState state)
    {
        window.fill();
        [&] {
            QTRY_COMPARE(window.session.checklist().first().pages, 1);
            QVERIFY(window.session.accept());
            QTRY_COMPARE(window.printers.jobs.size(), 1);
        }();
        const CaseId id = window.session.outcome().cases.first().caseId;
        window.printers.answer(0, PrintReply{state, {}});
        [&] { QTRY_COMPARE(awaited(window.store.loadCase(id))->value.papers.size(), 1); }();
        return id;
    }

    QString path() const { return m_folder->filePath(QStringLiteral("station")); }

    // Kills the typing process once it has typed on for a while after its first saved word.
    void killAfter(int milliseconds, qint64 *promised)
    {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--type-into"), path()});
        QTRY_VERIFY_WITH_TIMEOUT(child.canReadLine() || child.state() == QProcess::NotRunning, 20000);
        QCOMPARE(child.state(), QProcess::Running);
        QElapsedTimer time;
        time.start();
        QTRY_VERIFY(time.elapsed() > milliseconds);
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        while (child.canReadLine())
            *promised = child.readLine().trimmed().toLongLong();
        QVERIFY(*promised >= 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    initialiseCryptography();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--type-into")
        return typeUntilKilled(arguments.value(2));
    IntakeStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_intake_store.moc"
