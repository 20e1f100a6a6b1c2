#pragma once

#include "base/Result.h"
#include "catalog/Item.h"

#include <QHash>

#include <memory>
#include <vector>

namespace yichuang {

// All items and bundles of one place. Immutable once loaded; pointers into it stay good as long as it lives.
class Catalog
{
public:
    static constexpr qint64 maximumFileBytes = 256 * 1024;
    static constexpr int maximumFiles = 20000;

    // Reads <folder>/items/*.json and <folder>/bundles/*.json, on disk or in a Qt resource. Strict: an
    // unknown key, a wrong type, an id twice, a reference that leads nowhere each refuse the whole catalogue
    // with an error whose detail names the file and the place in it. Blocks; call it off the screen's thread.
    static Result<Catalog> load(const QString &folder);

    // For tests and generated catalogues. The same checks.
    static Result<Catalog> of(std::vector<Item> items, std::vector<Bundle> bundles = {});

    const std::vector<Item> &items() const { return m_content->items; } // by id
    const std::vector<Bundle> &bundles() const { return m_content->bundles; }
    const Item *item(const QString &idOrCode) const; // null where there is none
    const Bundle *bundle(const QString &idOrCode) const;
    // The items of a bundle that apply for these facts, in its order.
    QList<const Item *> itemsOf(const Bundle &bundle, const QJsonObject &facts = {}) const;

private:
    struct Content
    {
        std::vector<Item> items;
        std::vector<Bundle> bundles;
        QHash<QString, qsizetype> itemAt, bundleAt;
    };
    std::shared_ptr<const Content> m_content = std::make_shared<Content>();
};

// The files of one item or bundle; `file` names it in errors.
Result<Item> parseItem(const QByteArray &json, const QString &file);
Result<Bundle> parseBundle(const QByteArray &json, const QString &file);

// The demonstration catalogue that is built into the program: every item invented in part and marked 示例.
Result<Catalog> loadDemonstrationCatalog();

} // namespace yichuang
