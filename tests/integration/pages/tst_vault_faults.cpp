#include "VaultFixture.h"

#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace yichuang;

namespace {

const QByteArray page(200000, 'p');

// A disk on which no file grows beyond this: each write up to there succeeds, the next is refused.
class FileLimit
{
public:
    explicit FileLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

} // namespace

class tst_vault_faults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Failure 15: 507, no half page, and it goes on from where it was when there is room again.
    void aFullDiskKeepsNothingHalf_data()
    {
        QTest::addColumn<int>("room");
        for (int room : {0, 1, 100, 59999, 60000, 60001, 120000, 199999})
            QTest::addRow("%d", room) << room;
    }
    void aFullDiskKeepsNothingHalf()
    {
        QFETCH(int, room);
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        qint64 sent = 0;
        {
            const FileLimit limit(static_cast<rlim_t>(room));
            int status = 204;
            while (status == 204) {
                status = f.patch(upload, sent, page.mid(sent, 60000)).status;
                sent += status == 204 ? 60000 : 0;
            }
            QCOMPARE(status, 507);
            QVERIFY(!f.has(page));
            QCOMPARE(f.offsetOf(upload), sent);
            QCOMPARE(f.filesIn(QStringLiteral("pages")), 0);
        }
        QCOMPARE(f.patch(upload, sent, page.sliced(sent)).status, 200);
        QVERIFY(f.has(page));
    }

    void anUploadThatCannotBeDescribedIsNotBegun()
    {
        VaultFixture f;
        {
            const FileLimit limit(10);
            QCOMPARE(f.send("POST", "/v1/blobs", {}, VaultFixture::creation(page)).status, 507);
        }
        QCOMPARE(f.filesIn(QStringLiteral(".")), 0);
    }

    void theReserveIsLeft()
    {
        const QTemporaryDir folder;
        FolderPages pages(folder.path(), 1LL << 60);
        QVERIFY(pages.prepare());
        QCOMPARE(pages.reserve(0).error().code, ErrorCode::PageStoreFull);
    }

    void aStoreThatFailsIsNoFault()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        const QString shelf = f.folder.filePath(QStringLiteral("pages/")) + Digest::of(page).toHex().first(2);
        QFile inTheWay(shelf);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QCOMPARE(f.patch(upload, 0, page).status, 503);
        QVERIFY(!f.has(page));
        QVERIFY(inTheWay.remove());
        // Its bytes are all there; only the last step is to be made.
        QCOMPARE(f.offsetOf(upload), page.size());
        QCOMPARE(f.patch(upload, page.size(), {}).status, 200);
        QVERIFY(f.has(page));
    }

    void aPieceThatWasLostWithThePowerIsAskedForAgain()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        QCOMPARE(f.patch(upload, 0, page.first(150000)).status, 204);
        QDirIterator files(f.folder.filePath(QStringLiteral("uploads")), {QStringLiteral("*.part")},
                           QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(QFile::resize(files.next(), 70000));
        QCOMPARE(f.offsetOf(upload), 70000);
        QCOMPARE(f.patch(upload, 70000, page.sliced(70000)).status, 200);
    }

    void aDamagedPieceFailsTheHash()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        QCOMPARE(f.patch(upload, 0, page.first(150000)).status, 204);
        QDirIterator files(f.folder.filePath(QStringLiteral("uploads")), {QStringLiteral("*.part")},
                           QDir::Files, QDirIterator::Subdirectories);
        QFile part(files.next());
        QVERIFY(part.open(QIODevice::ReadWrite) && part.seek(77) && part.putChar('x'));
        part.close();
        QCOMPARE(f.patch(upload, 150000, page.sliced(150000)).status, 460);
        QVERIFY(!f.has(page));
        QCOMPARE(f.patch(f.begin(page), 0, page).status, 200);
    }

    void aGarbledDescriptionIsNoUpload()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        QDirIterator files(f.folder.filePath(QStringLiteral("uploads")), {QStringLiteral("*.json")},
                           QDir::Files, QDirIterator::Subdirectories);
        QFile about(files.next());
        QVERIFY(about.open(QIODevice::WriteOnly) && about.write("{\"page\":") > 0);
        about.close();
        QCOMPARE(f.offsetOf(upload), -404);
        f.clock.advance(8LL * 24 * 3600 * 1000);
        QCOMPARE(f.vault.expire(), 1);
        QCOMPARE(f.filesIn(QStringLiteral(".")), 0);
    }
};

QTEST_GUILESS_MAIN(tst_vault_faults)
#include "tst_vault_faults.moc"
