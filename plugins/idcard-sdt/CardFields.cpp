#include "CardFields.h"

#include <QStringView>
#include <QtEndian>

#include <algorithm>

namespace yichuang::sdt {

namespace {

bool isDigit(QChar unit)
{
    return unit >= u'0' && unit <= u'9';
}

bool isCapital(QChar unit)
{
    return unit >= u'A' && unit <= u'Z';
}

bool isAll(QStringView text, bool (*fits)(QChar))
{
    return std::all_of(text.begin(), text.end(), fits);
}

// Formatting characters are refused because they can make a name look like another. Characters that this
// Unicode version does not know, and those of the private area, are names' rare characters.
bool isWritten(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return !QChar::isNonCharacter(character);
    }
}

// toUcs4 would put a replacement character in the place of half a pair.
bool isWhole(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (!text[at].isSurrogate())
            continue;
        if (!text[at].isHighSurrogate() || at + 1 == text.size() || !text[at + 1].isLowSurrogate())
            return false;
        ++at;
    }
    return true;
}

bool isReadable(QStringView text)
{
    if (!isWhole(text))
        return false;
    const auto characters = text.toUcs4();
    return std::all_of(characters.begin(), characters.end(), isWritten);
}

} // namespace

CardFields::CardFields(const QByteArray &text)
{
    m_text.reserve(text.size() / 2);
    for (qsizetype at = 0; at + 1 < text.size(); at += 2)
        m_text += QChar(qFromLittleEndian<char16_t>(text.constData() + at));
}

QString CardFields::text(const char *name, int place, int size)
{
    return cleaned(name, padded(place, size));
}

QString CardFields::filled(const char *name, int place, int size)
{
    const QString value = text(name, place, size);
    demand(name, !value.isEmpty());
    return value;
}

QString CardFields::sex(int place)
{
    const QString value = text("sex", place, 2);
    demand("sex", value == u"0" || value == u"1" || value == u"2" || value == u"9");
    return value;
}

QString CardFields::nation(int place)
{
    const QString value = text("nation", place, 4);
    const int code = value.size() == 2 && isAll(value, isDigit) ? value.toInt() : 0;
    demand("nation", (code >= 1 && code <= 56) || code == 97 || code == 98);
    return value;
}

QDate CardFields::date(const char *name, int place)
{
    const QString value = text(name, place, 16);
    const bool isEight = value.size() == 8 && isAll(value, isDigit);
    const QDate date = isEight
                           ? QDate(QStringView(value).left(4).toInt(), QStringView(value).mid(4, 2).toInt(),
                                   QStringView(value).mid(6).toInt())
                           : QDate();
    demand(name, date.isValid());
    return date;
}

QString CardFields::citizenNumber(int place, char16_t first)
{
    const QString value = text("number", place, 36);
    const bool isFull = value.size() == 18 && isAll(QStringView(value).left(17), isDigit) &&
                        (isDigit(value.back()) || value.back() == u'X');
    demand("number", isFull && (first == 0 || value.front() == first));
    return value;
}

QString CardFields::letters(const char *name, int place, int size)
{
    const QString value = text(name, place, size);
    demand(name, value.size() == size / 2 && isAll(value, isCapital));
    return value;
}

QString CardFields::capitals(const char *name, int place, int size)
{
    const QString value = text(name, place, size);
    demand(name, isAll(value, [](QChar unit) { return isDigit(unit) || isCapital(unit); }));
    return value;
}

QString CardFields::padded(int place, int size) const
{
    return m_text.mid(place / 2, size / 2);
}

char16_t CardFields::unit(int place) const
{
    return place / 2 < m_text.size() ? m_text[place / 2].unicode() : u'\0';
}

QString CardFields::cleaned(const char *name, QString text)
{
    while (text.endsWith(u' ') || text.endsWith(QChar(u'\0')))
        text.chop(1);
    demand(name, isReadable(text));
    return text;
}

void CardFields::demand(const char *name, bool holds)
{
    if (!holds && m_wrong.isEmpty())
        m_wrong = QLatin1String(name);
}

} // namespace yichuang::sdt
