#include "Places.h"
#include "base/Signing.h"
#include "domain/Wire.h"

#include <QFile>
#include <QTest>

using namespace yichuang;

class tst_wire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkedExampleIsWhatTheDocumentSays()
    {
        wire::RequestProof proof;
        proof.device = DeviceId::fromString(u"0190b1f4-6f00-7000-8000-000000000001");
        proof.time = 1795401730123;
        proof.nonce = "000102030405060708090a0b0c0d0e0f";
        const QByteArray text = wire::signedRequest({"GET", "/v1/status", {}}, proof);
        QFile document(QStringLiteral(YICHUANG_SOURCE_DIR "/resources/api/WIRE.md"));
        QVERIFY(document.open(QIODevice::ReadOnly));
        QVERIFY(document.readAll().contains(QByteArray(text).replace('\n', "\\n")));

        const SigningKey key = SigningKey::fromSeed(Secret(QByteArray(32, '\1')));
        proof.signature = key.sign(text);
        const auto read = wire::fromHeader(wire::toHeader(proof));
        QVERIFY(read);
        QCOMPARE(read->signature, proof.signature);
        QVERIFY(verifySignature(wire::signedRequest({"GET", "/v1/status", {}}, *read), read->signature,
                                key.publicKey()));
        QVERIFY(!verifySignature(wire::signedRequest({"GET", "/v1/status?x", {}}, *read), read->signature,
                                 key.publicKey()));
    }

    void aHeaderThatIsNotOfTheFormIsRefused()
    {
        wire::RequestProof proof;
        proof.nonce = QByteArray(32, 'a');
        proof.signature = QByteArray(64, 's');
        const QByteArray good = wire::toHeader(proof);
        QVERIFY(wire::fromHeader(good));
        QVERIFY(!wire::fromHeader({}));
        QVERIFY(!wire::fromHeader(good + ",device=x"));
        QVERIFY(!wire::fromHeader(QByteArray(good).replace("Yichuang ", "Bearer ")));
        QVERIFY(!wire::fromHeader(QByteArray(good).replace("aaaa", "zzzz")));
        QVERIFY(!wire::fromHeader(good.chopped(4)));
        QVERIFY(!wire::fromHeader(good + QByteArray(1000, ' ')));
    }

    void aCodeProvesTheKeyOfItsPlatformAndNoOther()
    {
        const QString code = wire::enrolmentCode("0123456789", QByteArray(32, 'k'));
        QCOMPARE(code.size(), 29);
        QVERIFY(wire::provesKey(code, QByteArray(32, 'k')));
        QVERIFY(
            wire::provesKey(code.toLower().replace(QLatin1Char('-'), QLatin1Char(' ')), QByteArray(32, 'k')));
        QVERIFY(!wire::provesKey(code, QByteArray(32, 'l')));
        QVERIFY(wire::tidiedCode(QStringLiteral("ABCD")).isEmpty());
        QVERIFY(wire::tidiedCode(code + QLatin1Char('A')).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_wire)
#include "tst_wire.moc"
