#include "session/KeyringCustody.h"
#include "store/KeySlots.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace yichuang;

namespace {

constexpr char isInside[] = "YICHUANG_KEYRING_IS_UNLOCKED";

template <typename T>
Result<T> awaited(const Pending<T> &pending)
{
    if (!QTest::qWaitFor([&] { return pending.isFinished(); }, 20000))
        qFatal("a future did not finish");
    return pending.result();
}

// This program once more, on a bus of its own with an unlocked gnome-keyring, in an empty home.
int insideOwnSession(const char *self, const QTemporaryDir &home)
{
    qputenv("HOME", home.path().toUtf8());
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    qputenv("XDG_RUNTIME_DIR", home.path().toUtf8());
    qunsetenv("DISPLAY");
    qputenv(isInside, "yes");
    const char *script =
        "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
        "exec \"$0\"";
    return ::execlp("dbus-run-session", "dbus-run-session", "--", "sh", "-c", script, self, nullptr);
}

} // namespace

class KeyringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasKeptIsFetchedByItsName()
    {
        KeyringCustody custody(std::chrono::seconds(10));
        const QByteArray secret = Secret::random(32).view().toByteArray();
        const auto kept = awaited(custody.keep(QStringLiteral("station-a"), secret));
        QVERIFY2(kept, kept ? "" : qPrintable(logText(kept.error())));
        QVERIFY(awaited(custody.keep(QStringLiteral("station-b"), QByteArray(32, '\0'))));
        QCOMPARE(*awaited(custody.fetch(QStringLiteral("station-a"))), secret);
        QCOMPARE(*awaited(custody.fetch(QStringLiteral("station-b"))), QByteArray(32, '\0'));
    }

    void whatWasNeverKeptIsSaidToBeMissing()
    {
        KeyringCustody custody(std::chrono::seconds(10));
        QVERIFY(awaited(custody.fetch(QStringLiteral("nobody"))).error().code == ErrorCode::KeyringHasNoKey);
    }

    void theStationsKeyComesBackThroughTheKeyringAndThroughThePassphrase()
    {
        const QTemporaryDir folder;
        KeyringCustody custody(std::chrono::seconds(10));
        KeySlots keySlots(folder.path());
        const Secret passphrase(QByteArray("a passphrase"));
        const auto dataKey = keySlots.create(passphrase);
        QVERIFY(dataKey);
        const Secret keyringKey = Secret::random(32);
        QVERIFY(keySlots.addKeyring(*dataKey, keyringKey));
        QVERIFY(awaited(custody.keep(keySlots.keyringName(), keyringKey.view().toByteArray())));
        const auto fetched = awaited(custody.fetch(keySlots.keyringName()));
        const auto opened = keySlots.unlockByKeyring(Secret(*fetched));
        QVERIFY(opened);
        QCOMPARE(opened->view(), dataKey->view());
        QCOMPARE(keySlots.unlockByPassphrase(passphrase)->view(), dataKey->view());
    }
};

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet(isInside)) {
        QTemporaryDir home;
        home.setAutoRemove(false); // the program that takes this one's place uses it
        return insideOwnSession(argv[0], home);
    }
    QCoreApplication application(argc, argv);
    KeyringTest test;
    const int code = QTest::qExec(&test, argc, argv);
    QDir(qEnvironmentVariable("HOME")).removeRecursively();
    return code;
}

#include "tst_keyring.moc"
