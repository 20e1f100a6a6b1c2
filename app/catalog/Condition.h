#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>

namespace yichuang {

class CompiledSchema;

// A rule of the catalogue: a small JSON Schema (draft 7) that the facts of a case must satisfy. The facts are
// the answers by key, "situation.<question>", and what is known of the persons ("applicant.kind", …;
// Facts.h). A rule without a schema always holds. Immutable, cheap to copy, safe to share between threads.
class Condition
{
public:
    Condition() = default;

    // Every key that a rule looks at must also be in its `required`, or a missing fact would satisfy it.
    // Fails with CatalogueSchemaInvalid.
    static Result<Condition> parse(const QJsonObject &schema);

    bool isAlways() const { return !m_schema; }
    bool holds(const QJsonObject &facts) const;
    const QStringList &keys() const { return m_keys; } // that it looks at, sorted, each once

private:
    std::shared_ptr<const CompiledSchema> m_schema;
    QStringList m_keys;
};

} // namespace yichuang
