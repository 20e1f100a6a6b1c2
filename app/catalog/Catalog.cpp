#include "catalog/Catalog.h"

#include "catalog/ItemCheck.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace yichuang {

using Kind = CatalogueFault::Kind;

namespace {

Result<QByteArray> readLimited(const QString &path, const QString &name)
{
    QFile file(path);
    if (file.size() > Catalog::maximumFileBytes)
        return raiseFault({Kind::TooLarge, name});
    if (!file.open(QIODevice::ReadOnly))
        return raiseFault({Kind::Unreadable, name});
    return file.read(Catalog::maximumFileBytes + 1);
}

template <typename T>
Result<std::vector<T>> readFolder(const QString &folder, const QString &part,
                                  Result<T> (*parse)(const QByteArray &, const QString &))
{
    std::vector<T> all;
    const QDir dir(folder + u'/' + part);
    const QStringList names = dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (names.size() > Catalog::maximumFiles)
        return raiseFault({Kind::TooLarge, part});
    for (const QString &name : names) {
        const QString title = part + u'/' + name;
        const Result<QByteArray> json = readLimited(dir.filePath(name), title);
        if (!json)
            return passOn(json);
        Result<T> parsed = parse(*json, title);
        if (!parsed)
            return passOn(parsed);
        if (parsed->id + QLatin1String(".json") != name)
            return raiseFault({Kind::WrongValue, title + QLatin1String(": /id")});
        all.push_back(std::move(*parsed));
    }
    return all;
}

// Items and bundles share one space of ids and codes: a search hit names one thing.
template <typename T>
std::optional<CatalogueFault> index(const std::vector<T> &all, QHash<QString, qsizetype> &at,
                                    QSet<QString> &taken)
{
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const QString &name : {all[i].id, all[i].code.code}) {
            if (taken.contains(name))
                return CatalogueFault{Kind::Duplicate, name};
            taken.insert(name);
            at.insert(name, static_cast<qsizetype>(i));
        }
    }
    return std::nullopt;
}

template <typename T>
void sortById(std::vector<T> &all)
{
    std::sort(all.begin(), all.end(), [](const T &a, const T &b) { return a.id < b.id; });
}

} // namespace

Result<Catalog> Catalog::load(const QString &folder)
{
    if (!QDir(folder + QLatin1String("/items")).exists())
        return raiseFault({Kind::Unreadable, QStringLiteral("items")});
    Result<std::vector<Item>> items = readFolder<Item>(folder, QStringLiteral("items"), parseItem);
    if (!items)
        return passOn(items);
    Result<std::vector<Bundle>> bundles = readFolder<Bundle>(folder, QStringLiteral("bundles"), parseBundle);
    if (!bundles)
        return passOn(bundles);
    return of(std::move(*items), std::move(*bundles));
}

Result<Catalog> Catalog::of(std::vector<Item> items, std::vector<Bundle> bundles)
{
    auto content = std::make_shared<Content>();
    sortById(items);
    sortById(bundles);
    content->items = std::move(items);
    content->bundles = std::move(bundles);
    QSet<QString> taken;
    if (const auto fault = index(content->items, content->itemAt, taken))
        return raiseFault(*fault);
    if (const auto fault = index(content->bundles, content->bundleAt, taken))
        return raiseFault(*fault);
    Catalog catalog;
    catalog.m_content = std::move(content);
    SharedMeanings meanings;
    for (const Item &item : catalog.items()) {
        if (const auto fault = checkItem(item))
            return raiseFault(*fault);
        if (const auto fault = meanings.add(item))
            return raiseFault(*fault);
    }
    for (const Bundle &bundle : catalog.bundles()) {
        const auto fault = checkBundle(bundle, [&](const QString &id) { return catalog.item(id); });
        if (fault)
            return raiseFault(*fault);
    }
    return catalog;
}

const Item *Catalog::item(const QString &idOrCode) const
{
    const auto at = m_content->itemAt.constFind(idOrCode);
    return at == m_content->itemAt.cend() ? nullptr : &m_content->items[static_cast<std::size_t>(*at)];
}

const Bundle *Catalog::bundle(const QString &idOrCode) const
{
    const auto at = m_content->bundleAt.constFind(idOrCode);
    return at == m_content->bundleAt.cend() ? nullptr : &m_content->bundles[static_cast<std::size_t>(*at)];
}

QList<const Item *> Catalog::itemsOf(const Bundle &bundle, const QJsonObject &facts) const
{
    QList<const Item *> chosen;
    for (const QString &id : bundle.items) {
        const auto when = bundle.includeWhen.constFind(id);
        const Item *found = item(id);
        if (found && (when == bundle.includeWhen.cend() || when->holds(facts)))
            chosen.append(found);
    }
    return chosen;
}

} // namespace yichuang
