#pragma once

#include <QString>

namespace yichuang::mask {

// How persons' data is shown to others and on papers that lie about (STYLE.md). They take any text, also
// an invalid one, and never show more than the rule; what is too short for the rule is starred whole.
QString name(QStringView name); // 罗*芬, 李*: of three or more the first and the last stay
QString idNumber(
    QStringView number); // 6 + 8 stars + 4; a passport or an old number keeps at most a quarter at each end
QString phone(QStringView number); // 3 + 4 stars + 4; a landline keeps its area code and its last two

} // namespace yichuang::mask
