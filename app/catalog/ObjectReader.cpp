#include "catalog/ObjectReader.h"

#include "domain/Dates.h"

#include <cmath>

namespace yichuang {

using Kind = CatalogueFault::Kind;

ObjectReader::ObjectReader(QJsonValue value, QString place, FaultLog &log)
    : m_object(value.toObject())
    , m_place(std::move(place))
    , m_log(log)
{
    if (!value.isObject())
        m_log.add(Kind::WrongValue, m_place);
}

ObjectReader::~ObjectReader()
{
    for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
        if (!m_asked.contains(member.key()))
            m_log.add(Kind::UnknownField, m_place + u'/' + member.key().left(80));
    }
}

QJsonValue ObjectReader::take(const char *key, bool required)
{
    const QString name = QLatin1String(key);
    m_asked.insert(name);
    const QJsonValue value = m_object.value(name);
    if (required && value.isUndefined())
        fault(Kind::FieldMissing, key);
    return value;
}

namespace {

bool isFitText(const QJsonValue &value)
{
    if (!value.isString())
        return false;
    const QString text = value.toString();
    return !text.trimmed().isEmpty() && text.size() <= ObjectReader::maximumText && text == text.trimmed();
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble() &&
           std::abs(value.toDouble()) < 1e15;
}

} // namespace

QString ObjectReader::text(const char *key)
{
    const QJsonValue value = take(key, true);
    if (!isFitText(value))
        fault(Kind::WrongValue, key);
    return value.toString().left(maximumText);
}

QString ObjectReader::optionalText(const char *key)
{
    const QJsonValue value = take(key, false);
    if (!value.isUndefined() && !isFitText(value))
        fault(Kind::WrongValue, key);
    return value.toString().left(maximumText);
}

QString ObjectReader::id(const char *key)
{
    const QString value = text(key);
    const auto isFit = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
    };
    if (value.size() > 80 || !std::all_of(value.cbegin(), value.cend(), isFit))
        fault(Kind::WrongValue, key);
    return value;
}

int ObjectReader::number(const char *key, int least, int most)
{
    const QJsonValue value = take(key, true);
    if (!isWhole(value) || value.toDouble() < least || value.toDouble() > most) {
        fault(Kind::WrongValue, key);
        return least;
    }
    return value.toInt();
}

int ObjectReader::optionalNumber(const char *key, int otherwise, int least, int most)
{
    if (take(key, false).isUndefined())
        return otherwise;
    return number(key, least, most);
}

std::optional<double> ObjectReader::optionalReal(const char *key)
{
    const QJsonValue value = take(key, false);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isDouble())
        fault(Kind::WrongValue, key);
    return value.toDouble();
}

bool ObjectReader::flag(const char *key)
{
    const QJsonValue value = take(key, true);
    if (!value.isBool())
        fault(Kind::WrongValue, key);
    return value.toBool();
}

bool ObjectReader::optionalFlag(const char *key, bool otherwise)
{
    return take(key, false).isUndefined() ? otherwise : flag(key);
}

QDate ObjectReader::date(const char *key)
{
    const std::optional<QDate> value = dateFromString(text(key));
    if (!value)
        fault(Kind::WrongValue, key);
    return value.value_or(QDate());
}

QStringList ObjectReader::textsOf(const QJsonValue &value, const char *key)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    bool fit = value.isArray() && array.size() <= maximumList;
    for (const QJsonValue &element : array) {
        fit = fit && isFitText(element) && !texts.contains(element.toString());
        texts.append(element.toString().left(maximumText));
    }
    if (!fit)
        fault(Kind::WrongValue, key);
    return fit ? texts : QStringList();
}

QStringList ObjectReader::texts(const char *key)
{
    const QStringList texts = textsOf(take(key, true), key);
    if (texts.isEmpty())
        fault(Kind::WrongValue, key);
    return texts;
}

QStringList ObjectReader::optionalTexts(const char *key)
{
    const QJsonValue value = take(key, false);
    return value.isUndefined() ? QStringList() : textsOf(value, key);
}

QJsonArray ObjectReader::list(const char *key)
{
    const QJsonValue value = take(key, true);
    if (!value.isArray() || value.toArray().size() > maximumList) {
        fault(Kind::WrongValue, key);
        return {};
    }
    return value.toArray();
}

QJsonArray ObjectReader::optionalList(const char *key)
{
    return take(key, false).isUndefined() ? QJsonArray() : list(key);
}

QJsonObject ObjectReader::object(const char *key)
{
    const QJsonValue value = take(key, true);
    if (!value.isObject())
        fault(Kind::WrongValue, key);
    return value.toObject();
}

QJsonValue ObjectReader::any(const char *key)
{
    return take(key, false);
}

Condition ObjectReader::condition(const char *key)
{
    const QJsonValue value = take(key, false);
    if (value.isUndefined())
        return {};
    if (!value.isObject()) {
        fault(Kind::WrongValue, key);
        return {};
    }
    const Result<Condition> parsed = Condition::parse(value.toObject());
    if (!parsed) {
        m_log.add(Kind::SchemaInvalid, place(key) + u' ' + parsed.error().detail);
        return {};
    }
    return *parsed;
}

} // namespace yichuang
