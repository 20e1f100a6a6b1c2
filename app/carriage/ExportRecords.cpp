#include "carriage/ExportRecords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang {

void ExportRecords::add(const ExportRecord &record)
{
    if (!list.isEmpty() && list.last().serial == record.serial)
        list.removeLast();
    list.append(record);
    if (list.size() > most)
        list.removeFirst();
}

std::optional<ExportRecord> ExportRecords::byCover(const Digest &cover) const
{
    for (const ExportRecord &record : list) {
        if (!record.cover.isNull() && record.cover == cover)
            return record;
    }
    return std::nullopt;
}

QByteArray ExportRecords::toJson() const
{
    QJsonArray array;
    for (const ExportRecord &record : list)
        array.append(QJsonObject{{QStringLiteral("serial"), record.serial},
                                 {QStringLiteral("cover"), record.cover.toHex()},
                                 {QStringLiteral("epoch"), record.epoch}});
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

ExportRecords ExportRecords::fromJson(const QByteArray &json)
{
    ExportRecords records;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const auto &entry : array) {
        const QJsonObject object = entry.toObject();
        const auto cover = Digest::fromHex(object.value(QLatin1String("cover")).toString().toLatin1());
        records.list.append({object.value(QLatin1String("serial")).toInteger(), cover.value_or(Digest()),
                             object.value(QLatin1String("epoch")).toString()});
    }
    return records;
}

QByteArray ImportRecord::toJson() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("epoch"), epoch}, {QStringLiteral("serial"), serial}})
        .toJson(QJsonDocument::Compact);
}

ImportRecord ImportRecord::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object.value(QLatin1String("epoch")).toString(),
            object.value(QLatin1String("serial")).toInteger()};
}

} // namespace yichuang
