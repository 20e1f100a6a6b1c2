#pragma once

#include <QString>

namespace yichuang {

// What a card of this kind (IdType.h) is called on the screens: "身份证", "居住证", "永居证".
QString cardName(const QString &idType);

} // namespace yichuang
