#include "catalog/FieldCheck.h"

#include "domain/Dates.h"
#include "domain/Text.h"

#include <QLocale>

namespace yichuang {

namespace {

const QJsonValue none{QJsonValue::Undefined};

// "586,000.00", "586000", "586000.5" as fen; never through a floating point number.
QJsonValue moneyFromText(QString text)
{
    text.remove(u',').remove(u' ');
    const qsizetype point = text.indexOf(u'.');
    const QString whole = point < 0 ? text : text.left(point);
    QString part = point < 0 ? QString() : text.mid(point + 1);
    if (!isDigits(whole) || whole.size() > 12 || part.size() > 2 || (point >= 0 && !isDigits(part)))
        return none;
    part = part.leftJustified(2, u'0');
    return whole.toLongLong() * 100 + part.toLongLong();
}

QJsonValue dateValue(QString text)
{
    text.replace(u'/', u'-').replace(u'.', u'-');
    std::optional<QDate> date = dateFromString(text);
    if (!date)
        date = dateFromCard(text);
    if (!date) {
        const QStringList parts = text.split(u'-'); // 2026-1-9
        if (parts.size() == 3 && parts[0].size() == 4 && isDigits(parts[0]) && isDigits(parts[1]) &&
            isDigits(parts[2])) {
            const QDate made(parts[0].toInt(), parts[1].toInt(), parts[2].toInt());
            if (made.isValid())
                date = made;
        }
    }
    return date ? QJsonValue(toString(*date)) : none;
}

QJsonValue choiceValue(const FormField &field, const QString &text)
{
    for (const FieldChoice &choice : field.choices) {
        if (choice.value == text || choice.title == text)
            return choice.value;
    }
    return none;
}

QJsonValue flagValue(const QString &text)
{
    if (text == u"true" || text == u"1")
        return true;
    return text == u"false" || text == u"0" ? QJsonValue(false) : none;
}

QJsonValue numberValue(const FormField &field, QString text)
{
    text.remove(u',').remove(u' ');
    bool valid = false;
    if (field.type == FieldType::Integer) {
        const qlonglong number = text.toLongLong(&valid);
        return valid ? QJsonValue(number) : none;
    }
    const double number = QLocale::c().toDouble(text, &valid);
    return valid ? QJsonValue(number) : none;
}

QString moneyText(qint64 fen)
{
    const QLocale locale = QLocale::c();
    QString whole = locale.toString(fen / 100);
    for (qsizetype at = whole.size() - 3; at > 0; at -= 3) {
        if (whole[at] != u',' && whole[at - 1] != u',')
            whole.insert(at, u',');
    }
    return whole + u'.' + QString::number(fen % 100).rightJustified(2, u'0');
}

} // namespace

QJsonValue fieldValueFromText(const FormField &field, QStringView text)
{
    const QString tidy = field.type == FieldType::LongText ? text.toString().trimmed() : tidied(text);
    if (tidy.isEmpty())
        return none;
    switch (field.type) {
    case FieldType::Money:
        return moneyFromText(tidy);
    case FieldType::Date:
        return dateValue(tidy);
    case FieldType::Choice:
        return choiceValue(field, tidy);
    case FieldType::Flag:
        return flagValue(tidy);
    case FieldType::Integer:
    case FieldType::Decimal:
        return numberValue(field, tidy);
    default:
        break;
    }
    return tidy;
}

QString fieldText(const FormField &field, const QJsonValue &value)
{
    if (field.type == FieldType::Money && value.isDouble())
        return moneyText(value.toInteger());
    if (field.type == FieldType::Choice) {
        for (const FieldChoice &choice : field.choices) {
            if (choice.value == value.toString())
                return choice.title;
        }
    }
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble() && field.type == FieldType::Integer)
        return QString::number(value.toInteger());
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

} // namespace yichuang
