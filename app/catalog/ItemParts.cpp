#include "catalog/ItemParts.h"

#include "catalog/Words.h"

namespace yichuang::parts {

using Kind = CatalogueFault::Kind;

ItemCode readCode(const QJsonObject &object, const QString &place, FaultLog &log)
{
    ObjectReader reader(object, place, log);
    ItemCode code;
    code.scheme = reader.word<ItemCodeScheme>("scheme", itemCodeSchemeFromString);
    code.code = reader.text("value");
    if (code.code.size() > 50)
        reader.fault(Kind::WrongValue, "value");
    return code;
}

ItemDepartment readDepartment(ObjectReader &reader)
{
    return {reader.id("id"), reader.text("name"), reader.optionalText("task")};
}

namespace {

SituationChoice readChoice(ObjectReader &reader)
{
    return {reader.id("value"), reader.text("title")};
}

} // namespace

SituationQuestion readQuestion(ObjectReader &reader)
{
    SituationQuestion question;
    question.id = reader.id("id");
    question.text = reader.text("text");
    question.choices = readEach<SituationChoice>(reader, "choices", readChoice);
    if (question.choices.size() < 2 || question.choices.size() > 9)
        reader.fault(Kind::WrongValue, "choices");
    question.showWhen = reader.condition("when");
    return question;
}

PartyRule readParty(ObjectReader &reader)
{
    PartyRule party;
    party.role = reader.id("role");
    party.title = reader.text("title");
    party.kinds = reader.texts("kinds");
    party.idTypes = reader.texts("idTypes");
    party.when = reader.condition("when");
    party.required = reader.optionalFlag("required", true);
    if (reader.has("minimumAge"))
        party.minimumAge = reader.number("minimumAge", 0, 150);
    for (const QString &kind : std::as_const(party.kinds)) {
        if (kind != u"person" && kind != u"enterprise")
            reader.fault(Kind::WrongValue, "kinds");
    }
    return party;
}

AcceptanceRule readRule(ObjectReader &reader)
{
    AcceptanceRule rule;
    rule.id = reader.id("id");
    rule.refusal = reader.text("refusal");
    rule.basis = reader.text("basis");
    rule.instead = reader.text("instead");
    rule.field = reader.optionalText("field");
    rule.when = reader.condition("when");
    if (rule.when.isAlways())
        reader.fault(Kind::FieldMissing, "when");
    return rule;
}

Material readMaterial(ObjectReader &reader)
{
    Material material;
    material.id = reader.id("id");
    material.name = reader.text("name");
    material.form = reader.word<MaterialForm>("form", words::materialForm);
    material.count = reader.optionalNumber("count", 1, 1, 50);
    material.required = reader.flag("required");
    material.when = reader.condition("when");
    material.deferrable = reader.optionalFlag("deferrable", false);
    material.deferDays = reader.optionalNumber("deferDays", 0, 0, 60);
    material.scan = reader.optionalFlag("scan", true);
    material.fromForm = reader.optionalFlag("fromForm", false);
    material.exemptGround = reader.optionalText("exemptGround");
    material.reuseGround = reader.optionalText("reuseGround");
    material.hint = reader.optionalText("hint");
    material.basis = reader.text("basis");
    material.source = reader.text("source");
    static const QStringList sources{QStringLiteral("applicant"), QStringLiteral("government"),
                                     QStringLiteral("agency"), QStringLiteral("other")};
    if (!sources.contains(material.source))
        reader.fault(Kind::WrongValue, "source");
    if (material.deferrable != (material.deferDays > 0))
        reader.fault(Kind::WrongValue, "deferDays");
    return material;
}

void readBundleItems(Bundle &bundle, ObjectReader &reader)
{
    const QJsonArray items = reader.list("items");
    for (const QJsonValue &value : items) {
        const QString place = reader.place("items") + u'/' + QString::number(bundle.items.size());
        ObjectReader element(value, place, reader.log());
        const QString id = element.id("item");
        if (bundle.items.contains(id))
            element.fault(Kind::Duplicate, "item");
        bundle.items.append(id);
        const QStringList after = element.optionalTexts("after");
        if (!after.isEmpty())
            bundle.after.insert(id, after);
        const Condition when = element.condition("when");
        if (!when.isAlways())
            bundle.includeWhen.insert(id, when);
    }
    if (bundle.items.size() < 2)
        reader.fault(Kind::WrongValue, "items");
}

} // namespace yichuang::parts
