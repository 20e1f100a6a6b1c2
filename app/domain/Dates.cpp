#include "domain/Dates.h"

#include "domain/Text.h"

namespace yichuang {

namespace {

constexpr QLatin1String longTermInData{"long-term"};
const QString &instantFormat()
{
    static const QString format = QStringLiteral("yyyy-MM-dd'T'HH:mm:ss.zzz'Z'");
    return format;
}

} // namespace

std::optional<QDate> dateFromString(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-' || text.count(u'-') != 2)
        return std::nullopt;
    return dateFromCard(text.toString().remove(u'-'));
}

QString toString(QDate date)
{
    return date.toString(Qt::ISODate);
}

std::optional<QDateTime> instantFromString(QStringView text)
{
    QDateTime instant = QDateTime::fromString(text.toString(), instantFormat());
    instant.setTimeSpec(Qt::UTC);
    if (!instant.isValid() || toString(instant) != text)
        return std::nullopt;
    return instant;
}

QString toString(const QDateTime &instant)
{
    return instant.toUTC().toString(instantFormat());
}

std::optional<QDate> dateFromCard(QStringView text)
{
    if (text.size() != 8 || !isDigits(text))
        return std::nullopt;
    const QDate date(text.first(4).toInt(), text.mid(4, 2).toInt(), text.last(2).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<ValidUntil> ValidUntil::fromCard(QStringView text)
{
    const QStringView plain = text.trimmed();
    if (plain == u"长期")
        return ValidUntil{std::nullopt, true};
    if (const auto date = dateFromCard(plain))
        return ValidUntil{date, false};
    return std::nullopt;
}

std::optional<ValidUntil> ValidUntil::fromString(QStringView text)
{
    if (text.isEmpty())
        return ValidUntil{};
    if (text == longTermInData)
        return ValidUntil{std::nullopt, true};
    if (const auto date = dateFromString(text))
        return ValidUntil{date, false};
    return std::nullopt;
}

QString ValidUntil::toString() const
{
    if (longTerm)
        return longTermInData;
    return last ? yichuang::toString(*last) : QString();
}

} // namespace yichuang
