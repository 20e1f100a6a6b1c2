#include "base/Clock.h"
#include "base/DigestStream.h"
#include "base/Error.h"
#include "base/Id.h"
#include "base/Random.h"
#include "base/Secret.h"
#include "base/Signing.h"
#include "support/CountedRandom.h"
#include "support/SteppedClock.h"

#include <QSet>
#include <QTest>

using namespace yichuang;

class TestBase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialiseCryptography(); }

    void digestIsTheSha256OfFips180()
    {
        QCOMPARE(Digest::of("abc").toHex(),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY(Digest().isNull());
        QVERIFY(!Digest::of("").isNull());
        QCOMPARE(Digest::of({}), Digest::of(""));
        DigestStream parts;
        parts.add("a");
        parts.add({});
        parts.add("bc");
        QCOMPARE(parts.finish(), Digest::of("abc"));
    }

    void digestReadsOnlyItsOwnForm()
    {
        const Digest digest = Digest::of("page");
        QCOMPARE(Digest::fromHex(digest.toHex().toLatin1()).value(), digest);
        const QByteArray hex = digest.toHex().toLatin1();
        for (const QByteArray &bad :
             {QByteArray(), hex.toUpper(), hex.chopped(2), hex + "00", " " + hex.mid(1), "zz" + hex.mid(2),
              hex.left(10) + "\0" + hex.mid(11)}) {
            const auto read = Digest::fromHex(bad);
            QVERIFY2(!read, bad.constData());
            QCOMPARE(read.error().code, ErrorCode::HexMalformed);
        }
    }

    void idReadsOnlyItsOwnForm()
    {
        const QString text = QStringLiteral("0198c0de-0000-7000-8000-000000000001");
        QCOMPARE(CaseId::fromString(text).toString(), text);
        QVERIFY(CaseId::fromString(text.toUpper()).isNull());
        QVERIFY(CaseId::fromString(QStringLiteral("{%1}").arg(text)).isNull());
        QVERIFY(CaseId::fromString(u"").isNull());
        QVERIFY(CaseId::fromString(u"430422-C17-261123-0012").isNull());
    }

    void uuid7CarriesItsTimeAndSortsByIt()
    {
        test::SteppedClock clock(QDateTime::fromMSecsSinceEpoch(0x0198C0DE1234, Qt::UTC));
        test::CountedRandom random;
        QString last;
        for (int i = 0; i < 50; ++i) {
            const QString text = EventId(makeUuid7(clock, random)).toString();
            QVERIFY2(text > last, qPrintable(text));
            QCOMPARE(text.at(14), u'7');
            QVERIFY(QStringLiteral("89ab").contains(text.at(19)));
            last = text;
            clock.advance(1);
        }
        QVERIFY(last.startsWith(QStringLiteral("0198c0de-12")));
    }

    void uuid7sOfOneMillisecondDiffer()
    {
        test::SteppedClock clock(QDateTime::fromMSecsSinceEpoch(1, Qt::UTC));
        SystemRandom random;
        QSet<QUuid> seen;
        for (int i = 0; i < 1000; ++i)
            seen.insert(makeUuid7(clock, random));
        QCOMPARE(seen.size(), 1000);
    }

    void secretKeepsAndGivesItsBytes()
    {
        QByteArray source("S3cret bytes");
        const Secret secret{QByteArrayView(source)};
        wipe(source);
        QVERIFY(source.isEmpty());
        QCOMPARE(secret.view().toByteArray(), QByteArray("S3cret bytes"));
        QCOMPARE(secret.clone().view().toByteArray(), secret.view().toByteArray());
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret::random(32).view().toByteArray() != Secret::random(32).view().toByteArray());
    }

    // RFC 8032 section 7.1, test 2.
    void signingIsThatOfRfc8032()
    {
        const Secret seed(
            QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        const SigningKey key = SigningKey::fromSeed(seed);
        QCOMPARE(key.publicKey().toHex(),
                 QByteArray("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        QCOMPARE(key.sign("\x72").toHex(),
                 QByteArray("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    void aSignatureHoldsForItsBytesAndKeyOnly()
    {
        const SigningKey key = SigningKey::generate();
        const QByteArray bytes("event");
        const QByteArray signature = key.sign(bytes);
        QVERIFY(verifySignature(bytes, signature, key.publicKey()));
        QByteArray bent = signature;
        bent[5] = static_cast<char>(bent[5] ^ 1);
        QVERIFY(!verifySignature(bytes, bent, key.publicKey()));
        QVERIFY(!verifySignature("evenT", signature, key.publicKey()));
        QVERIFY(!verifySignature(bytes, signature, SigningKey::generate().publicKey()));
        QVERIFY(!verifySignature(bytes, signature.chopped(1), key.publicKey()));
        QVERIFY(!verifySignature(bytes, signature, QByteArray()));
        QCOMPARE(verifySignature(bytes, bent, key.publicKey()).error().code, ErrorCode::SignatureInvalid);
    }

    void businessDateIsThatOfChinaWhateverTheZone()
    {
        QCOMPARE(businessDate(QDateTime({2026, 11, 23}, {15, 59, 59}, Qt::UTC)), QDate(2026, 11, 23));
        QCOMPARE(businessDate(QDateTime({2026, 11, 23}, {16, 0}, Qt::UTC)), QDate(2026, 11, 24));
    }

    void shortCodesOfErrorsAreUniqueAndComeBack()
    {
        const Error error{ErrorCode::SignatureInvalid, QStringLiteral("detail")};
        QCOMPARE(errorCodeFromShort(shortCode(error.code)), ErrorCode::SignatureInvalid);
        QVERIFY(logText(error).startsWith(QStringLiteral("B001: ")));
        QVERIFY(logText(error).endsWith(QStringLiteral("(detail)")));
        QVERIFY(!errorCodeFromShort(u"Z999"));
        QStringList all;
#define YICHUANG_SHORT(name, code, text) all.append(QStringLiteral(code));
        YICHUANG_ERRORS(YICHUANG_SHORT)
#undef YICHUANG_SHORT
        QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), all.size());
    }
};

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
