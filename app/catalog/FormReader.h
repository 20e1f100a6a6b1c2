#pragma once

#include "catalog/Form.h"
#include "catalog/ObjectReader.h"

namespace yichuang {

// A form out of its JSON Schema. Every field is in exactly one group, its JSON type is that of its `x-type`,
// and the whole is a valid schema.
Form readForm(const QJsonObject &schema, const QString &place, FaultLog &log);

} // namespace yichuang
