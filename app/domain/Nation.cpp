#include "domain/Nation.h"

#include "domain/Text.h"

namespace yichuang {

namespace {

constexpr int other = 97;
constexpr int foreignDescent = 98;

// GB/T 3304-1991, codes 01 to 56 in their order. (One public table has a misprint at 46, 德昂.)
const QStringList &names()
{
    static const QStringList list =
        QStringLiteral(
            "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 "
            "高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 "
            "普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 "
            "基诺")
            .split(u' ');
    return list;
}

} // namespace

std::optional<Nation> Nation::fromCode(QStringView code)
{
    if (code.size() != 2 || !isDigits(code))
        return std::nullopt;
    const int number = code.toInt();
    if ((number >= 1 && number <= names().size()) || number == other || number == foreignDescent)
        return Nation(number);
    return std::nullopt;
}

std::optional<Nation> Nation::fromName(QStringView name)
{
    QString plain = name.trimmed().toString();
    if (plain == QStringLiteral("其他"))
        return Nation(other);
    if (plain == QStringLiteral("外国血统中国籍人士"))
        return Nation(foreignDescent);
    if (plain.endsWith(u'族'))
        plain.chop(1);
    const auto index = names().indexOf(plain);
    return index < 0 ? std::nullopt : std::optional(Nation(static_cast<int>(index) + 1));
}

QString Nation::code() const
{
    return QStringLiteral("%1").arg(m_code, 2, 10, QLatin1Char('0'));
}

QString Nation::name() const
{
    if (m_code == other)
        return QStringLiteral("其他");
    if (m_code == foreignDescent)
        return QStringLiteral("外国血统中国籍人士");
    return names().at(m_code - 1);
}

} // namespace yichuang
