#include "catalog/CatalogLint.h"

#include "catalog/Catalog.h"
#include "catalog/CompiledSchema.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace yichuang {

namespace {

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(Catalog::maximumFileBytes + 1)).object();
}

void lintAgainstSchema(const QString &folder, const QString &part, const QString &schema, QStringList &faults)
{
    QString why;
    const auto compiled = CompiledSchema::compile(readObject(folder + u'/' + schema), &why);
    if (!compiled) {
        faults.append(schema + QLatin1String(": ") + why);
        return;
    }
    const QDir dir(folder + u'/' + part);
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        if (!compiled->accepts(readObject(dir.filePath(name))))
            faults.append(part + u'/' + name + QLatin1String(": not as ") + schema + QLatin1String(" says"));
    }
}

void lintItem(const Item &item, QStringList &faults)
{
    const QString at = QStringLiteral("items/%1.json: ").arg(item.id);
    if (lint(item.code))
        faults.append(at + QLatin1String("the code is not as its scheme says"));
    if (item.fee.charged && item.fee.basis.isEmpty())
        faults.append(at + QLatin1String("a fee without a basis"));
    if (item.visits > 1)
        faults.append(at + QLatin1String("more than one visit"));
    if (item.demonstration && !item.authority.startsWith(QStringLiteral("示例")))
        faults.append(at + QLatin1String("an invented item in the name of a real authority"));
    for (const Material &material : item.materials) {
        // What our own offices issue they can look up: asking for it again is what the reform ends.
        const bool askedBack = material.source == u"government" && material.exemptGround.isEmpty() &&
                               material.reuseGround.isEmpty() && material.hint.isEmpty() &&
                               material.when.isAlways() && material.required;
        if (askedBack)
            faults.append(at + material.id +
                          QLatin1String(": asks for what an office issued, without a reason"));
    }
}

} // namespace

QStringList lintCatalogue(const QString &folder)
{
    QStringList faults;
    lintAgainstSchema(folder, QStringLiteral("items"), QStringLiteral("item.schema.json"), faults);
    lintAgainstSchema(folder, QStringLiteral("bundles"), QStringLiteral("bundle.schema.json"), faults);
    const Result<Catalog> catalog = Catalog::load(folder);
    if (!catalog) {
        faults.append(logText(catalog.error()));
        return faults;
    }
    for (const Item &item : catalog->items())
        lintItem(item, faults);
    return faults;
}

} // namespace yichuang
