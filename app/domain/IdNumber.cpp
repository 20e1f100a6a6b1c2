#include "domain/IdNumber.h"

#include "domain/Mask.h"
#include "domain/Text.h"

#include <array>

namespace yichuang {

namespace {

constexpr int length = 18;
constexpr int maximumAge = 150;
constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr char16_t checkDigits[] = u"10X98765432"; // by the weighted sum modulo 11

// Provinces of GB/T 2260, and the residence cards of Hong Kong, Macao and Taiwan.
bool isProvince(int prefix)
{
    constexpr std::array<int, 35> prefixes{11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                           35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                           53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
    return std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
}

int fullYears(QDate birth, QDate day)
{
    const bool reached =
        day.month() > birth.month() || (day.month() == birth.month() && day.day() >= birth.day());
    return day.year() - birth.year() - (reached ? 0 : 1);
}

} // namespace

QChar idNumberCheckDigit(QStringView seventeenDigits)
{
    if (seventeenDigits.size() != length - 1 || !isDigits(seventeenDigits))
        return {};
    int sum = 0;
    for (int i = 0; i < length - 1; ++i)
        sum += seventeenDigits[i].digitValue() * weights[static_cast<size_t>(i)];
    return checkDigits[sum % 11];
}

tl::expected<IdNumber, IdNumberFault> IdNumber::parse(QStringView text, QDate today)
{
    const auto fault = [](IdNumberFault what) { return tl::make_unexpected(what); };
    const QString number = codeCharacters(text);
    if (number.isEmpty())
        return fault(IdNumberFault::Empty);
    if (number.size() == 15 && isDigits(number))
        return fault(IdNumberFault::FifteenDigits);
    if (number.size() != length)
        return fault(IdNumberFault::WrongLength);
    if (!isDigits(QStringView(number).first(17)) || !(number.back() == u'X' || isDigits(number.right(1))))
        return fault(IdNumberFault::WrongCharacter);
    IdNumber result(number);
    const QDate born = result.birth();
    if (!born.isValid())
        return fault(IdNumberFault::WrongBirthDate);
    if (born > today)
        return fault(IdNumberFault::BornInFuture);
    if (result.ageOn(today) > maximumAge)
        return fault(IdNumberFault::OlderThan150);
    if (idNumberCheckDigit(QStringView(number).first(17)) != number.back())
        return fault(IdNumberFault::WrongCheckDigit);
    return result;
}

IdNumberKind IdNumber::kind() const
{
    if (m_text.startsWith(u'9'))
        return IdNumberKind::ForeignResident;
    return m_text.startsWith(u'8') ? IdNumberKind::HongKongMacaoTaiwan : IdNumberKind::Resident;
}

bool IdNumber::hasKnownRegion() const
{
    // A foreigner's number is 9, the province of issue, the three digits of the country.
    const int from = kind() == IdNumberKind::ForeignResident ? 1 : 0;
    return isProvince(QStringView(m_text).mid(from, 2).toInt());
}

QDate IdNumber::birth() const
{
    const QStringView text(m_text);
    return {text.mid(6, 4).toInt(), text.mid(10, 2).toInt(), text.mid(12, 2).toInt()};
}

Sex IdNumber::sex() const
{
    return m_text.at(16).digitValue() % 2 == 1 ? Sex::Male : Sex::Female;
}

int IdNumber::ageOn(QDate day) const
{
    return fullYears(birth(), day);
}

QString IdNumber::masked() const
{
    return mask::idNumber(m_text);
}

} // namespace yichuang
