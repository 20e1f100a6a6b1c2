#pragma once

#include "Places.h"
#include "catalog/Catalog.h"
#include "domain/Case.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace yichuang::test {

// The file of a real item, to be changed by a test.
inline QJsonObject itemFile(const QString &id)
{
    QFile file(QStringLiteral(YICHUANG_SOURCE_DIR "/resources/catalogue/items/%1.json").arg(id));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such item");
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

inline Result<Item> parsed(const QJsonObject &object)
{
    return parseItem(bytesOf(object), QStringLiteral("items/test.json"));
}

// Sets what stands at a path such as "materials/0/name"; undefined takes it away.
inline QJsonValue changed(const QJsonValue &root, const QStringList &path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QStringList rest = path.mid(1);
    if (root.isArray()) {
        QJsonArray array = root.toArray();
        array.replace(path.first().toInt(), changed(array.at(path.first().toInt()), rest, value));
        return array;
    }
    QJsonObject object = root.toObject();
    if (rest.isEmpty() && value.isUndefined())
        object.remove(path.first());
    else
        object.insert(path.first(), changed(object.value(path.first()), rest, value));
    return object;
}

inline QJsonObject changed(const QJsonObject &root, const char *path, const QJsonValue &value)
{
    return changed(QJsonValue(root), QString::fromLatin1(path).split(u'/'), value).toObject();
}

// A folder of one item as a catalogue.
inline Catalog catalogOf(const Item &item)
{
    return Catalog::of({item}).value();
}

// An invented person whose number holds, born on 1940-05-01.
inline Party samplePerson(const QString &role = QStringLiteral("applicant"))
{
    Party party;
    party.role = role;
    party.kind = QStringLiteral("person");
    party.name = QStringLiteral("欧阳秀珍");
    party.idType = QStringLiteral("111");
    party.idNumber = QStringLiteral("430407194005010028");
    party.sex = QStringLiteral("2");
    party.birth = QStringLiteral("1940-05-01");
    party.validUntil = QStringLiteral("long-term");
    party.source = QStringLiteral("card");
    return party;
}

} // namespace yichuang::test
