#pragma once

#include "catalog/Item.h"
#include "catalog/ObjectReader.h"

// The parts of an item's file that are lists of objects.
namespace yichuang::parts {

ItemCode readCode(const QJsonObject &object, const QString &place, FaultLog &log);
ItemDepartment readDepartment(ObjectReader &reader);
SituationQuestion readQuestion(ObjectReader &reader);
PartyRule readParty(ObjectReader &reader);
AcceptanceRule readRule(ObjectReader &reader);
Material readMaterial(ObjectReader &reader);
void readBundleItems(Bundle &bundle, ObjectReader &reader);

template <typename T>
QList<T> readEach(ObjectReader &reader, const char *key, T (*read)(ObjectReader &))
{
    QList<T> list;
    const QJsonArray array = reader.list(key);
    for (const QJsonValue &value : array) {
        ObjectReader element(value, reader.place(key) + u'/' + QString::number(list.size()), reader.log());
        list.append(read(element));
    }
    return list;
}

} // namespace yichuang::parts
