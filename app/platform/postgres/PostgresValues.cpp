#include "platform/postgres/PostgresValues.h"

#include <QtEndian>

namespace yichuang {

namespace {

// pg_type.dat
constexpr unsigned byteaType = 17;
constexpr unsigned int8Type = 20;
constexpr unsigned textType = 25;
constexpr unsigned timeType = 1184;
constexpr unsigned uuidType = 2950;
constexpr unsigned byteaArray = 1001;
constexpr unsigned textArray = 1009;
constexpr unsigned int8Array = 1016;
constexpr unsigned uuidArray = 2951;

template <typename T>
QByteArray bigEndian(T value)
{
    QByteArray bytes(sizeof(T), Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray uuidBytes(const QUuid &value)
{
    return value.isNull() ? QByteArray() : value.toRfc4122();
}

// Null is NULL; an empty content must not be null.
QByteArray content(const QByteArray &value)
{
    return value.isNull() ? QByteArray("") : value;
}

// array_recv: dimensions, whether there are NULLs, the element's type, then length and first index.
template <typename T, typename Encode>
QByteArray array(const QList<T> &values, unsigned type, const Encode &encode)
{
    QByteArray elements;
    bool hasNull = false;
    for (const T &value : values) {
        const QByteArray element = encode(value);
        hasNull = hasNull || element.isNull();
        elements += element.isNull() ? bigEndian(qint32(-1)) : bigEndian(qint32(element.size())) + element;
    }
    return bigEndian(qint32(values.isEmpty() ? 0 : 1)) + bigEndian(qint32(hasNull)) + bigEndian(type) +
           (values.isEmpty() ? QByteArray() : bigEndian(qint32(values.size())) + bigEndian(qint32(1))) +
           elements;
}

} // namespace

PostgresValues &PostgresValues::add(unsigned type, QByteArray value)
{
    m_types.push_back(type);
    m_contents.push_back(std::move(value));
    return *this;
}

PostgresValues &PostgresValues::number(qint64 value)
{
    return add(int8Type, bigEndian(value));
}

PostgresValues &PostgresValues::text(const QString &value)
{
    return add(textType, content(value.toUtf8()));
}

PostgresValues &PostgresValues::bytes(const QByteArray &value)
{
    return add(byteaType, content(value));
}

PostgresValues &PostgresValues::uuid(const QUuid &value)
{
    return add(uuidType, uuidBytes(value));
}

PostgresValues &PostgresValues::time(qint64 milliseconds)
{
    return add(timeType, bigEndian((milliseconds - postgresEpoch) * 1000));
}

PostgresValues &PostgresValues::numbers(const QList<qint64> &values)
{
    return add(int8Array, array(values, int8Type, [](qint64 value) { return bigEndian(value); }));
}

PostgresValues &PostgresValues::texts(const QList<QString> &values)
{
    return add(textArray,
               array(values, textType, [](const QString &value) { return content(value.toUtf8()); }));
}

PostgresValues &PostgresValues::manyBytes(const QList<QByteArray> &values)
{
    return add(byteaArray, array(values, byteaType, content));
}

PostgresValues &PostgresValues::uuids(const QList<QUuid> &values)
{
    return add(uuidArray, array(values, uuidType, uuidBytes));
}

} // namespace yichuang
