#include "StationProgram.h"
#include "integration/store/StoreFixture.h"
#include "session/Session.h"
#include "workstation/StationConfig.h"
#include "workstation/StationKey.h"
#include "workstation/StationSetup.h"

#include <QTest>

using namespace yichuang;
using test::StationProgram;

namespace {

QByteArray oneDevice()
{
    return R"([{"id":"papers","name":"A4","plugin":"printer-system","settings":{"folder":"papers"}}])";
}

#define REFUSED(ended, ...)                                                                                  \
    do {                                                                                                     \
        const StationProgram::Ended refused = ended;                                                         \
        QVERIFY2(refused.refusedWith(__VA_ARGS__),                                                           \
                 (QByteArray::number(refused.code) + ' ' + refused.errors + refused.output).constData());    \
    } while (false)

} // namespace

// The two commands by the real program against the real platform: what they leave, what they refuse, and that
// a failed try keeps no later one from succeeding.
class tst_stationsetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_platform.start()); }
    void init() { m_program = std::make_unique<StationProgram>(); }

    void aStationIsEnrolledAndItsClerkSignsIn()
    {
        m_program->write("devices.json", oneDevice());
        const auto enrolled = m_program->enrol(m_platform.url(), m_platform.invite());
        QVERIFY2(enrolled.code == 0, enrolled.errors.constData());
        QVERIFY(enrolled.output.contains(m_program->profile().toUtf8()));
        const auto added = m_program->addClerk(QStringLiteral("supervisor"));
        QVERIFY2(added.code == 0, added.errors.constData());
        QVERIFY(added.output.contains("0317") && !added.output.contains(StationProgram::clerk().toUtf8()));

        const auto config = readStationConfig(stationConfigPath(m_program->profile()));
        QVERIFY(config);
        QCOMPARE(config->siteName, QStringLiteral("示例政务服务中心"));
        QCOMPARE(config->segment, QStringLiteral("W03"));
        QCOMPARE(config->platformUrl, m_platform.url());
        QCOMPARE(config->devices.size(), 1);
        QVERIFY(config->demonstration);
        checkSignIn(config->device);
    }

    void theProfileIsItsOwnersAloneAndHoldsNoNameAndNoSecretInPlain()
    {
        enrolAndAdd();
        const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                               QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(m_program->profile()) & forOthers));
        QVERIFY(!m_program->filesWith("W03").isEmpty()); // the search does find what is there
        for (const QByteArray &secret :
             {StationProgram::clerk().toUtf8(), QByteArray(StationProgram::passphrase),
              QByteArray(StationProgram::password)})
            QCOMPARE(m_program->filesWith(secret), QStringList());
        const QString clerk = StationProgram::clerk();
        QCOMPARE(m_program->filesWith(QByteArray(reinterpret_cast<const char *>(clerk.utf16()),
                                                 clerk.size() * qsizetype(sizeof(char16_t)))),
                 QStringList());
    }

    void aWrongCodeIsRefusedAndTheRightOneWorks()
    {
        // What answers can only prove by the code that it is the platform.
        REFUSED(m_program->enrol(m_platform.url(), QStringLiteral("AAAA-BBBB-CCCC")), "N002");
        enrolAndAdd();
    }

    void aCodeWorksOnceAndAnotherIsInvited()
    {
        const QString code = m_platform.invite();
        const StationProgram other;
        QCOMPARE(other.enrol(m_platform.url(), code).code, 0);
        REFUSED(m_program->enrol(m_platform.url(), code), "N017");
        enrolAndAdd();
    }

    void aPlatformThatIsDownIsSaidAndUsesNoCode()
    {
        PlatformProcess platform;
        QVERIFY(platform.start());
        const QString code = platform.invite();
        platform.kill();
        REFUSED(m_program->enrol(platform.url(), code), "N001");
        QVERIFY(platform.start());
        const auto enrolled = m_program->enrol(platform.url(), code);
        QVERIFY2(enrolled.code == 0, enrolled.errors.constData());
    }

    void badFilesAreRefusedBeforeTheCodeIsUsed()
    {
        const QString code = m_platform.invite();
        m_program->write("empty", {});
        m_program->write("newline", "\n\n");
        m_program->write("object.json", "{}");
        m_program->write("cut.json", oneDevice().chopped(1));
        m_program->write("unknown.json", R"([{"id":"a","name":"A","plugin":"p","settings":{},"port":1}])");
        const QUrl url = m_platform.url();
        for (const char *file : {"missing", "empty", "newline"})
            REFUSED(m_program->enrol(url, code, file), "W005");
        for (const char *file : {"missing", "object.json", "cut.json"})
            REFUSED(m_program->enrol(url, code, "passphrase", file), "W006");
        REFUSED(m_program->enrol(url, code, "passphrase", "unknown.json"), "V001");
        QVERIFY(!QFile::exists(m_program->profile()));
        const auto enrolled = m_program->enrol(url, code);
        QVERIFY2(enrolled.code == 0, enrolled.errors.constData());
    }

    // Also where the first passphrase was mistyped: nothing was closed with it yet.
    void aFailedTryBindsNoPassphrase()
    {
        m_program->write("mistyped", "corect horse");
        REFUSED(m_program->enrol(m_platform.url(), QStringLiteral("AAAA-BBBB-CCCC"), "mistyped"), "N002");
        enrolAndAdd();
        REFUSED(m_program->addClerk(QStringLiteral("clerk"), "mistyped"), "S020");
    }

    void aPlaceThatTakesNothingUsesNoCodeOfTheNextTry()
    {
        // A folder where the description would be written.
        QVERIFY(QDir().mkpath(stationConfigPath(m_program->profile())));
        REFUSED(m_program->enrol(m_platform.url(), m_platform.invite()), "W003");
        QVERIFY(QDir().rmdir(stationConfigPath(m_program->profile())));
        enrolAndAdd();
    }

    void aWholeStationIsNotEnrolledAgainAndTheCodeStaysGood()
    {
        enrolAndAdd();
        const auto before = readStationConfig(stationConfigPath(m_program->profile()));
        const QString code = m_platform.invite();
        REFUSED(m_program->enrol(m_platform.url(), code), "W012");
        QCOMPARE(*readStationConfig(stationConfigPath(m_program->profile())), *before);
        checkSignIn(before->device);
        const StationProgram other;
        QCOMPARE(other.enrol(m_platform.url(), code).code, 0);
    }

    void aClerkIsRefusedForRolePasswordPassphraseOrStation()
    {
        REFUSED(m_program->addClerk(), "S018");
        QCOMPARE(m_program->enrol(m_platform.url(), m_platform.invite()).code, 0);
        m_program->write("empty", {});
        m_program->write("other", "another passphrase");
        const QString clerk = QStringLiteral("clerk");
        REFUSED(m_program->addClerk(QStringLiteral("mayor")), "W008");
        REFUSED(m_program->addClerk(clerk, "passphrase", "missing"), "W005");
        REFUSED(m_program->addClerk(clerk, "passphrase", "empty"), "W005");
        REFUSED(m_program->addClerk(clerk, "empty"), "W005");
        REFUSED(m_program->addClerk(clerk, "other"), "S020");
        QCOMPARE(m_program->addClerk().code, 0);
        checkSignIn(readStationConfig(stationConfigPath(m_program->profile()))->device);
    }

    void aCommandLineThatIsNotUnderstoodEndsWithTwo()
    {
        REFUSED(StationProgram::run({QStringLiteral("--enrol"), QStringLiteral("nowhere")}), "W004", 2);
        QCOMPARE(StationProgram::run({QStringLiteral("--help")}).code, 0);
    }

private:
    void enrolAndAdd()
    {
        const auto enrolled = m_program->enrol(m_platform.url(), m_platform.invite());
        QVERIFY2(enrolled.code == 0, enrolled.errors.constData());
        const auto added = m_program->addClerk();
        QVERIFY2(added.code == 0, added.errors.constData());
    }

    // With the same folder as the program opens it.
    void checkSignIn(const DeviceId &device)
    {
        auto key = KeySlots(m_program->profile()).unlockByPassphrase(Secret(StationProgram::passphrase));
        QVERIFY(key);
        SystemClock clock;
        SystemRandom random;
        Store store(m_program->profile(), clock, random);
        QVERIFY(awaited(store.open(std::move(*key))));
        QCOMPARE(store.device(), device);
        Session session(store, clock);
        const auto clerk = awaited(
            session.signIn(QStringLiteral("0317"), Secret(StationProgram::password), QStringLiteral("03")));
        QVERIFY(clerk);
        QCOMPARE(clerk->name, StationProgram::clerk());
        QVERIFY(!awaited(session.signIn(QStringLiteral("0317"), Secret("another"), QStringLiteral("03"))));
    }

    PlatformProcess m_platform;
    std::unique_ptr<StationProgram> m_program;
};

QTEST_GUILESS_MAIN(tst_stationsetup)
#include "tst_stationsetup.moc"
