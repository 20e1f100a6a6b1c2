#include "catalog/FormReader.h"

#include "catalog/CompiledSchema.h"
#include "catalog/Words.h"

namespace yichuang {

using Kind = CatalogueFault::Kind;

namespace {

QString jsonTypeOf(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Money:
        return QStringLiteral("integer");
    case FieldType::Decimal:
        return QStringLiteral("number");
    case FieldType::Flag:
        return QStringLiteral("boolean");
    default:
        return QStringLiteral("string");
    }
}

QList<FieldChoice> readChoices(ObjectReader &reader)
{
    const QStringList values = reader.optionalTexts("enum");
    const QStringList titles = reader.optionalTexts("x-titles");
    if (values.size() != titles.size())
        reader.fault(Kind::WrongValue, "x-titles");
    QList<FieldChoice> choices;
    for (qsizetype i = 0; i < qMin(values.size(), titles.size()); ++i)
        choices.append({values[i], titles[i]});
    return choices;
}

FormField readField(const QString &key, const QJsonValue &value, const QString &place, FaultLog &log)
{
    ObjectReader reader(value, place, log);
    FormField field;
    field.key = key;
    field.title = reader.text("title");
    field.type = reader.word<FieldType>("x-type", words::fieldType);
    if (reader.text("type") != jsonTypeOf(field.type))
        reader.fault(Kind::WrongValue, "type");
    field.choices = readChoices(reader);
    if ((field.type == FieldType::Choice) == field.choices.isEmpty())
        reader.fault(Kind::WrongValue, "enum");
    field.wide = reader.optionalFlag("x-wide", false);
    field.hint = reader.optionalText("x-hint");
    field.unit = reader.optionalText("x-unit");
    field.source = reader.optionalText("x-source");
    static const QStringList sources{QString(), QStringLiteral("card"), QStringLiteral("licence"),
                                     QStringLiteral("history"), QStringLiteral("shared")};
    if (!sources.contains(field.source))
        reader.fault(Kind::WrongValue, "x-source");
    field.fill = reader.optionalText("x-fill");
    field.showWhen = reader.condition("x-show-when");
    field.minLength = reader.optionalNumber("minLength", 0, 0, 2000);
    field.maxLength = reader.optionalNumber("maxLength", 200, 1, 2000);
    field.minimum = reader.optionalReal("minimum");
    field.maximum = reader.optionalReal("maximum");
    if (const QJsonValue value0 = reader.any("default"); !value0.isUndefined())
        field.defaultValue = value0;
    if (field.minLength > field.maxLength || field.minimum.value_or(0) > field.maximum.value_or(1e18))
        reader.fault(Kind::WrongValue, "minimum");
    return field;
}

FormGroup readGroup(const QJsonValue &value, const QString &place, FaultLog &log)
{
    ObjectReader reader(value, place, log);
    FormGroup group;
    group.id = reader.id("id");
    group.title = reader.text("title");
    group.role = reader.optionalText("role");
    group.fields = reader.texts("fields");
    return group;
}

} // namespace

Form readForm(const QJsonObject &schema, const QString &place, FaultLog &log)
{
    ObjectReader reader(schema, place, log);
    Form form;
    form.schema = schema;
    reader.optionalText("$schema");
    if (reader.text("type") != u"object")
        reader.fault(Kind::WrongValue, "type");
    if (reader.flag("additionalProperties"))
        reader.fault(Kind::WrongValue, "additionalProperties");
    const QJsonObject properties = reader.object("properties");
    const QStringList required = reader.optionalTexts("required");
    const QJsonArray groups = reader.list("x-groups");
    for (const QJsonValue &value : groups) {
        const QString at = reader.place("x-groups") + u'/' + QString::number(form.groups.size());
        form.groups.append(readGroup(value, at, log));
        const QStringList keys = form.groups.last().fields;
        for (const QString &key : keys) {
            if (form.field(key) || !properties.contains(key)) {
                log.add(form.field(key) ? Kind::Duplicate : Kind::Dangling, at + u'/' + key);
                continue;
            }
            const QString spot = reader.place("properties") + u'/' + key;
            form.fields.append(readField(key, properties.value(key), spot, log));
            form.fields.last().required = required.contains(key);
        }
    }
    for (const QString &key : required) {
        if (!form.field(key))
            log.add(Kind::Dangling, reader.place("required") + u'/' + key);
    }
    if (form.fields.size() != properties.size())
        reader.fault(Kind::Dangling, "properties");
    QString why;
    if (!CompiledSchema::compile(schema, &why))
        log.add(Kind::SchemaInvalid, place + u' ' + why);
    return form;
}

} // namespace yichuang
