#include "Damage.h"
#include "StoreFixture.h"

#include "domain/CaseNumber.h"

using namespace yichuang;

namespace {

constexpr int cases = 60;
constexpr int eventsOfCase = 3;
constexpr qint64 pageBytes = 4096;

} // namespace

// A damaged database, page by page: what can be read is brought out, the files are kept as they were, and no
// number or place in the log is ever given twice.
class tst_store_salvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_whole = std::make_unique<StoreFixture>();
        QVERIFY(m_whole->create());
        for (int i = 0; i < cases; ++i)
            QVERIFY(awaited(m_whole->store->append(StoreFixture::acceptance(QStringLiteral("损某")))));
        m_draft = DraftId(QUuid::createUuid());
        QVERIFY(awaited(m_whole->store->saveDraft(m_draft, "{\"draft\":1}")));
        QVERIFY(awaited(m_whole->store->setSetting(QStringLiteral("accounts"), "[1]")));
        m_page = *awaited(m_whole->store->putBlob("page", QStringLiteral("image/png")));
        QVERIFY(awaited(m_whole->store->acknowledge(30, 0, QStringLiteral("e1"), {})));
        copyAsKilled(m_whole->path(), m_killed.filePath(QStringLiteral("station")));
        m_whole->store.reset();
    }
    void cleanupTestCase() { m_whole.reset(); }

    // Every page of the database in turn, the first among them.
    void everyPageMayBeDamagedAndTheRestIsBroughtOut()
    {
        const qint64 pages = QFileInfo(databaseOf(m_whole->path())).size() / pageBytes;
        QVERIFY(pages > 30);
        int continued = 0;
        int lost = 0;
        int unreadable = 0;
        for (qint64 page = 0; page < pages; ++page) {
            StoreFixture damaged;
            copyOf(*m_whole, damaged);
            flip(databaseOf(damaged.path()), page * pageBytes + 200);
            const auto report = salvaged(damaged);
            QVERIFY2(report, qPrintable(QString::number(page)));
            checkSound(damaged, *report);
            continued += report->logContinues ? 1 : 0;
            lost += report->eventsLost > 0 ? 1 : 0;
            unreadable += report->events == 0 ? 1 : 0;
        }
        // The schema lies on two or three of them; all others cost a few events at most.
        QVERIFY2(unreadable <= 4, qPrintable(QString::number(unreadable)));
        QVERIFY2(continued > pages - 10, qPrintable(QStringLiteral("%1 of %2").arg(continued).arg(pages)));
        QVERIFY(lost > 10);
    }

    void aDamagedWriteAheadLogGivesUpOnlyWhatWasHit()
    {
        const QString path = m_killed.filePath(QStringLiteral("station"));
        const qint64 frames = QFileInfo(path + QStringLiteral("/station.db-wal")).size() / (pageBytes + 24);
        QVERIFY(frames > 200);
        int whole = 0;
        for (const qint64 frame : {qint64(-1), qint64(0), frames / 3, frames / 2, frames * 3 / 4}) {
            StoreFixture damaged;
            damaged.key = m_whole->key;
            copyAsKilled(path, damaged.path());
            flip(damaged.path() + QStringLiteral("/station.db-wal"),
                 frame < 0 ? 9 : 32 + frame * (pageBytes + 24) + 600);
            const auto report = salvaged(damaged);
            QVERIFY2(report, qPrintable(QString::number(frame)));
            checkSound(damaged, *report);
            QVERIFY2(report->events >= (cases - 3) * eventsOfCase,
                     qPrintable(QString::number(report->events)));
            whole += report->events == cases * eventsOfCase ? 1 : 0;
        }
        QVERIFY(whole >= 2);
    }

    void aWholeDatabaseComesOutWhole()
    {
        StoreFixture copy;
        copyOf(*m_whole, copy);
        const auto report = salvaged(copy);
        QVERIFY(report);
        QCOMPARE(report->events, cases * eventsOfCase);
        QCOMPARE(report->eventsLost, 0);
        QCOMPARE(report->unsent, cases * eventsOfCase - 30);
        QCOMPARE(report->drafts, 1);
        QVERIFY(report->logContinues);
        QCOMPARE(copy.store->device(), m_whole->device);
        QCOMPARE(awaited(copy.store->drafts())->value(0).id, m_draft);
        QCOMPARE(*awaited(copy.store->setting(QStringLiteral("accounts"))), QByteArray("[1]"));
        QCOMPARE(*awaited(copy.store->blob(m_page)), QByteArray("page"));
        QCOMPARE(awaited(copy.store->syncState())->epoch, QStringLiteral("e1"));
        QVERIFY(!awaited(copy.store->syncState())->lastSuccess);
        const auto next = awaited(copy.store->append(StoreFixture::acceptance(QStringLiteral("后某"))));
        QCOMPARE(CaseNumber::parse(next->cases[0].number)->serial, cases + 1);
        QVERIFY(copy.reopen());
        QCOMPARE(awaited(copy.store->verifyLog())->events, (cases + 1) * eventsOfCase);
        QCOMPARE(awaited(copy.store->counts({}))->all, cases + 1);
    }

    void theDamagedFilesStayAsTheyWere()
    {
        StoreFixture damaged;
        copyOf(*m_whole, damaged);
        flip(databaseOf(damaged.path()), 20 * pageBytes);
        const QByteArray before = contentOf(databaseOf(damaged.path()));
        const auto report = salvaged(damaged);
        QVERIFY(report);
        QCOMPARE(contentOf(databaseOf(report->quarantine)), before);
        QCOMPARE(QDir(report->quarantine).entryList(QDir::Files), QStringList(QStringLiteral("station.db")));
    }

    // Cut off after the files were moved aside, it finds them there.
    void anInterruptedSalvageIsBegunAgain()
    {
        StoreFixture damaged;
        copyOf(*m_whole, damaged);
        const QString aside = damaged.path() + QStringLiteral("/quarantine/20261123-101010-000");
        QVERIFY(QDir().mkpath(aside));
        QVERIFY(QFile::rename(databaseOf(damaged.path()), databaseOf(aside)));
        QFile half(aside + QStringLiteral("/salvaged.db"));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
        half.close();
        const auto report = salvaged(damaged);
        QVERIFY(report);
        QCOMPARE(report->events, cases * eventsOfCase);
    }

    void anotherKeyMovesNothing()
    {
        StoreFixture copy;
        copyOf(*m_whole, copy);
        copy.key = QByteArray(32, 'x');
        const auto report = salvaged(copy);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::IdentityDamaged);
        QVERIFY(QFile::exists(databaseOf(copy.path())));
        QVERIFY(!QFile::exists(copy.path() + QStringLiteral("/quarantine")));
    }

    void anOpenStoreIsNotSalvaged()
    {
        StoreFixture copy;
        copyOf(*m_whole, copy);
        QVERIFY(copy.reopen());
        QCOMPARE(awaited(copy.store->salvage(Secret(copy.key))).error().code, ErrorCode::StoreOpenAlready);
    }

private:
    static QString databaseOf(const QString &folder) { return folder + QStringLiteral("/station.db"); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void copyOf(const StoreFixture &from, StoreFixture &to)
    {
        to.key = from.key;
        copyAsKilled(from.path(), to.path());
    }
    static Result<SalvageReport> salvaged(StoreFixture &fixture)
    {
        fixture.store = std::make_unique<Store>(fixture.path(), fixture.clock, fixture.random);
        return awaited(fixture.store->salvage(Secret(fixture.key)));
    }

    // Whatever was lost: what is there holds, and nothing is given twice.
    static void checkSound(StoreFixture &fixture, const SalvageReport &report)
    {
        QVERIFY(awaited(fixture.store->quickCheck()));
        const auto unsent = awaited(fixture.store->unsent(0, 10000, 1 << 30));
        QVERIFY(unsent);
        QCOMPARE(unsent->size(), report.events);
        const qint64 last = unsent->isEmpty() ? 0 : unsent->last().sequence;
        const auto next = awaited(fixture.store->append(StoreFixture::acceptance(QStringLiteral("后某"))));
        QCOMPARE(next.has_value(), report.logContinues);
        if (!next) {
            QCOMPARE(next.error().code, ErrorCode::StoreLogEnded);
            QVERIFY(last < cases * eventsOfCase);
            return;
        }
        QCOMPARE(last, cases * eventsOfCase);
        QVERIFY(CaseNumber::parse(next->cases[0].number)->serial > cases);
    }

    std::unique_ptr<StoreFixture> m_whole; // closed
    QTemporaryDir m_killed;                // the same before it was closed: most of it in the write-ahead log
    DraftId m_draft;
    Digest m_page;
};

QTEST_GUILESS_MAIN(tst_store_salvage)
#include "tst_store_salvage.moc"
