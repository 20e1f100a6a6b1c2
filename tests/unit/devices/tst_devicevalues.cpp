#include "devices/DeviceValues.h"

#include <QJsonArray>
#include <QTest>

using namespace yichuang;

namespace {

IdCard sampleCard(IdCardKind kind)
{
    IdCard card;
    card.kind = kind;
    card.name = QStringLiteral("示例𠮷");
    card.englishName = QStringLiteral("SAMPLE, PERSON");
    card.sex = QStringLiteral("2");
    card.nation = QStringLiteral("01");
    card.birth = QDate(1990, 2, 28);
    card.address = QStringLiteral("示例省示例市示例路1号");
    card.number = QStringLiteral("11010119900228000X");
    card.issuer = QStringLiteral("示例市公安局");
    card.validFrom = QDate(2020, 2, 29);
    card.validUntil = QDate(2040, 2, 28);
    card.passNumber = QStringLiteral("H00000000");
    card.country = QStringLiteral("FRA");
    card.photo = QByteArray(1024, '\x7f');
    return card;
}

// Values that fit no field of any of the messages.
const QList<QJsonValue> &hostileValues()
{
    static const QList<QJsonValue> values{QJsonValue::Null,      QJsonArray(), QJsonObject(),
                                          QJsonValue::Undefined, -1e300,       QString(401, u'x')};
    return values;
}

// Every field, one after the other, with every hostile value: the error names the field.
template <typename Read>
void refusesEachWrongField(const QJsonObject &sound, Read read)
{
    QVERIFY(read(sound));
    const QStringList keys = sound.keys();
    for (const QString &key : keys) {
        for (const QJsonValue &value : hostileValues()) {
            QJsonObject wrong = sound;
            wrong.insert(key, value);
            const auto result = read(wrong);
            QVERIFY2(!result, qPrintable(key));
            QCOMPARE(result.error(), (Error{ErrorCode::DeviceMessageMalformed, key}));
        }
    }
}

} // namespace

class TestDeviceValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardsComeBackAsTheyWent();
    void anEmptyCardComesBackToo();
    void thePhotoIsNoPartOfTheJson();
    void settingsComeBackAsTheyWent();
    void conditionsComeBackAsTheyWent();
    void proofsComeBackAsTheyWent();
    void aWrongFieldOfACardIsNamed();
    void aWrongFieldOfSettingsIsNamed();
    void aWrongFieldOfAConditionIsNamed();
    void limitsHoldToTheUnit();
};

void TestDeviceValues::cardsComeBackAsTheyWent()
{
    for (const auto kind : {IdCardKind::Resident, IdCardKind::HongKongMacaoTaiwan, IdCardKind::Foreign2017,
                            IdCardKind::Foreign2023}) {
        IdCard card = sampleCard(kind);
        QCOMPARE(idCardFromJson(toJson(card), card.photo), Result<IdCard>(card));
        card.validUntil = QDate();
        card.longTerm = true;
        QCOMPARE(idCardFromJson(toJson(card), card.photo), Result<IdCard>(card));
    }
}

void TestDeviceValues::anEmptyCardComesBackToo()
{
    QCOMPARE(idCardFromJson(toJson(IdCard()), {}), Result<IdCard>(IdCard()));
}

void TestDeviceValues::thePhotoIsNoPartOfTheJson()
{
    QVERIFY(!toJson(sampleCard(IdCardKind::Resident)).contains(QLatin1String("photo")));
}

void TestDeviceValues::settingsComeBackAsTheyWent()
{
    for (const auto source : {ScanSource::Flatbed, ScanSource::Feeder, ScanSource::FeederDuplex}) {
        for (const auto colour : {ScanColour::Colour, ScanColour::Gray, ScanColour::BlackWhite}) {
            const ScanSettings settings{source, colour, 300, source == ScanSource::Flatbed};
            QCOMPARE(scanSettingsFromJson(toJson(settings)), Result<ScanSettings>(settings));
        }
    }
}

void TestDeviceValues::conditionsComeBackAsTheyWent()
{
    for (const auto lamp :
         {DeviceLamp::Unknown, DeviceLamp::Ready, DeviceLamp::Attention, DeviceLamp::Broken}) {
        const DeviceCondition condition{lamp, QStringLiteral("V042"), QStringLiteral("型号 X")};
        QCOMPARE(deviceConditionFromJson(toJson(condition)), Result<DeviceCondition>(condition));
    }
}

void TestDeviceValues::proofsComeBackAsTheyWent()
{
    for (const auto proof : {PrintProof::Confirmed, PrintProof::Unconfirmed})
        QCOMPARE(printProofNamed(nameOf(proof)), Result<PrintProof>(proof));
    for (const char *name : {"", "Confirmed", "yes", "confirmed "}) {
        const auto proof = printProofNamed(QString::fromLatin1(name));
        QVERIFY(!proof);
        QCOMPARE(proof.error().code, ErrorCode::DeviceMessageMalformed);
    }
}

void TestDeviceValues::aWrongFieldOfACardIsNamed()
{
    const QJsonObject sound = toJson(sampleCard(IdCardKind::Resident));
    refusesEachWrongField(sound, [](const QJsonObject &json) { return idCardFromJson(json, {}); });
    for (const char *date : {"2023-02-29", "20230228", "yesterday", "2023-13-01"}) {
        QJsonObject wrong = sound;
        wrong.insert(QStringLiteral("birth"), QLatin1String(date));
        QVERIFY2(!idCardFromJson(wrong, {}), date);
    }
}

void TestDeviceValues::aWrongFieldOfSettingsIsNamed()
{
    refusesEachWrongField(toJson(ScanSettings()),
                          [](const QJsonObject &json) { return scanSettingsFromJson(json); });
}

void TestDeviceValues::aWrongFieldOfAConditionIsNamed()
{
    refusesEachWrongField(toJson(DeviceCondition{DeviceLamp::Ready, {}, {}}),
                          [](const QJsonObject &json) { return deviceConditionFromJson(json); });
}

void TestDeviceValues::limitsHoldToTheUnit()
{
    IdCard card = sampleCard(IdCardKind::Resident);
    card.address = QString(400, u'长');
    QVERIFY(idCardFromJson(toJson(card), QByteArray(1024, 'x')));
    QVERIFY(!idCardFromJson(toJson(card), QByteArray(1025, 'x')));
    for (const auto &[dpi, fits] : {std::pair{74, false}, {75, true}, {600, true}, {601, false}}) {
        QJsonObject json = toJson(ScanSettings());
        json.insert(QStringLiteral("dpi"), dpi);
        QCOMPARE(scanSettingsFromJson(json).has_value(), fits);
    }
    QJsonObject fraction = toJson(ScanSettings());
    fraction.insert(QStringLiteral("dpi"), 200.5);
    QVERIFY(!scanSettingsFromJson(fraction));
}

QTEST_GUILESS_MAIN(TestDeviceValues)
#include "tst_devicevalues.moc"
