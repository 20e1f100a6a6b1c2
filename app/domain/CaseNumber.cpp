#include "domain/CaseNumber.h"

#include "domain/Text.h"

namespace yichuang {

namespace {
constexpr int textLength = 22; // 6 + 1 + 3 + 1 + 6 + 1 + 4
constexpr int century = 2000;
} // namespace

bool CaseNumber::isRegion(QStringView region)
{
    return region.size() == 6 && isDigits(region);
}

bool CaseNumber::isSegment(QStringView segment)
{
    return segment.size() == 3 && segment[0] >= u'A' && segment[0] <= u'Z' && isDigits(segment.sliced(1));
}

std::optional<CaseNumber> CaseNumber::make(const QString &region, const QString &segment, QDate date,
                                           int serial)
{
    const bool dated = date.isValid() && date.year() >= century && date.year() < century + 100;
    if (!isRegion(region) || !isSegment(segment) || !dated || serial < 1 || serial > maximumSerial)
        return std::nullopt;
    return CaseNumber{region, segment, date, serial};
}

std::optional<CaseNumber> CaseNumber::parse(QStringView text)
{
    if (text.size() != textLength || text[6] != u'-' || text[10] != u'-' || text[17] != u'-')
        return std::nullopt;
    const QStringView day = text.mid(11, 6);
    const QStringView serial = text.last(4);
    if (!isDigits(day) || !isDigits(serial))
        return std::nullopt;
    const QDate date(century + day.first(2).toInt(), day.mid(2, 2).toInt(), day.last(2).toInt());
    return make(text.first(6).toString(), text.mid(7, 3).toString(), date, serial.toInt());
}

QString CaseNumber::toString() const
{
    return QStringLiteral("%1-%2-%3-%4")
        .arg(region, segment, date.toString(u"yyMMdd"))
        .arg(serial, 4, 10, QLatin1Char('0'));
}

QString CaseNumber::shortForm() const
{
    return QStringLiteral("%1-%2-%3")
        .arg(segment, date.toString(u"MMdd"))
        .arg(serial, 4, 10, QLatin1Char('0'));
}

} // namespace yichuang
