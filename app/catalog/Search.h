#pragma once

#include "catalog/Catalog.h"

namespace yichuang {

// Where in a text something matched, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextRange &) const = default;
};

struct SearchHit
{
    QString id;   // of the item or bundle
    QString code; // its official code
    bool isBundle = false;
    QString title;
    QList<TextRange> ranges; // in the title; empty where something else matched
    QString matchedBy;       // the popular name, alias or code that matched; empty where the title did
    int score = 0;           // higher is better; comes down to the order of the list
};

// What is found and by which names.
struct SearchEntry
{
    QString id;
    QString code;
    bool isBundle = false;
    QString title;
    QStringList otherNames;
};

// Finds items by name, everyday name, official code, full pinyin, initials or a mix of them, with the common
// readings of characters that have several, and forgives a slip. The index is made once; a search takes no
// lock and may run on any thread. `tests/bench/run search` has the figures.
class ItemSearch
{
public:
    explicit ItemSearch(const Catalog &catalog);
    explicit ItemSearch(const QList<SearchEntry> &entries);
    ~ItemSearch();
    ItemSearch(ItemSearch &&) noexcept;
    ItemSearch &operator=(ItemSearch &&) noexcept;

    // Best first, at most `most`. An empty query finds nothing.
    QList<SearchHit> search(const QString &query, int most = 20) const;

private:
    class Index;
    std::unique_ptr<Index> m_index;
};

} // namespace yichuang
