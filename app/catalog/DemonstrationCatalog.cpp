#include "catalog/Catalog.h"

namespace yichuang {

Result<Catalog> loadDemonstrationCatalog()
{
    return Catalog::load(QStringLiteral(":/catalogue"));
}

} // namespace yichuang
