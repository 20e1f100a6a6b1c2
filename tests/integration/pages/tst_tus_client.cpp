#include "TusPeer.h"

#include "support/CountedRandom.h"
#include "support/PlatformProcess.h"
#include "support/SteppedClock.h"
#include "sync/HttpPlatformClient.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace yichuang;

// tus-js-client, which knows nothing of this project but how a request is signed, uploads to the real
// platform.
class tst_tus_client : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(TusPeer::install());
        QVERIFY(m_platform.start());
        SystemClock clock;
        SystemRandom random;
        Enrolment enrolment(m_platform.url(), SigningKey::fromSeed(Secret(m_seed)), clock, random);
        const auto pending = enrolment.enrol(m_platform.invite());
        QTRY_VERIFY(pending.isFinished());
        QVERIFY(pending.result());
        m_device = pending.result()->device;
    }

    void itsPagesArriveWhole_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        const auto row = [](const char *name, int count, int size, int chunk, int parallel,
                            const char *more = "") {
            QJsonObject wish{{QStringLiteral("count"), count},
                             {QStringLiteral("size"), size},
                             {QStringLiteral("chunk"), chunk},
                             {QStringLiteral("parallel"), parallel}};
            if (*more)
                wish.insert(QLatin1String(more), true);
            if (QByteArray(more) == "abortAfter")
                wish.insert(QStringLiteral("abortAfter"), 200000);
            QTest::newRow(name) << wish;
        };
        row("in one piece", 1, 3000000, 0, 1);
        row("in pieces of 64 KiB", 1, 1000000, 65536, 1);
        row("in pieces of 1 MB", 1, 3500000, 1000000, 1);
        row("a piece that ends with the page", 1, 131072, 65536, 1);
        row("one byte", 1, 1, 65536, 1);
        row("an empty one", 1, 0, 65536, 1);
        row("aborted and resumed", 2, 1000000, 65536, 1, "abortAfter");
        row("eight at once", 40, 200000, 65536, 8);
        row("eight at once of the same page", 8, 200000, 65536, 8, "same");
        row("the same page again", 1, 200000, 65536, 1, "same");
        row("begun with its bytes", 4, 100000, 30000, 2, "whole");
        row("through a proxy without PATCH", 1, 100000, 30000, 1, "post");
    }
    void itsPagesArriveWhole()
    {
        QFETCH(QJsonObject, wish);
        wish.insert(QStringLiteral("endpoint"), m_platform.url().toString() + QStringLiteral("/v1/blobs"));
        wish.insert(QStringLiteral("device"), m_device.toString());
        wish.insert(QStringLiteral("seed"), QString::fromLatin1(m_seed.toHex()));
        const QJsonObject said = TusPeer::upload(wish);
        QVERIFY2(!said.contains(QLatin1String("error")),
                 qPrintable(said.value(QLatin1String("error")).toString()));
        const QJsonArray done = said.value(QLatin1String("done")).toArray();
        QCOMPARE(done.size(), wish.value(QLatin1String("count")).toInt());
        for (const auto &hash : done) {
            QFile page(m_platform.data() + QStringLiteral("/blobs/pages/") + hash.toString().first(2) +
                       QLatin1Char('/') + hash.toString());
            QVERIFY(page.open(QIODevice::ReadOnly));
            QCOMPARE(Digest::of(page.readAll()).toHex(), hash.toString());
        }
        QDirIterator open(m_platform.data() + QStringLiteral("/blobs/uploads"), {QStringLiteral("*.part")},
                          QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(!open.hasNext() || wish.contains(QLatin1String("same")));
    }

    void aStrangerIsRefused()
    {
        const QJsonObject said = TusPeer::upload(
            {{QStringLiteral("endpoint"), m_platform.url().toString() + QStringLiteral("/v1/blobs")},
             {QStringLiteral("device"), m_device.toString()},
             {QStringLiteral("seed"), QString::fromLatin1(QByteArray(32, 'x').toHex())},
             {QStringLiteral("count"), 1},
             {QStringLiteral("size"), 1000},
             {QStringLiteral("chunk"), 0},
             {QStringLiteral("parallel"), 1}});
        QVERIFY(said.value(QLatin1String("error")).toString().contains(QLatin1String("401")));
    }

private:
    PlatformProcess m_platform;
    QByteArray m_seed = QByteArray(32, 's');
    DeviceId m_device;
};

QTEST_GUILESS_MAIN(tst_tus_client)
#include "tst_tus_client.moc"
