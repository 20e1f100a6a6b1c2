#include "catalog/FormReader.h"
#include "catalog/ItemParts.h"
#include "catalog/Words.h"

#include "catalog/Catalog.h"

#include <QJsonDocument>

namespace yichuang {

using Kind = CatalogueFault::Kind;

namespace {

QMap<AdminLevel, SiteAuthority> readSites(const QJsonObject &object, const QString &place, FaultLog &log)
{
    QMap<AdminLevel, SiteAuthority> sites;
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        const auto level = words::adminLevel(member.key());
        const auto authority = words::siteAuthority(member.value().toString());
        if (level && authority)
            sites.insert(*level, *authority);
        else
            log.add(level ? Kind::WrongValue : Kind::UnknownField, place + u'/' + member.key().left(80));
    }
    return sites;
}

Fee readFee(const QJsonObject &object, const QString &place, FaultLog &log)
{
    ObjectReader reader(object, place, log);
    Fee fee;
    fee.charged = reader.flag("charged");
    fee.amount = reader.optionalNumber("amount", 0, 0, 100'000'000);
    fee.note = reader.optionalText("note");
    fee.basis = reader.optionalText("basis");
    if (!fee.charged && fee.amount > 0)
        reader.fault(Kind::WrongValue, "amount");
    return fee;
}

TimeLimit readLimit(const QJsonObject &object, const QString &place, FaultLog &log)
{
    ObjectReader reader(object, place, log);
    TimeLimit limit;
    limit.count = reader.number("count", 0, 366);
    limit.unit = reader.word<LimitUnit>("unit", limitUnitFromString);
    return limit;
}

void readLimits(Item &item, const QJsonObject &object, const QString &place, FaultLog &log)
{
    ObjectReader reader(object, place, log);
    item.statutory = readLimit(reader.object("statutory"), reader.place("statutory"), log);
    item.committed = readLimit(reader.object("committed"), reader.place("committed"), log);
    item.timeNote = reader.optionalText("note");
}

// Identity and names.
void readHead(Item &item, ObjectReader &reader)
{
    item.id = reader.id("id");
    item.code = parts::readCode(reader.object("code"), reader.place("code"), reader.log());
    item.version = reader.text("version");
    item.effectiveFrom = reader.date("effectiveFrom");
    item.demonstration = reader.flag("demonstration");
    item.name = reader.text("name");
    item.variant = reader.optionalText("variant");
    item.popularNames = reader.texts("popularNames");
    item.aliases = reader.optionalTexts("aliases");
    item.category = reader.text("category");
    item.authority = reader.text("authority");
}

// How it is served, where, how long and for how much.
void readService(Item &item, ObjectReader &reader)
{
    FaultLog &log = reader.log();
    item.window = reader.word<WindowKind>("window", words::windowKind);
    item.serviceClass = reader.word<ServiceClass>("serviceClass", words::serviceClass);
    item.kind = reader.word<CaseKind>("kind", words::caseKind);
    item.sites = readSites(reader.object("sites"), reader.place("sites"), log);
    readLimits(item, reader.object("limits"), reader.place("limits"), log);
    item.visits = reader.number("visits", 0, 9);
    item.fee = readFee(reader.object("fee"), reader.place("fee"), log);
    item.results = reader.texts("results");
    item.basis = reader.texts("basis");
}

void readLists(Item &item, ObjectReader &reader)
{
    item.departments = parts::readEach<ItemDepartment>(reader, "departments", parts::readDepartment);
    item.situations = parts::readEach<SituationQuestion>(reader, "situations", parts::readQuestion);
    item.parties = parts::readEach<PartyRule>(reader, "parties", parts::readParty);
    item.rules = parts::readEach<AcceptanceRule>(reader, "rules", parts::readRule);
    item.materials = parts::readEach<Material>(reader, "materials", parts::readMaterial);
    item.form = readForm(reader.object("form"), reader.place("form"), reader.log());
}

Result<QJsonValue> parseFile(const QByteArray &json, const QString &file)
{
    if (json.size() > Catalog::maximumFileBytes)
        return raiseFault({Kind::TooLarge, file});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return raiseFault({Kind::NotJson, file + QStringLiteral(": byte %1").arg(error.offset)});
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
}

} // namespace

Result<Item> parseItem(const QByteArray &json, const QString &file)
{
    const Result<QJsonValue> root = parseFile(json, file);
    if (!root)
        return passOn(root);
    FaultLog log(file);
    Item item;
    {
        ObjectReader reader(*root, {}, log);
        reader.optionalText("$schema");
        readHead(item, reader);
        readService(item, reader);
        readLists(item, reader);
    }
    if (log.first())
        return raiseFault(*log.first());
    return item;
}

Result<Bundle> parseBundle(const QByteArray &json, const QString &file)
{
    const Result<QJsonValue> root = parseFile(json, file);
    if (!root)
        return passOn(root);
    FaultLog log(file);
    Bundle bundle;
    {
        ObjectReader reader(*root, {}, log);
        reader.optionalText("$schema");
        bundle.id = reader.id("id");
        bundle.code = parts::readCode(reader.object("code"), reader.place("code"), log);
        bundle.version = reader.text("version");
        bundle.demonstration = reader.flag("demonstration");
        bundle.name = reader.text("name");
        bundle.popularNames = reader.texts("popularNames");
        bundle.aliases = reader.optionalTexts("aliases");
        bundle.window = reader.word<WindowKind>("window", words::windowKind);
        bundle.category = reader.text("category");
        bundle.basis = reader.texts("basis");
        bundle.situations = parts::readEach<SituationQuestion>(reader, "situations", parts::readQuestion);
        parts::readBundleItems(bundle, reader);
    }
    if (log.first())
        return raiseFault(*log.first());
    return bundle;
}

} // namespace yichuang
