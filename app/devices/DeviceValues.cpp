#include "devices/DeviceValues.h"

#include "devices/DeviceFrames.h"

#include <array>

namespace yichuang {

namespace {

constexpr qsizetype longestText = 400;
constexpr qsizetype longestPhoto = 1024;

template <typename Value>
struct Named
{
    Value value;
    const char *name;
};

constexpr std::array cardKinds{
    Named{IdCardKind::Resident, "resident"}, Named{IdCardKind::HongKongMacaoTaiwan, "hong-kong-macao-taiwan"},
    Named{IdCardKind::Foreign2017, "foreign-2017"}, Named{IdCardKind::Foreign2023, "foreign-2023"}};
constexpr std::array sources{Named{ScanSource::Flatbed, "flatbed"}, Named{ScanSource::Feeder, "feeder"},
                             Named{ScanSource::FeederDuplex, "feeder-duplex"}};
constexpr std::array colours{Named{ScanColour::Colour, "colour"}, Named{ScanColour::Gray, "gray"},
                             Named{ScanColour::BlackWhite, "black-white"}};
constexpr std::array lamps{Named{DeviceLamp::Unknown, "unknown"}, Named{DeviceLamp::Ready, "ready"},
                           Named{DeviceLamp::Attention, "attention"}, Named{DeviceLamp::Broken, "broken"}};
constexpr std::array proofs{Named{PrintProof::Confirmed, "confirmed"},
                            Named{PrintProof::Unconfirmed, "unconfirmed"}};

template <typename Names, typename Value>
QString nameIn(const Names &names, Value value)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto &each) { return each.value == value; });
    return QLatin1String(found->name);
}

// Reads one value after the other and remembers the first that does not fit.
class Fields
{
public:
    explicit Fields(const QJsonObject &json)
        : m_json(json)
    {}

    QString text(const char *key)
    {
        const QJsonValue value = m_json.value(QLatin1String(key));
        demand(key, value.isString() && value.toString().size() <= longestText);
        return value.toString();
    }
    QDate date(const char *key)
    {
        const QString value = text(key);
        const QDate read = QDate::fromString(value, Qt::ISODate);
        demand(key, value.isEmpty() || read.isValid());
        return read;
    }
    bool flag(const char *key)
    {
        demand(key, m_json.value(QLatin1String(key)).isBool());
        return m_json.value(QLatin1String(key)).toBool();
    }
    int number(const char *key, int least, int most)
    {
        const int value = m_json.value(QLatin1String(key)).toInt(least - 1);
        demand(key, value >= least && value <= most);
        return value;
    }
    template <typename Names>
    auto named(const char *key, const Names &names)
    {
        const QString value = m_json.value(QLatin1String(key)).toString();
        const auto found = std::find_if(names.begin(), names.end(),
                                        [&](const auto &each) { return value == QLatin1String(each.name); });
        demand(key, found != names.end());
        return found == names.end() ? names.front().value : found->value;
    }
    void demand(const char *key, bool holds)
    {
        if (!holds && m_wrong.isEmpty())
            m_wrong = QLatin1String(key);
    }
    template <typename Value>
    Result<Value> checked(const Value &value) const
    {
        if (m_wrong.isEmpty())
            return value;
        return malformedMessage(m_wrong);
    }

private:
    const QJsonObject &m_json;
    QString m_wrong;
};

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

} // namespace

QJsonObject toJson(const IdCard &card)
{
    return {{QStringLiteral("kind"), nameIn(cardKinds, card.kind)},
            {QStringLiteral("name"), card.name},
            {QStringLiteral("englishName"), card.englishName},
            {QStringLiteral("sex"), card.sex},
            {QStringLiteral("nation"), card.nation},
            {QStringLiteral("birth"), dateText(card.birth)},
            {QStringLiteral("address"), card.address},
            {QStringLiteral("number"), card.number},
            {QStringLiteral("issuer"), card.issuer},
            {QStringLiteral("validFrom"), dateText(card.validFrom)},
            {QStringLiteral("validUntil"), dateText(card.validUntil)},
            {QStringLiteral("longTerm"), card.longTerm},
            {QStringLiteral("passNumber"), card.passNumber},
            {QStringLiteral("country"), card.country}};
}

Result<IdCard> idCardFromJson(const QJsonObject &json, const QByteArray &photo)
{
    Fields fields(json);
    IdCard card;
    card.kind = fields.named("kind", cardKinds);
    card.name = fields.text("name");
    card.englishName = fields.text("englishName");
    card.sex = fields.text("sex");
    card.nation = fields.text("nation");
    card.birth = fields.date("birth");
    card.address = fields.text("address");
    card.number = fields.text("number");
    card.issuer = fields.text("issuer");
    card.validFrom = fields.date("validFrom");
    card.validUntil = fields.date("validUntil");
    card.longTerm = fields.flag("longTerm");
    card.passNumber = fields.text("passNumber");
    card.country = fields.text("country");
    card.photo = photo;
    fields.demand("photo", photo.size() <= longestPhoto);
    return fields.checked(card);
}

QJsonObject toJson(const ScanSettings &settings)
{
    return {{QStringLiteral("source"), nameIn(sources, settings.source)},
            {QStringLiteral("colour"), nameIn(colours, settings.colour)},
            {QStringLiteral("dpi"), settings.dpi},
            {QStringLiteral("single"), settings.single}};
}

Result<ScanSettings> scanSettingsFromJson(const QJsonObject &json)
{
    Fields fields(json);
    ScanSettings settings;
    settings.source = fields.named("source", sources);
    settings.colour = fields.named("colour", colours);
    settings.dpi = fields.number("dpi", 75, 600);
    settings.single = fields.flag("single");
    return fields.checked(settings);
}

QJsonObject toJson(const DeviceCondition &condition)
{
    return {{QStringLiteral("lamp"), nameIn(lamps, condition.lamp)},
            {QStringLiteral("code"), condition.code},
            {QStringLiteral("detail"), condition.detail}};
}

Result<DeviceCondition> deviceConditionFromJson(const QJsonObject &json)
{
    Fields fields(json);
    DeviceCondition condition;
    condition.lamp = fields.named("lamp", lamps);
    condition.code = fields.text("code");
    condition.detail = fields.text("detail");
    return fields.checked(condition);
}

QString nameOf(PrintProof proof)
{
    return nameIn(proofs, proof);
}

Result<PrintProof> printProofNamed(const QString &name)
{
    const QJsonObject json{{QStringLiteral("proof"), name}};
    Fields fields(json);
    const PrintProof proof = fields.named("proof", proofs);
    return fields.checked(proof);
}

} // namespace yichuang
