#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <memory>

namespace yichuang {

// A JSON Schema, compiled. The one place that knows valijson and its exceptions. Immutable; may be asked from
// any thread.
class CompiledSchema
{
public:
    ~CompiledSchema();

    // Null where it is no valid schema; `why` then says so for the log. References are not followed.
    static std::shared_ptr<const CompiledSchema> compile(const QJsonObject &schema, QString *why = nullptr);

    bool accepts(const QJsonValue &value) const;

private:
    struct Parsed;
    explicit CompiledSchema(std::unique_ptr<Parsed> parsed);

    std::unique_ptr<Parsed> m_parsed;
};

} // namespace yichuang
