#include "CourierSteps.h"

#include "integration/sync/SyncedStation.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>

using namespace yichuang;
using namespace yichuang::test;
using courier::Direction;

// Station, stick, the platform's own program, stick, station.
class CourierRoundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initialiseCryptography(); }
    void init()
    {
        m_platform = std::make_unique<PlatformProcess>();
        QVERIFY(m_platform->start());
        m_station = std::make_unique<SyncedStation>();
        QVERIFY(m_station->enrol(*m_platform, m_platform->invite()));
        m_place = std::make_unique<QTemporaryDir>();
        m_stick = std::make_shared<FaultyStick>(m_place->path());
    }

    void whatIsCarriedThereAndAnsweredIsSent()
    {
        const CaseId id = acceptWithPage(store(), QByteArray(300000, 'p'));
        const auto out = exported(store(), m_stick, key());
        QVERIFY(out);
        QCOMPARE(out->events, 4);
        QCOMPARE(out->pages, 1);
        // Exporting is not sending.
        QVERIFY(awaited(store().loadCase(id))->sending == SendState::OnlyHere);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 4);
        carry();
        QVERIFY(awaited(store().loadCase(id))->sending == SendState::OnlyHere);
        const auto in = imported(store(), m_stick, only(*m_stick, Direction::ToStation), key());
        QVERIFY2(in, qPrintable(in ? QString() : logText(in.error())));
        QCOMPARE(in->acknowledged, 4);
        QVERIFY(awaited(store().loadCase(id))->sending == SendState::Sent);
        QCOMPARE(awaited(store().outbox())->unsentPages, 0);
        // The stick is clear again.
        QVERIFY(courier::packagesOn(*m_stick).isEmpty());
        // And the platform folds the case as the station does.
        m_station->connect(m_platform->url());
        QCOMPARE(awaited(m_station->client->foldOf(id))->canonicalJson,
                 awaited(store().loadCase(id))->value.canonicalJson());
    }

    void aPackageThatComesAgainAndAgainHasOneEffect()
    {
        const CaseId id = acceptWithPage(store(), "page");
        QVERIFY(exported(store(), m_stick, key()));
        const QTemporaryDir first;
        copyTo(first);
        acceptWithPage(store(), "another page");
        QVERIFY(exported(store(), m_stick, key()));
        // The newer one holds what the older one held, and took its place.
        QCOMPARE(only(*m_stick, Direction::ToPlatform).serial, 2);
        carry();
        const auto older = std::make_shared<FaultyStick>(first.path());
        QVERIFY(isSound(take({first.path()})));
        const auto old = only(*older, Direction::ToStation);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(isSound(take({m_place->path()})));
            QCOMPARE(acknowledged(), 8);
        }
        // Answers in the wrong order: the newest first.
        const auto newest = only(*m_stick, Direction::ToStation);
        QVERIFY(old.serial < newest.serial);
        QVERIFY(imported(store(), m_stick, newest, key()));
        QCOMPARE(codeOf(imported(store(), older, old, key())), ErrorCode::AnswerOutdated);
        QVERIFY(awaited(store().loadCase(id))->sending == SendState::Sent);
        QCOMPARE(awaited(store().outbox())->unsentEvents, 0);
        const QJsonObject verified = m_platform->command({QStringLiteral("verify-log")});
        QVERIFY(isSound(verified));
    }

    void eventsWithoutTheirPageAreNotSent()
    {
        const CaseId id = acceptWithPage(store(), QByteArray(1000, 'q'));
        // The page's file is damaged here: it is left out, and the rest goes.
        QDirIterator files(m_station->files.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            if (QFileInfo(path).fileName().size() > 50 && file.open(QIODevice::ReadWrite) && file.seek(100))
                QCOMPARE(file.write("!!!!"), 4);
        }
        const auto out = exported(store(), m_stick, key());
        QVERIFY(out);
        QCOMPARE(out->pagesUnreadable, 1);
        QCOMPARE(out->pages, 0);
        carry();
        QVERIFY(imported(store(), m_stick, only(*m_stick, Direction::ToStation), key()));
        QVERIFY(awaited(store().loadCase(id))->sending == SendState::EventsSent);
    }

    void aStationWithoutALineReceivesToo()
    {
        const CaseId id = acceptWithPage(store(), "page");
        QVERIFY(exported(store(), m_stick, key()));
        carry();
        QVERIFY(imported(store(), m_stick, only(*m_stick, Direction::ToStation), key()));
        SyncedStation other;
        QVERIFY(other.enrol(*m_platform, m_platform->invite(QStringLiteral("W04"))));
        QVERIFY(awaited(other.store().append(StoreFixture::acceptance(QStringLiteral("李某"), id))));
        other.connect(m_platform->url());
        QVERIFY(other.catchUp());
        // Nothing to send is a package too: it fetches.
        const auto out = exported(store(), m_stick, key());
        QVERIFY(out);
        QCOMPARE(out->events, 0);
        carry();
        const auto in = imported(store(), m_stick, only(*m_stick, Direction::ToStation), key());
        QVERIFY2(in, qPrintable(in ? QString() : logText(in.error())));
        QCOMPARE(in->received, 3);
        // With a line again it goes on from there.
        m_station->connect(m_platform->url());
        QVERIFY(m_station->catchUp());
        QCOMPARE(awaited(store().foreignEvents()).value(), 3);
    }

    void aRevokedOrUnknownStationIsNotTakenIn()
    {
        acceptWithPage(store(), "page");
        QVERIFY(exported(store(), m_stick, key()));
        m_platform->command(
            {QStringLiteral("revoke"), QStringLiteral("--device"), m_station->enrolled.device.toString()});
        QCOMPARE(errorOf(take({m_place->path()})), QStringLiteral("K018"));
        PlatformProcess another;
        QVERIFY(another.start());
        QCOMPARE(errorOf(another.command({QStringLiteral("courier"), m_place->path()})),
                 QStringLiteral("K017"));
        QCOMPARE(only(*m_stick, Direction::ToStation), courier::PackageName());
    }

    void aChangedOrShortPackageIsNotTakenIn()
    {
        acceptWithPage(store(), "page");
        QVERIFY(exported(store(), m_stick, key()));
        QFile volume(folder() + QStringLiteral("/0001.ycv"));
        QVERIFY(volume.open(QIODevice::ReadWrite) && volume.seek(volume.size() - 1) && volume.putChar('!'));
        volume.close();
        QCOMPARE(errorOf(take({m_place->path()})), QStringLiteral("K002"));
        QVERIFY(volume.resize(volume.size() / 2));
        QCOMPARE(errorOf(take({m_place->path()})), QStringLiteral("K002"));
        QFile cover(folder() + QStringLiteral("/cover.yc"));
        QVERIFY(cover.open(QIODevice::ReadWrite));
        QByteArray bytes = cover.readAll();
        bytes.replace("\"made\":17", "\"made\":18");
        QVERIFY(cover.seek(0) && cover.write(bytes) == bytes.size());
        cover.close();
        QCOMPARE(errorOf(take({m_place->path()})), QStringLiteral("B001"));
        QCOMPARE(acknowledged(), 0);
    }

private:
    Store &store() { return m_station->store(); }
    QByteArray key() const { return m_station->enrolled.platformKey; }
    QJsonObject take(const QStringList &places) const
    {
        return m_platform->command(QStringList(QStringLiteral("courier")) + places);
    }
    // To the platform's host and back.
    void carry()
    {
        const QJsonObject answer = take({m_place->path()});
        QCOMPARE(answer.value(QLatin1String("packages")).toArray().size(), 1);
        QVERIFY(isSound(answer));
    }
    static bool isSound(const QJsonObject &answer)
    {
        return !answer.isEmpty() && answer.value(QLatin1String("broken")).toArray().isEmpty();
    }
    static QString errorOf(const QJsonObject &answer)
    {
        const QJsonObject line = answer.value(QLatin1String("broken")).toArray().at(0).toObject();
        return line.value(QLatin1String("error")).toString();
    }
    // Of the station's log, at the platform.
    qint64 acknowledged() const
    {
        const QJsonObject summary = m_platform->command({QStringLiteral("status")});
        const QJsonObject device = summary.value(QLatin1String("devices")).toArray().at(0).toObject();
        return device.value(QLatin1String("acknowledged")).toInteger(-1);
    }
    QString folder() const
    {
        return m_place->filePath(QStringLiteral("yichuang-courier/")) +
               only(*m_stick, Direction::ToPlatform).toString();
    }
    void copyTo(const QTemporaryDir &place)
    {
        const QString to = place.filePath(QStringLiteral("yichuang-courier/")) +
                           only(*m_stick, Direction::ToPlatform).toString();
        QVERIFY(QDir().mkpath(to));
        const QStringList files = QDir(folder()).entryList(QDir::Files);
        for (const QString &file : files)
            QVERIFY(QFile::copy(folder() + QLatin1Char('/') + file, to + QLatin1Char('/') + file));
    }

    std::unique_ptr<PlatformProcess> m_platform;
    std::unique_ptr<SyncedStation> m_station;
    std::unique_ptr<QTemporaryDir> m_place;
    std::shared_ptr<FaultyStick> m_stick;
};

QTEST_GUILESS_MAIN(CourierRoundTest)
#include "tst_courier_round.moc"
