#include "domain/Sex.h"

namespace yichuang {

QString toCode(Sex sex)
{
    return QString::number(static_cast<int>(sex));
}

std::optional<Sex> sexFromCode(QStringView code)
{
    for (const Sex sex : {Sex::Unknown, Sex::Male, Sex::Female, Sex::Unstated}) {
        if (code == toCode(sex))
            return sex;
    }
    return std::nullopt;
}

} // namespace yichuang
