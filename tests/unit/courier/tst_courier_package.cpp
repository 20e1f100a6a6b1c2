#include "SamplePackage.h"

#include "courier/Pack.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace yichuang;
using namespace yichuang::courier;
using test::RecordingReceiver;
using test::SamplePackage;

namespace {

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::StoreClosed : result.error().code;
}

QByteArray withMember(const QByteArray &json, const char *key, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.insert(QLatin1String(key), value);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class CourierPackageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theAddresseeReadsWhatTheStationWrote();
    void smallVolumesMakeTheSameContent();
    void theCoverTellsNothingOfTheContent();
    void aCoverIsReadInItsOneFormOnly();
    void aNewerVersionIsNamedAsSuch();
    void anotherKeyDoesNotSignForTheStation();
    void nobodyElseOpensIt();
    void everyChangedByteOfAVolumeIsFound();
    void aVolumeThatIsMissingShortOrSwappedIsFound();
    void contentUnderAnotherCoverDoesNotOpen();
    void theCountsMustHold();
    void everyPrefixOfEveryPieceIsRefusedOrRead();
    void aBombIsNotUnpacked();
    void theStationReadsThePlatformsAnswer();
    void anAnswerIsNotReadByAnotherStation();
    void aFeedWithAHoleIsRefused();

private:
    SamplePackage m_sample;
};

void CourierPackageTest::initTestCase()
{
    initialiseCryptography();
}

void CourierPackageTest::theAddresseeReadsWhatTheStationWrote()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    QVERIFY(written);
    const auto cover = readCover(written->bytes);
    QVERIFY(cover);
    QCOMPARE(cover->cover, written->cover);
    QVERIFY(verify(*cover, m_sample.station.publicKey()));
    QVERIFY(checkVolumes(cover->cover, volumes));
    RecordingReceiver receiver;
    const auto end = readWork(cover->cover, volumes, m_sample.platform, receiver);
    QVERIFY(end);
    QCOMPARE(*end, (End{3, 2}));
    QCOMPARE(receiver.requests, QList{m_sample.request});
    QCOMPARE(receiver.records, m_sample.records);
    QCOMPARE(receiver.pages.size(), 2);
    QCOMPARE(receiver.pages[0].second, m_sample.shortPage);
    QCOMPARE(receiver.pages[1].second, m_sample.longPage);
    QCOMPARE(receiver.pages[1].first.mediaType, QStringLiteral("image/jpeg"));
}

void CourierPackageTest::smallVolumesMakeTheSameContent()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes, 1100 * 1024);
    QVERIFY(written);
    QCOMPARE_GE(written->cover.volumes.size(), 3);
    RecordingReceiver receiver;
    QVERIFY(readWork(written->cover, volumes, m_sample.platform, receiver));
    QCOMPARE(receiver.pages[1].second, m_sample.longPage);
}

void CourierPackageTest::theCoverTellsNothingOfTheContent()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    const QStringList keys = QJsonDocument::fromJson(written->text).object().keys();
    QCOMPARE(keys,
             (QStringList{QStringLiteral("algorithms"), QStringLiteral("device"), QStringLiteral("first"),
                          QStringLiteral("format"), QStringLiteral("key"), QStringLiteral("last"),
                          QStringLiteral("made"), QStringLiteral("platform"), QStringLiteral("serial"),
                          QStringLiteral("to"), QStringLiteral("version"), QStringLiteral("volumes")}));
    for (const QByteArray &volume : volumes.volumes()) {
        QVERIFY(!volume.contains("aaaaaaaa"));
        QVERIFY(!volume.contains("cursor"));
        QVERIFY(!volume.contains("Zmlyc3Q=")); // the first record's bytes, as they stand on the wire
    }
}

void CourierPackageTest::aCoverIsReadInItsOneFormOnly()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    const QByteArray tail = written->bytes.mid(written->text.size());
    const QByteArray texts[] = {withMember(written->text, "more", 1),
                                withMember(written->text, "serial", 0),
                                withMember(written->text, "serial", -7),
                                withMember(written->text, "serial", 7.5),
                                withMember(written->text, "first", 14),
                                withMember(written->text, "first", 0),
                                withMember(written->text, "device", QStringLiteral("../../etc")),
                                withMember(written->text, "device", test::sampleDevice.toString().toUpper()),
                                withMember(written->text, "to", QStringLiteral("anybody")),
                                withMember(written->text, "to", QStringLiteral("station")),
                                withMember(written->text, "platform", QStringLiteral("short")),
                                withMember(written->text, "key", QStringLiteral("AAAA")),
                                withMember(written->text, "volumes", QJsonArray()),
                                withMember(written->text, "volumes", QStringLiteral("none")),
                                withMember(written->text, "algorithms", QJsonObject()),
                                withMember(written->text, "format", QStringLiteral("zip")),
                                written->text + ' ',
                                QByteArray(written->text).replace("\"to\"", " \"to\""),
                                "null",
                                "",
                                QByteArray(mostCoverBytes, '{')};
    for (const QByteArray &text : texts)
        QCOMPARE(codeOf(readCover(text + tail)), ErrorCode::PackageMalformed);
    for (qsizetype size = 0; size < written->bytes.size(); ++size)
        QVERIFY(!readCover(written->bytes.first(size)));
    QVERIFY(!readCover(written->bytes + '\n'));
}

void CourierPackageTest::aNewerVersionIsNamedAsSuch()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    const QByteArray newer = withMember(withMember(written->text, "version", 2), "unheardOf", true) +
                             written->bytes.mid(written->text.size());
    QCOMPARE(codeOf(readCover(newer)), ErrorCode::PackageFromNewerVersion);
}

void CourierPackageTest::anotherKeyDoesNotSignForTheStation()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    QCOMPARE(codeOf(verify(*written, m_sample.platform.publicKey())), ErrorCode::SignatureInvalid);
    SignedCover other = *written;
    other.text.replace("\"serial\":7", "\"serial\":8");
    QCOMPARE(codeOf(verify(other, m_sample.station.publicKey())), ErrorCode::SignatureInvalid);
}

void CourierPackageTest::nobodyElseOpensIt()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    RecordingReceiver receiver;
    QCOMPARE(codeOf(readWork(written->cover, volumes, m_sample.station, receiver)),
             ErrorCode::PackageForAnother);
    Cover claimed = written->cover;
    claimed.platform = shortIdOf(m_sample.station.publicKey());
    QCOMPARE(codeOf(readWork(claimed, volumes, m_sample.station, receiver)), ErrorCode::PackageSealBroken);
    QVERIFY(receiver.requests.isEmpty());
}

void CourierPackageTest::everyChangedByteOfAVolumeIsFound()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    const QByteArray whole = volumes.volumes().constFirst();
    for (qsizetype at = 0; at < whole.size(); at += at < 120 ? 1 : 300007) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        VolumeList list(QByteArrayList{changed});
        QCOMPARE(codeOf(checkVolumes(written->cover, list)), ErrorCode::PackageDamaged);
        // And were the check left out, the seal holds too.
        RecordingReceiver receiver;
        QVERIFY(!readWork(written->cover, list, m_sample.platform, receiver));
    }
}

void CourierPackageTest::aVolumeThatIsMissingShortOrSwappedIsFound()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes, 1100 * 1024);
    QByteArrayList parts = volumes.volumes();
    QCOMPARE_GE(parts.size(), 3);
    VolumeList missing(parts.mid(0, parts.size() - 1));
    QCOMPARE(codeOf(checkVolumes(written->cover, missing)), ErrorCode::PackageDamaged);
    parts.swapItemsAt(0, 1);
    VolumeList swapped(parts);
    QCOMPARE(codeOf(checkVolumes(written->cover, swapped)), ErrorCode::PackageDamaged);
    // A cover that names fewer volumes, signed by whomever: the content then lacks its end.
    Cover fewer = written->cover;
    fewer.volumes.removeLast();
    RecordingReceiver receiver;
    QCOMPARE(codeOf(readWork(fewer, volumes, m_sample.platform, receiver)), ErrorCode::PackageMalformed);
    QCOMPARE(codeOf(checkVolumes(written->cover, volumes, [] { return false; })), ErrorCode::PackageStopped);
}

// Somebody puts another station's content, key and all, under a cover of his own.
void CourierPackageTest::contentUnderAnotherCoverDoesNotOpen()
{
    VolumeList volumes;
    const auto written = m_sample.write(volumes);
    Cover stolen = written->cover;
    stolen.device = DeviceId(QUuid::createUuid());
    RecordingReceiver receiver;
    QCOMPARE(codeOf(readWork(stolen, volumes, m_sample.platform, receiver)), ErrorCode::PackageSealBroken);
    stolen = written->cover;
    stolen.serial = 8;
    QCOMPARE(codeOf(readWork(stolen, volumes, m_sample.platform, receiver)), ErrorCode::PackageSealBroken);
}

void CourierPackageTest::theCountsMustHold()
{
    VolumeList volumes;
    auto written = m_sample.write(volumes);
    written->cover.last = 14;
    RecordingReceiver receiver;
    QCOMPARE(codeOf(readWork(written->cover, volumes, m_sample.platform, receiver)),
             ErrorCode::PackageMalformed);

    // A page whose bytes are not those of its hash.
    VolumeList lying;
    WorkWriter writer(m_sample.cover(), lying);
    const auto cover = writer.begin(m_sample.platform.publicKey(), m_sample.request)
                           .and_then([&] { return writer.events(m_sample.records); })
                           .and_then([&] { return writer.page(Digest::of("x"), QString(), "y"); })
                           .and_then([&] { return writer.finish(m_sample.station); });
    QCOMPARE(codeOf(readWork(cover->cover, lying, m_sample.platform, receiver)), ErrorCode::PackageMalformed);
    QVERIFY(receiver.pages.size() <= 2);
}

void CourierPackageTest::everyPrefixOfEveryPieceIsRefusedOrRead()
{
    const QByteArray pieces[] = {
        write(m_sample.request),
        write(Reply{QStringLiteral("e"), 3, 2, Digest::of("t")}),
        writeEvents(m_sample.records),
        write(PageHead{Digest::of("x"), 5, QStringLiteral("image/png")}),
        write(QList<Refused>{{4, QStringLiteral("malformed")}}),
        write(QList<CaseLine>{{CaseId(QUuid::createUuid()), QStringLiteral("h"), {{Digest::of("p"), true}}}}),
        write(QList<Digest>{Digest::of("k")}),
        write(FeedPart{"a", "b", m_sample.records}),
        write(End{1, 2})};
    const auto readers = [](const QByteArray &bytes) {
        return int(readRequest(bytes).has_value()) + int(readReply(bytes).has_value()) +
               int(readEvents(bytes).has_value()) + int(readPageHead(bytes).has_value()) +
               int(readRefused(bytes).has_value()) + int(readCases(bytes).has_value()) +
               int(readKnown(bytes).has_value()) + int(readFeed(bytes).has_value()) +
               int(readEnd(bytes).has_value());
    };
    for (const QByteArray &piece : pieces) {
        QCOMPARE(readers(piece), 1);
        for (qsizetype size = 0; size < piece.size(); ++size)
            QCOMPARE(readers(piece.first(size)), 0);
    }
    QVERIFY(!readReply(write(Reply{QStringLiteral("e"), 3, 2, Digest()})));
    QVERIFY(!readPageHead(write(PageHead{Digest::of("x"), mostPageBytes + 1, QString()})));
    QVERIFY(!readEvents(writeEvents(QList<SignedEvent>(mostEvents + 1, m_sample.records[0]))));
}

void CourierPackageTest::aBombIsNotUnpacked()
{
    const QByteArray bomb = pack(QByteArray(512 * 1024 * 1024, 'x'));
    QCOMPARE_LE(bomb.size(), mostPieceBytes);
    QCOMPARE(codeOf(unpack(bomb)), ErrorCode::PackageMalformed);
    const QByteArray fits = pack(QByteArray(mostUnpackedBytes, 'x'));
    QCOMPARE(unpack(fits)->size(), mostUnpackedBytes);
    QCOMPARE(codeOf(unpack(fits + fits)), ErrorCode::PackageMalformed);
    QCOMPARE(codeOf(unpack({})), ErrorCode::PackageMalformed);
}

namespace {

Answer sampleAnswer(const SamplePackage &sample)
{
    Answer answer;
    answer.reply = {QStringLiteral("epoch-1"), 13, 9, Digest::of("tail")};
    answer.refused = {{12, QStringLiteral("bad-signature")}};
    answer.known = {Digest::of("k1"), Digest::of("k2")};
    answer.feed = {{"c1", "c2", sample.records}, {"c2", "c3", {}}};
    for (int i = 0; i < mostCases + 3; ++i)
        answer.cases.append({CaseId(QUuid::createUuid()), QStringLiteral("h"), {{Digest::of("p"), i == 0}}});
    return answer;
}

Cover answerCover()
{
    Cover cover;
    cover.device = test::sampleDevice;
    cover.serial = 3;
    cover.made = QDateTime::fromMSecsSinceEpoch(1795401730123, Qt::UTC);
    cover.answered = Answered{7, Digest::of("cover")};
    return cover;
}

} // namespace

void CourierPackageTest::theStationReadsThePlatformsAnswer()
{
    VolumeList volumes;
    const Answer answer = sampleAnswer(m_sample);
    const auto cover =
        writeAnswer(answer, answerCover(), m_sample.platform, m_sample.station.publicKey(), volumes);
    QVERIFY(cover);
    const auto again = readCover(cover->bytes);
    QVERIFY(again);
    QVERIFY(verify(*again, m_sample.platform.publicKey()));
    QCOMPARE(again->cover.answered, std::optional(Answered{7, Digest::of("cover")}));
    const auto read = readAnswer(again->cover, volumes, m_sample.station);
    QVERIFY(read);
    QCOMPARE(*read, answer);
}

void CourierPackageTest::anAnswerIsNotReadByAnotherStation()
{
    VolumeList volumes;
    const auto cover = writeAnswer(sampleAnswer(m_sample), answerCover(), m_sample.platform,
                                   m_sample.station.publicKey(), volumes);
    QCOMPARE(codeOf(readAnswer(cover->cover, volumes, m_sample.platform)), ErrorCode::PackageSealBroken);
    // Neither is a package to the platform an answer, nor the other way round.
    RecordingReceiver receiver;
    QCOMPARE(codeOf(readWork(cover->cover, volumes, m_sample.platform, receiver)),
             ErrorCode::PackageForAnother);
    VolumeList work;
    QCOMPARE(codeOf(readAnswer(m_sample.write(work)->cover, work, m_sample.station)),
             ErrorCode::PackageForAnother);
}

void CourierPackageTest::aFeedWithAHoleIsRefused()
{
    Answer answer = sampleAnswer(m_sample);
    answer.feed[1].from = "c9";
    VolumeList volumes;
    const auto cover =
        writeAnswer(answer, answerCover(), m_sample.platform, m_sample.station.publicKey(), volumes);
    QCOMPARE(codeOf(readAnswer(cover->cover, volumes, m_sample.station)), ErrorCode::PackageMalformed);
}

QTEST_GUILESS_MAIN(CourierPackageTest)
#include "tst_courier_package.moc"
