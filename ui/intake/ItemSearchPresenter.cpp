#include "ui/intake/ItemSearchPresenter.h"

#include "catalog/Search.h"
#include "intake/IntakeSession.h"
#include "ui/intake/MatterWords.h"

namespace yichuang::intakeui {

namespace {

constexpr int hitsShown = 20;

ItemHit wordedHit(const SearchHit &found, const Catalog &catalog)
{
    ItemHit hit;
    hit.code = found.id;
    hit.isBundle = found.isBundle;
    hit.name = found.title;
    hit.matchedBy = found.matchedBy;
    for (const TextRange &range : found.ranges)
        hit.marks.append({int(range.start), int(range.length)});
    if (const Item *item = found.isBundle ? nullptr : catalog.item(found.id)) {
        hit.kind = item->category;
        hit.limit = limitWords(item->committed);
        hit.service = serviceWords(toString(item->serviceClass));
    } else if (const Bundle *bundle = found.isBundle ? catalog.bundle(found.id) : nullptr) {
        hit.kind = bundle->category;
        hit.limit = ItemSearchPresenter::tr("%1 items").arg(bundle->items.size());
        hit.service = ItemSearchPresenter::tr("one matter, one visit");
    }
    return hit;
}

} // namespace

ItemSearchPresenter::ItemSearchPresenter(const IntakeSession &session, const Catalog &catalog,
                                         const ItemSearch &search, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_catalog(catalog)
    , m_search(search)
{}

void ItemSearchPresenter::search(const QString &query)
{
    m_hits.clear();
    const QString tidy = query.trimmed();
    const QList<SearchHit> found = tidy.isEmpty() ? QList<SearchHit>() : m_search.search(tidy, hitsShown);
    for (const SearchHit &each : found) {
        ItemHit hit = wordedHit(each, m_catalog);
        const DraftDocument &draft = m_session.draft();
        hit.isCurrent = hit.isBundle ? draft.bundle == hit.code
                                     : draft.bundle.isEmpty() && draft.items.contains(hit.code);
        m_hits.append(hit);
    }
    Q_EMIT changed();
}

} // namespace yichuang::intakeui
