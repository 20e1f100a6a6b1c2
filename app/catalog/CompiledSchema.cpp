#define VALIJSON_USE_EXCEPTIONS 1
#include "catalog/CompiledSchema.h"

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace yichuang {

struct CompiledSchema::Parsed
{
    valijson::Schema schema;
};

CompiledSchema::CompiledSchema(std::unique_ptr<Parsed> parsed)
    : m_parsed(std::move(parsed))
{}

CompiledSchema::~CompiledSchema() = default;

std::shared_ptr<const CompiledSchema> CompiledSchema::compile(const QJsonObject &schema, QString *why)
{
    auto parsed = std::make_unique<Parsed>();
    try {
        const QJsonValue root(schema);
        const valijson::adapters::QtJsonAdapter adapter(root);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(adapter, parsed->schema);
    } catch (const std::exception &failure) {
        if (why)
            *why = QString::fromUtf8(failure.what());
        return nullptr;
    }
    return std::shared_ptr<const CompiledSchema>(new CompiledSchema(std::move(parsed)));
}

bool CompiledSchema::accepts(const QJsonValue &value) const
{
    try {
        valijson::Validator validator;
        const valijson::adapters::QtJsonAdapter adapter(value);
        return validator.validate(m_parsed->schema, adapter, nullptr);
    } catch (const std::exception &) {
        return false;
    }
}

} // namespace yichuang
