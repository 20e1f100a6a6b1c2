#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <vector>

namespace yichuang {

// The values of a statement, in PostgreSQL's binary form: $1 is what was added first. A null UUID is NULL.
class PostgresValues
{
public:
    PostgresValues &number(qint64 value);
    PostgresValues &text(const QString &value);
    PostgresValues &bytes(const QByteArray &value);
    PostgresValues &uuid(const QUuid &value);
    PostgresValues &time(qint64 milliseconds); // Unix ms, as timestamptz

    PostgresValues &numbers(const QList<qint64> &values);
    PostgresValues &texts(const QList<QString> &values);
    PostgresValues &manyBytes(const QList<QByteArray> &values);
    PostgresValues &uuids(const QList<QUuid> &values);

    int count() const { return static_cast<int>(m_types.size()); }
    const std::vector<unsigned> &types() const { return m_types; }
    const std::vector<QByteArray> &contents() const { return m_contents; } // a null one is NULL

private:
    PostgresValues &add(unsigned type, QByteArray content);

    std::vector<unsigned> m_types;
    std::vector<QByteArray> m_contents;
};

// 2000-01-01, where PostgreSQL's time begins, in Unix ms.
inline constexpr qint64 postgresEpoch = 946684800000;

} // namespace yichuang
