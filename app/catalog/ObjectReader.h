#pragma once

#include "catalog/CatalogueFault.h"
#include "catalog/Condition.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace yichuang {

// Reads one JSON object strictly: each key by name, type and size; what was not asked for is an unknown
// field. Faults go to the log and give an empty value, so that reading code stays straight.
class ObjectReader
{
public:
    static constexpr qsizetype maximumText = 500;
    static constexpr int maximumList = 200;

    ObjectReader(QJsonValue value, QString place, FaultLog &log);
    ~ObjectReader(); // looks for unknown fields
    ObjectReader(const ObjectReader &) = delete;
    ObjectReader &operator=(const ObjectReader &) = delete;

    QString text(const char *key);         // must be there, not empty
    QString optionalText(const char *key); // empty where absent
    QString id(const char *key);           // letters, digits, '.', '-', '_', at most 80
    int number(const char *key, int least, int most);
    int optionalNumber(const char *key, int otherwise, int least, int most);
    std::optional<double> optionalReal(const char *key);
    bool flag(const char *key);
    bool optionalFlag(const char *key, bool otherwise);
    QDate date(const char *key);
    QStringList texts(const char *key);         // must be there, one or more
    QStringList optionalTexts(const char *key); // may be absent or empty
    QJsonArray list(const char *key);           // must be there; may be empty
    QJsonArray optionalList(const char *key);
    QJsonObject object(const char *key); // must be there
    QJsonValue any(const char *key);     // undefined where absent
    Condition condition(const char *key);

    // A word of a table; `parse` gives nullopt for an unknown one.
    template <typename T>
    T word(const char *key, std::optional<T> (*parse)(QStringView))
    {
        const std::optional<T> value = parse(text(key));
        if (!value)
            fault(CatalogueFault::Kind::WrongValue, key);
        return value.value_or(T{});
    }

    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QString place(const char *key) const { return m_place + u'/' + QLatin1String(key); }
    QString place() const { return m_place; }
    FaultLog &log() { return m_log; }
    void fault(CatalogueFault::Kind kind, const char *key) { m_log.add(kind, place(key)); }

private:
    QJsonValue take(const char *key, bool required);
    QStringList textsOf(const QJsonValue &value, const char *key);

    QJsonObject m_object;
    QString m_place;
    FaultLog &m_log;
    QSet<QString> m_asked;
};

} // namespace yichuang
