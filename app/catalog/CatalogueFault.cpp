#include "catalog/CatalogueFault.h"

namespace yichuang {

tl::unexpected<Error> raiseFault(const CatalogueFault &fault)
{
    using Kind = CatalogueFault::Kind;
    switch (fault.kind) {
    case Kind::Unreadable:
        return raise(ErrorCode::CatalogueUnreadable, fault.place);
    case Kind::TooLarge:
        return raise(ErrorCode::CatalogueTooLarge, fault.place);
    case Kind::NotJson:
        return raise(ErrorCode::CatalogueNotJson, fault.place);
    case Kind::UnknownField:
        return raise(ErrorCode::CatalogueUnknownField, fault.place);
    case Kind::FieldMissing:
        return raise(ErrorCode::CatalogueFieldMissing, fault.place);
    case Kind::SchemaInvalid:
        return raise(ErrorCode::CatalogueSchemaInvalid, fault.place);
    case Kind::Duplicate:
        return raise(ErrorCode::CatalogueDuplicate, fault.place);
    case Kind::Dangling:
        return raise(ErrorCode::CatalogueDangling, fault.place);
    case Kind::Disagrees:
        return raise(ErrorCode::CatalogueDisagrees, fault.place);
    case Kind::WrongValue:
        break;
    }
    return raise(ErrorCode::CatalogueWrongValue, fault.place);
}

void FaultLog::add(CatalogueFault::Kind kind, const QString &place)
{
    if (!m_first)
        m_first = CatalogueFault{kind, m_file + QLatin1String(": ") + place};
}

} // namespace yichuang
