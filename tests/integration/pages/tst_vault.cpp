#include "VaultFixture.h"

#include "platform/pages/PageWorkers.h"
#include "platform/pages/TusHeaders.h"

#include <QCryptographicHash>
#include <QSemaphore>
#include <QTest>

#include <atomic>

using namespace yichuang;

namespace {

const QByteArray page = QByteArray(100000, 'p') + "end";
constexpr qint64 size = 100003;

} // namespace

class tst_vault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageInPiecesIsThereWhenItIsWhole()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        QVERIFY(upload.startsWith("/v1/blobs/uploads/"));
        const ApiReply first = f.patch(upload, 0, page.first(40000));
        QCOMPARE(first.status, 204);
        QCOMPARE(first.headers.value("Upload-Offset"), "40000");
        QVERIFY(first.headers.value("Upload-Expires").endsWith(" GMT"));
        QVERIFY(!f.has(page));
        const ApiReply last = f.patch(upload, 40000, page.sliced(40000));
        QCOMPARE(last.status, 200);
        QVERIFY(last.body.contains(Digest::of(page).toHex().toLatin1()));
        QVERIFY(f.has(page));
        QCOMPARE(*f.vault.store().read(Digest::of(page), 0, size + 1), page);
        QCOMPARE(*f.vault.store().read(Digest::of(page), size - 3, 10), "end");
    }

    // Failure 13: the answer to the last piece was lost, and everything about it is asked again.
    void theEndCanBeAskedForAgain()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        QCOMPARE(f.patch(upload, 0, page).status, 200);
        QCOMPARE(f.patch(upload, 0, page).status, 200);
        QCOMPARE(f.offsetOf(upload), size);
        const ApiReply again = f.send("POST", "/v1/blobs", {}, VaultFixture::creation(page));
        QCOMPARE(again.status, 201);
        QCOMPARE(again.headers.value("Upload-Offset"), QByteArray::number(size));
        QVERIFY(again.body.contains(Digest::of(page).toHex().toLatin1()));
        QCOMPARE(f.filesIn(QStringLiteral("pages")), 1);
    }

    // Failure 12: whatever was cut off, HEAD says where to go on.
    void aCutUploadGoesOnWhereItIs_data()
    {
        QTest::addColumn<qint64>("cut");
        for (qint64 cut : {0, 1, 65535, 65536, 65537, 100002})
            QTest::addRow("%lld", static_cast<long long>(cut)) << cut;
    }
    void aCutUploadGoesOnWhereItIs()
    {
        QFETCH(qint64, cut);
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        QCOMPARE(f.patch(upload, 0, page.first(cut)).status, 204);
        QCOMPARE(f.offsetOf(upload), cut);
        QCOMPARE(f.patch(upload, cut + 1, {}).status, 409);
        if (cut > 0)
            QCOMPARE(f.patch(upload, 0, page.first(cut)).status, 409);
        QCOMPARE(f.patch(upload, cut, page.sliced(cut)).status, 200);
        QVERIFY(f.has(page));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const QByteArray key = "sha256 " + Digest::of(page).toHex().toLatin1().toBase64();
        const auto post = [](const char *name, const QByteArray &header, const QByteArray &value,
                             int status) {
            QTest::newRow(name) << QByteArray("POST") << header << value << status;
        };
        post("no version", "tus-resumable", "", 412);
        post("another version", "tus-resumable", "0.2.2", 412);
        post("no length", "upload-length", "", 400);
        post("negative", "upload-length", "-1", 400);
        post("no number", "upload-length", "1e3", 400);
        post("beyond 64 bits", "upload-length", "99999999999999999999", 400);
        post("too large", "upload-length", QByteArray::number(BlobVault::mostBytes + 1), 413);
        post("no metadata", "upload-metadata", "", 400);
        post("no hash", "upload-metadata", "mediaType aW1n", 400);
        post("no base64", "upload-metadata", "sha256 !!!", 400);
        post("hash of another form", "upload-metadata", "sha256 " + QByteArray("AB").toBase64(), 400);
        post("the hash twice", "upload-metadata", key + "," + key, 400);
        post("three words", "upload-metadata", key + " x", 400);
        post("an empty key", "upload-metadata", key + ",", 400);
        post("a key that is not ASCII", "upload-metadata", key + ",\xe6\x98\x93 aW1n", 400);
        post("very long", "upload-metadata", key + ",x " + QByteArray(6000, 'A'), 400);
        const auto patch = [](const char *name, const QByteArray &header, const QByteArray &value,
                              int status) {
            QTest::newRow(name) << QByteArray("PATCH") << header << value << status;
        };
        patch("piece: no version", "tus-resumable", "", 412);
        patch("piece: no type", "content-type", "", 415);
        patch("piece: another type", "content-type", "application/json", 415);
        patch("piece: no offset", "upload-offset", "", 400);
        patch("piece: negative", "upload-offset", "-1", 400);
        patch("piece: hexadecimal", "upload-offset", "0x0", 400);
        patch("piece: beyond", "upload-offset", "100000", 413);
        patch("piece: stale", "upload-offset", "5", 409);
        patch("piece: md5", "upload-checksum", "md5 AAAA", 400);
        patch("piece: no hash", "upload-checksum", "sha256", 400);
        patch("piece: another hash", "upload-checksum", "sha256 " + Digest::of("x").bytes().toBase64(), 460);
    }
    void refusals()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        QFETCH(int, status);
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        auto headers = method == "POST" ? VaultFixture::creation(page) : VaultFixture::pieceAt(0);
        headers.insert(header, value);
        const ApiReply reply = method == "POST" ? f.send(method, "/v1/blobs", {}, headers)
                                                : f.send(method, upload, page.first(100), headers);
        QCOMPARE(reply.status, status);
        QCOMPARE(f.offsetOf(upload), 0);
        QCOMPARE(f.patch(upload, 0, page).status, 200);
    }

    void aPieceIsCheckedByEitherHash()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        auto headers = VaultFixture::pieceAt(0);
        headers.insert("upload-checksum",
                       "sha1 " + QCryptographicHash::hash("ppp", QCryptographicHash::Sha1).toBase64());
        QCOMPARE(f.send("PATCH", upload, "ppp", headers).status, 204);
        headers = VaultFixture::pieceAt(3);
        headers.insert("upload-checksum", "sha256 " + Digest::of("ppp").bytes().toBase64());
        QCOMPARE(f.send("PATCH", upload, "ppp", headers).status, 204);
    }

    void anotherPageThanPromisedIsDropped()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        QByteArray other = page;
        other[5] = 'x';
        const ApiReply reply = f.patch(upload, 0, other);
        QCOMPARE(reply.status, 460);
        QVERIFY(reply.body.contains("page-damaged"));
        QVERIFY(!f.has(page) && !f.has(other));
        QCOMPARE(f.offsetOf(upload), -404);
        QCOMPARE(f.filesIn(QStringLiteral(".")), 0);
    }

    void oneRequestIsEnoughForASmallPage()
    {
        VaultFixture f;
        auto headers = VaultFixture::creation(page);
        headers.insert("content-type", "application/offset+octet-stream");
        ApiReply reply = f.send("POST", "/v1/blobs", page, headers);
        QCOMPARE(reply.status, 201);
        QCOMPARE(reply.headers.value("Upload-Offset"), QByteArray::number(size));
        QVERIFY(reply.body.contains("\"hash\""));
        QVERIFY(f.has(page));
        headers = VaultFixture::creation("other");
        headers.insert("content-type", "application/offset+octet-stream");
        reply = f.send("POST", "/v1/blobs", "oth", headers);
        QCOMPARE(reply.headers.value("Upload-Offset"), "3");
        QVERIFY(!reply.body.contains("\"hash\""));
        QCOMPARE(f.patch(reply.headers.value("Location"), 3, "er").status, 200);
        headers.insert("content-type", "text/plain");
        QCOMPARE(f.send("POST", "/v1/blobs", "oth", headers).status, 415);
    }

    void anEmptyPageIsWholeAtOnce()
    {
        VaultFixture f;
        const ApiReply reply = f.send("POST", "/v1/blobs", {}, VaultFixture::creation({}));
        QCOMPARE(reply.status, 201);
        QVERIFY(f.has(QByteArray("")));
    }

    void headSaysWhatWasPromised()
    {
        VaultFixture f;
        const ApiReply reply = f.send("HEAD", f.begin(page));
        QCOMPARE(reply.headers.value("Upload-Length"), QByteArray::number(size));
        QCOMPARE(reply.headers.value("Upload-Metadata"),
                 VaultFixture::creation(page).value("upload-metadata"));
        QCOMPARE(reply.headers.value("Cache-Control"), "no-store");
    }

    void whatThePlatformCanIsSaidWithoutProof()
    {
        const ApiReply reply = BlobVault::capabilities();
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.headers.value("Tus-Version"), "1.0.0");
        QCOMPARE(reply.headers.value("Tus-Extension"),
                 "creation,creation-with-upload,checksum,termination,expiration");
        QVERIFY(reply.headers.value("Tus-Checksum-Algorithm").contains("sha1"));
        QCOMPARE(reply.headers.value("Tus-Max-Size"), "67108864");
    }

    void aProxyWithoutPatchIsHelped()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        auto headers = VaultFixture::pieceAt(0);
        headers.insert("x-http-method-override", "PATCH");
        QCOMPARE(f.send("POST", upload, page, headers).status, 200);
    }

    // Another station's upload is as unknown as none, whatever it is asked for.
    void anUploadBelongsToItsDevice()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        f.device = DeviceId::fromString(u"0190b1f4-6f00-7000-8000-000000000002");
        QCOMPARE(f.offsetOf(upload), -404);
        QCOMPARE(f.patch(upload, 0, page).status, 404);
        QCOMPARE(f.send("DELETE", upload).status, 404);
        f.device = DeviceId::fromString(u"0190b1f4-6f00-7000-8000-000000000001");
        QCOMPARE(f.offsetOf(upload), 0);
    }

    void strangePathsAreUnknown()
    {
        VaultFixture f;
        for (const QByteArray &path :
             {QByteArray("/v1/blobs/uploads/"), QByteArray("/v1/blobs/uploads/../../etc/passwd"),
              QByteArray("/v1/blobs/uploads/0190B1F4-6F00-7000-8000-000000000001"), QByteArray("/v1/blobs/x"),
              QByteArray("/v1/blobs/uploads/0190b1f4-6f00-7000-8000-000000000001")})
            QCOMPARE(f.send("HEAD", path).status, 404);
        QCOMPARE(f.send("GET", "/v1/blobs").status, 404);
        QCOMPARE(f.send("PUT", f.begin(page)).status, 404);
    }

    // Failure 25: the upload goes, and so may a case; the page stays.
    void endingAnUploadNeverRemovesAPage()
    {
        VaultFixture f;
        const QByteArray done = f.begin(page);
        QCOMPARE(f.patch(done, 0, page).status, 200);
        QCOMPARE(f.send("DELETE", done).status, 204);
        QVERIFY(f.has(page));
        const QByteArray open = f.begin("other");
        QCOMPARE(f.send("DELETE", open).status, 204);
        QCOMPARE(f.offsetOf(open), -404);
    }

    void anUploadExpiresWhileServing()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        const QByteArray swept = f.begin("other");
        QCOMPARE(f.vault.expire(), 0);
        f.clock.advance(8LL * 24 * 3600 * 1000);
        QCOMPARE(f.offsetOf(upload), -410);
        QCOMPARE(f.offsetOf(upload), -404);
        QCOMPARE(f.vault.expire(), 1);
        QCOMPARE(f.offsetOf(swept), -404);
        QCOMPARE(f.filesIn(QStringLiteral(".")), 0);
    }

    void aStationCannotBeginWithoutEnd()
    {
        VaultFixture f;
        for (int i = 0; i < UploadSpool::mostOfOneOwner; ++i)
            QVERIFY(!f.begin(QByteArray::number(i)).isEmpty());
        QCOMPARE(f.send("POST", "/v1/blobs", {}, VaultFixture::creation("more")).status, 429);
        f.device = DeviceId::fromString(u"0190b1f4-6f00-7000-8000-000000000002");
        QVERIFY(!f.begin("more").isEmpty());
    }

    // Failure 12: the one gets 204 and the other 409, at every piece, and the page is whole.
    void twoUploadersCannotSpoilOneUpload()
    {
        VaultFixture f;
        const QByteArray upload = f.begin(page);
        BlobVault other(std::make_unique<FolderPages>(f.folder.path(), 0), f.clock); // as in another process
        std::atomic<int> taken{0};
        const auto race = [&](BlobVault &vault) {
            wire::RequestProof proof;
            proof.device = f.device;
            proof.nonce = QByteArray(32, 'a');
            proof.signature = QByteArray(64, 's');
            for (qint64 at = 0; at < size; at += 997) {
                auto headers = VaultFixture::pieceAt(at);
                headers.insert("authorization", wire::toHeader(proof));
                headers.insert("tus-resumable", "1.0.0");
                const ApiReply reply = vault.answer({"PATCH", upload, headers, page.mid(at, 997)});
                taken += reply.status == 204 || (reply.status == 200 && at + 997 >= size) ? 1 : 0;
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back(race, std::ref(i % 2 ? other : f.vault));
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(f.offsetOf(upload), size);
        QCOMPARE(*f.vault.store().read(Digest::of(page), 0, size), page);
        QVERIFY(taken >= 101);
    }

    void severalThreadsWorkAndSweep()
    {
        std::atomic<int> sweeps{0};
        QSemaphore inside;
        QSemaphore go;
        QSemaphore answered;
        {
            PageWorkers workers(
                [&](const ApiRequest &) {
                    inside.release();
                    go.acquire();
                    return ApiReply{};
                },
                [&] { ++sweeps; }, std::chrono::milliseconds(1));
            workers.start(3);
            for (int i = 0; i < 3; ++i)
                QVERIFY(workers.add({}, [&](const ApiReply &) { answered.release(); }));
            QVERIFY(inside.tryAcquire(3, 10000)); // all three at once
            go.release(3);
            QVERIFY(answered.tryAcquire(3, 10000));
            QTRY_VERIFY(sweeps > 3);
            QVERIFY(workers.add({}, [&](const ApiReply &) { answered.release(); }));
            go.release();
        }
        QVERIFY(answered.tryAcquire(1)); // what waits at the end is answered
    }
};

QTEST_GUILESS_MAIN(tst_vault)
#include "tst_vault.moc"
