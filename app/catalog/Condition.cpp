#include "catalog/Condition.h"

#include "catalog/CatalogueFault.h"
#include "catalog/CompiledSchema.h"

#include <QJsonArray>
#include <QSet>

namespace yichuang {

namespace {

// A rule is read by people of the city: few words, and nothing that leads out of it.
class RuleReader
{
public:
    void read(const QJsonObject &schema, int depth)
    {
        static const QSet<QString> words{QStringLiteral("properties"),
                                         QStringLiteral("required"),
                                         QStringLiteral("allOf"),
                                         QStringLiteral("anyOf"),
                                         QStringLiteral("not"),
                                         QStringLiteral("const"),
                                         QStringLiteral("enum"),
                                         QStringLiteral("minimum"),
                                         QStringLiteral("maximum"),
                                         QStringLiteral("exclusiveMinimum"),
                                         QStringLiteral("exclusiveMaximum"),
                                         QStringLiteral("minLength"),
                                         QStringLiteral("type")};
        if (depth > 8)
            m_fault = QStringLiteral("too deep");
        for (auto member = schema.constBegin(); member != schema.constEnd() && m_fault.isEmpty(); ++member) {
            if (!words.contains(member.key()))
                m_fault = QStringLiteral("unknown word ") + member.key().left(80);
        }
        if (!m_fault.isEmpty())
            return;
        readProperties(schema);
        for (const QString &word : {QStringLiteral("allOf"), QStringLiteral("anyOf")}) {
            const QJsonArray parts = schema.value(word).toArray();
            for (const QJsonValue &part : parts)
                read(part.toObject(), depth + 1);
        }
        if (schema.contains(QLatin1String("not")))
            read(schema.value(QLatin1String("not")).toObject(), depth + 1);
    }

    QString fault() const { return m_fault; }
    QStringList keys() const
    {
        QStringList keys = m_keys.values();
        keys.sort();
        return keys;
    }

private:
    void readProperties(const QJsonObject &schema)
    {
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        for (const QJsonValue &key : required)
            m_keys.insert(key.toString());
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        for (auto member = properties.constBegin(); member != properties.constEnd(); ++member) {
            m_keys.insert(member.key());
            if (!required.contains(member.key()))
                m_fault = QStringLiteral("not in required: ") + member.key().left(80);
        }
    }

    QSet<QString> m_keys;
    QString m_fault;
};

} // namespace

Result<Condition> Condition::parse(const QJsonObject &schema)
{
    RuleReader reader;
    reader.read(schema, 0);
    QString why = reader.fault();
    Condition condition;
    if (why.isEmpty())
        condition.m_schema = CompiledSchema::compile(schema, &why);
    if (why.isEmpty() && reader.keys().isEmpty())
        why = QStringLiteral("looks at nothing");
    if (!why.isEmpty() || !condition.m_schema)
        return raiseFault({CatalogueFault::Kind::SchemaInvalid, why});
    condition.m_keys = reader.keys();
    return condition;
}

bool Condition::holds(const QJsonObject &facts) const
{
    return !m_schema || m_schema->accepts(facts);
}

} // namespace yichuang
