#include "integration/store/StoreFixture.h"
#include "session/KeyringCustody.h"
#include "session/Session.h"

using namespace yichuang;

namespace {

// A clock that stands where the test puts it.
class SetClock final : public Clock
{
public:
    QDateTime now() const override { return time; }
    qint64 monotonicMilliseconds() const override { return time.toMSecsSinceEpoch(); }
    QDateTime time = QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
};

} // namespace

class tst_session : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_files = std::make_unique<StoreFixture>();
        QVERIFY(m_files->create());
        m_session = std::make_unique<Session>(*m_files->store, m_clock);
        Account account;
        account.staffNumber = QStringLiteral("0317");
        account.name = QStringLiteral("刘海燕");
        QVERIFY(awaited(m_session->putAccount(account, Secret("yichuang"))));
    }
    void cleanup()
    {
        m_session.reset();
        m_files.reset();
    }

    void theRightPasswordSignsInAndIsOnRecord()
    {
        const auto clerk = signIn("yichuang");
        QVERIFY(clerk);
        QCOMPARE(clerk->name, QStringLiteral("刘海燕"));
        QCOMPARE(clerk->window, QStringLiteral("03"));
        QCOMPARE(m_session->clerk()->staffNumber, QStringLiteral("0317"));
        QCOMPARE(awaited(m_files->store->outbox())->lastSequence, 1);
    }

    void aWrongPasswordAndAnUnknownNumberSayTheSame()
    {
        QCOMPARE(signIn("wrong").error().code, ErrorCode::SignInWrong);
        QCOMPARE(awaited(m_session->signIn(QStringLiteral("9999"), Secret("x"), {})).error().code,
                 ErrorCode::SignInWrong);
        QVERIFY(!m_session->clerk());
    }

    void fiveWrongOnesLockTheAccountForTenMinutesAlsoOverARestart()
    {
        for (const char *left : {"", "", "2", "1"}) {
            const auto wrong = signIn("wrong");
            QCOMPARE(wrong.error().code, ErrorCode::SignInWrong);
            QCOMPARE(wrong.error().detail, QLatin1String(left));
        }
        for (const char *password : {"wrong", "yichuang"}) {
            const auto refused = signIn(password);
            QCOMPARE(refused.error().code, ErrorCode::AccountLocked);
            QCOMPARE(refused.error().detail, QString::number(lockMinutes));
        }
        m_session = std::make_unique<Session>(*m_files->store, m_clock);
        QCOMPARE(signIn("yichuang").error().code, ErrorCode::AccountLocked);
        m_clock.time = m_clock.time.addSecs(lockMinutes * 60 + 1);
        QVERIFY(signIn("yichuang"));
    }

    void aLockKeepsTheClerkAndOnlyThePasswordOpensIt()
    {
        QVERIFY(signIn("yichuang"));
        m_session->lock();
        QVERIFY(m_session->isLocked());
        QCOMPARE(awaited(m_session->unlock(Secret("wrong"))).error().code, ErrorCode::SignInWrong);
        QVERIFY(m_session->isLocked());
        QSignalSpy unlocked(m_session.get(), &Session::unlocked);
        QVERIFY(awaited(m_session->unlock(Secret("yichuang"))));
        QCOMPARE(unlocked.count(), 1);
        QVERIFY(!m_session->isLocked());
    }

    void aSecondAttemptWhileOneIsCheckedIsRefused()
    {
        auto first = m_session->signIn(QStringLiteral("0317"), Secret("yichuang"), {});
        QCOMPARE(awaited(m_session->signIn(QStringLiteral("0317"), Secret("yichuang"), {})).error().code,
                 ErrorCode::SignInUnderWay);
        QVERIFY(awaited(first));
    }

    void destroyingTheSessionEndsAnAttempt()
    {
        auto pending = m_session->signIn(QStringLiteral("0317"), Secret("yichuang"), {});
        m_session.reset();
        QTRY_VERIFY(pending.isFinished());
        QCOMPARE(pending.resultCount(), 0);
    }

    void damagedAccountsOpenNothing()
    {
        QVERIFY(
            awaited(m_files->store->setSetting(QStringLiteral("accounts"), R"([{"staffNumber":"0317"}])")));
        QCOMPARE(signIn("yichuang").error().code, ErrorCode::AccountsMalformed);
    }

    void withoutASecretServiceTheKeyringSaysSoInTime()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        KeyringCustody custody(std::chrono::milliseconds(500));
        const auto fetched = awaited(custody.fetch(QStringLiteral("yichuang-test")));
        QVERIFY(!fetched);
        QVERIFY(fetched.error().code == ErrorCode::KeyringUnreachable ||
                fetched.error().code == ErrorCode::KeyringSilent);
    }

private:
    Result<SignedInClerk> signIn(const char *password)
    {
        return awaited(m_session->signIn(QStringLiteral("0317"), Secret(password), QStringLiteral("03")));
    }

    SetClock m_clock;
    std::unique_ptr<StoreFixture> m_files;
    std::unique_ptr<Session> m_session;
};

QTEST_GUILESS_MAIN(tst_session)
#include "tst_session.moc"
