#include "Damage.h"
#include "StoreFixture.h"

#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <cstdio>
#include <sys/resource.h>

using namespace yichuang;

namespace {

// The child: accepts cases one after the other and says each number once the store has said that it is saved.
int writeUntilKilled(const QString &folder)
{
    SystemClock clock;
    SystemRandom random;
    Store store(folder, clock, random);
    if (!awaited(store.open(Secret(QByteArray(32, 'k')))))
        return 1;
    for (;;) {
        const auto appended = awaited(store.append(StoreFixture::acceptance(QStringLiteral("童某"))));
        if (!appended)
            return 1;
        std::printf("%s\n", qPrintable(appended->cases[0].number));
        std::fflush(stdout);
    }
}

} // namespace

class tst_store_faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasToldAsSavedIsThereAfterEveryKill()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        fixture.store.reset();
        QSet<QString> told;
        for (int kill = 0; kill < 60; ++kill) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), fixture.path()});
            QVERIFY(child.waitForReadyRead(20000));
            (void)QTest::qWaitFor([&] { return child.state() != QProcess::Running; },
                                  QRandomGenerator::global()->bounded(1, 60));
            child.kill();
            QVERIFY(child.waitForFinished());
            for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
                if (line.size() == 22)
                    told.insert(QString::fromLatin1(line));
            }
        }
        QVERIFY(fixture.reopen());
        QVERIFY(told.size() >= 60);
        CaseQuery query;
        query.filter = CaseFilter::All;
        query.limit = 1000000;
        QSet<QString> kept;
        const auto rows = awaited(fixture.store->cases(query));
        for (const CaseRow &row : *rows)
            kept.insert(row.number);
        QCOMPARE(kept.size(), rows->size());
        QVERIFY((told - kept).isEmpty());
        const auto report = awaited(fixture.store->verifyLog());
        QCOMPARE(report->firstBroken, 0);
        QCOMPARE(report->events, rows->size() * 3);
        QVERIFY(awaited(fixture.store->quickCheck()));
    }

    void aFullDiskRefusesAndLosesNothing()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit full{400 * 1024, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &full);
        int saved = 0;
        Result<Appended> last;
        while (saved < 10000) {
            last = awaited(fixture.store->append(StoreFixture::acceptance(QStringLiteral("满某"))));
            if (!last)
                break;
            ++saved;
        }
        const rlimit free{RLIM_INFINITY, RLIM_INFINITY};
        QVERIFY(!last);
        QVERIFY(last.error().code == ErrorCode::StoreDiskFull ||
                last.error().code == ErrorCode::StoreWriteFailed);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &free), 0);
        // With room again it goes on, in the same process and after reopening.
        QVERIFY(awaited(fixture.store->append(StoreFixture::acceptance(QStringLiteral("空某")))));
        QVERIFY(fixture.reopen());
        QCOMPARE(awaited(fixture.store->verifyLog())->events, (saved + 1) * 3);
        QCOMPARE(awaited(fixture.store->counts(QDate(2026, 11, 23)))->all, saved + 1);
    }

    void aDamagedDatabaseIsToldAndNeverReset()
    {
        StoreFixture fixture;
        QVERIFY(fixture.create());
        for (int i = 0; i < 50; ++i)
            QVERIFY(awaited(fixture.store->append(StoreFixture::acceptance(QStringLiteral("损某")))));
        fixture.store.reset();
        const QString path = fixture.path() + QStringLiteral("/station.db");
        const qint64 size = QFileInfo(path).size();
        for (const qint64 page : {qint64(1), qint64(3), size / 4096 / 2, size / 4096 - 1}) {
            flip(path, page * 4096 + 100);
            const auto opened = fixture.reopen();
            const auto checked = opened ? awaited(fixture.store->quickCheck()) : opened;
            QVERIFY2(!checked, qPrintable(QString::number(page)));
            QVERIFY(checked.error().code == ErrorCode::StoreDamaged ||
                    checked.error().code == ErrorCode::StoreKeyWrong ||
                    checked.error().code == ErrorCode::StorePageDamaged);
            fixture.store.reset();
            QCOMPARE(QFileInfo(path).size(), size);
            flip(path, page * 4096 + 100);
        }
        QVERIFY(fixture.reopen());
        QVERIFY(awaited(fixture.store->quickCheck()));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    initialiseCryptography();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--write"))
        return writeUntilKilled(arguments.value(2));
    tst_store_faults test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_store_faults.moc"
