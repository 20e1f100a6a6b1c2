#include "ui/widgets/CardName.h"

#include "domain/IdType.h"

#include <QCoreApplication>

namespace yichuang {

QString cardName(const QString &idType)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("cards", text); };
    if (idType == idtype::residencePermit)
        return words(QT_TRANSLATE_NOOP("cards", "residence permit"));
    if (idType == idtype::foreignResident)
        return words(QT_TRANSLATE_NOOP("cards", "foreign resident's card"));
    return words(QT_TRANSLATE_NOOP("cards", "ID card"));
}

} // namespace yichuang
