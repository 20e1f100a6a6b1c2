#include "domain/Event.h"

#include "domain/EventTypes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace yichuang;

namespace {

template <typename T>
T id(int number)
{
    return T::fromString(QStringLiteral("0198c0de-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0')));
}

Event sample()
{
    Event event;
    event.id = id<EventId>(1);
    event.device = id<DeviceId>(2);
    event.sequence = 7;
    event.caseId = id<CaseId>(3);
    event.parents = {id<EventId>(9), id<EventId>(8)};
    event.type = eventtype::formRecorded;
    event.time = {1795401730123, 2};
    event.clerk = QStringLiteral("HN-0317");
    event.payload = {
        {QStringLiteral("answers"), QJsonObject{{QStringLiteral("b"), 1}, {QStringLiteral("a"), 2}}}};
    event.previous = Digest::of("before");
    return event;
}

QJsonObject sampleObject()
{
    return QJsonDocument::fromJson(serialise(sample())).object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class TestEvent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreThoseOfTheFormat()
    {
        const QByteArray bytes = serialise(sample());
        QVERIFY2(
            bytes.startsWith("{\"case\":\"0198c0de-0000-7000-8000-000000000003\",\"clerk\":\"HN-0317\","),
            bytes.constData());
        QVERIFY(bytes.contains("\"parents\":[\"0198c0de-0000-7000-8000-000000000008\",\"0198c0de"));
        QVERIFY(bytes.contains("\"payload\":{\"answers\":{\"a\":2,\"b\":1}}"));
        QVERIFY(bytes.contains("\"time\":\"001795401730123.0002\""));
        QCOMPARE(serialise(sample()), bytes);
    }

    void parsingGivesBackWhatWasWritten()
    {
        Event expected = sample();
        const auto read = parseEvent(serialise(expected));
        QVERIFY(read);
        std::sort(expected.parents.begin(), expected.parents.end());
        QCOMPARE(*read, expected);
    }

    void anEventAboutTheWorkstationHasNoCase()
    {
        Event event = sample();
        event.caseId = {};
        event.sequence = 1;
        event.previous = {};
        event.parents = {};
        QCOMPARE(parseEvent(serialise(event)).value(), event);
    }

    void unknownKeysAndTypesAreAccepted()
    {
        QJsonObject object = sampleObject();
        object.insert(QStringLiteral("later"), true);
        object.insert(QStringLiteral("type"), QStringLiteral("teleported"));
        QCOMPARE(parseEvent(compact(object)).value().type, QStringLiteral("teleported"));
    }

    void wrongShapesAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *key, const QJsonValue &value) {
            QTest::addRow("%s %d", key, int(value.type())) << QString::fromLatin1(key) << value;
        };
        for (const char *key : {"v", "id", "device", "sequence", "case", "parents", "type", "tv", "time",
                                "clerk", "payload", "previous"}) {
            row(key, QJsonValue(QJsonValue::Undefined));
            row(key, QJsonValue(QJsonValue::Null));
            row(key, QJsonArray{QStringLiteral("x"), 1});
        }
        row("id", QStringLiteral("0198C0DE-0000-7000-8000-000000000001"));
        row("case", QStringLiteral("not-a-uuid"));
        row("sequence", 0);
        row("sequence", 1.5);
        row("tv", -1);
        row("type", QString());
        row("clerk", QString(65, u'x'));
        row("time", QStringLiteral("1795401730123.0002"));
        row("previous", QString());
        row("previous", QString(64, u'Z'));
        row("payload", QStringLiteral("{}"));
    }
    void wrongShapesAreRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject object = sampleObject();
        if (value.isUndefined())
            object.remove(key);
        else
            object.insert(key, value);
        const auto read = parseEvent(compact(object));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::EventMalformed);
    }

    void hostileBytesAreRefused()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("[]"), QByteArray("null"), QByteArray("{"), QByteArray("\xff\xfe{}"),
              QByteArray(2000, '['), QByteArray(maximumEventBytes + 1, ' ')})
            QCOMPARE(parseEvent(bytes).error().code, ErrorCode::EventMalformed);
        QJsonObject object = sampleObject();
        QJsonArray parents;
        for (int i = 0; i < 65; ++i)
            parents.append(id<EventId>(i + 1).toString());
        object.insert(QStringLiteral("parents"), parents);
        QCOMPARE(parseEvent(compact(object)).error().code, ErrorCode::EventMalformed);
    }

    void aNewerEnvelopeIsNamedAsSuch()
    {
        QJsonObject object = sampleObject();
        object.insert(QStringLiteral("v"), 2);
        QCOMPARE(parseEvent(compact(object)).error().code, ErrorCode::EventFromNewerVersion);
    }

    void wireFormCarriesTheBytesUntouched()
    {
        const SignedEvent event{"{ \"odd\" :  1}", QStringLiteral("ed25519"), "signature"};
        QCOMPARE(fromWire(toWire(event)).value(), event);
        QJsonObject bad = toWire(event);
        bad.insert(QStringLiteral("bytes"), QStringLiteral("not base64!"));
        QVERIFY(!fromWire(bad));
        bad = toWire(event);
        bad.remove(QStringLiteral("algorithm"));
        QVERIFY(!fromWire(bad));
        QVERIFY(!fromWire({}));
    }

    void hybridTimeNeverGoesBack()
    {
        const HybridTime last{1000, 5};
        QCOMPARE(HybridTime::next(last, 2000), (HybridTime{2000, 0}));
        QCOMPARE(HybridTime::next(last, 1000), (HybridTime{1000, 6}));
        QCOMPARE(HybridTime::next(last, 3), (HybridTime{1000, 6}));
        QCOMPARE(HybridTime::next({1000, 0xFFFF}, 3), (HybridTime{1001, 0}));
        QCOMPARE(HybridTime::fromString((last.toString())).value(), last);
        QCOMPARE(HybridTime::fromString(u"000000000001000.5").error().code, ErrorCode::HybridTimeMalformed);
    }
};

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
