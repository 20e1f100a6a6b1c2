#include "catalog/Search.h"

#include "catalog/Pinyin.h"
#include "catalog/SearchName.h"
#include "catalog/Typo.h"

#include <algorithm>
#include <bit>

namespace yichuang {

namespace {

// How good each kind of match is. Within one kind the shorter name comes first.
namespace worth {
constexpr int whole = 1000;
constexpr int begins = 900;
constexpr int within = 840;
constexpr int otherNameLess = 60; // an everyday name rather than the title
constexpr int spelledAtStart = 700;
constexpr int spelled = 640;
constexpr int unevenLess = 30; // some syllables whole, some begun
constexpr int inOrder = 560;   // all characters, with others between
constexpr int soundsAlike = 520;
constexpr int slip = 440;
constexpr int shared = 300; // some pairs of characters in common
} // namespace worth

struct Query
{
    QString form;
    quint32 letters = 0;
    quint64 characters = 0;
    bool latin = false;
    QString spelled; // of Chinese characters
    quint32 spelledLetters = 0;
    TypoPattern typo;

    explicit Query(const QString &text)
        : form(searchForm(QStringView(text).left(60)))
        , letters(letterBits(form))
        , characters(characterBits(form))
        , latin(std::all_of(form.cbegin(), form.cend(), [](QChar c) { return c.unicode() < 128; }))
        , typo(form)
    {}
};

struct Found
{
    int score = 0;
    NameMatch match;
    bool inForm = false; // the match is a run of the name's characters
};

Found spelledMatch(const SearchName &name, const ReadingTable &table, const QString &query)
{
    const std::optional<NameMatch> match = matchSpelling(name, table, query);
    if (!match)
        return {};
    const int score =
        (match->start == 0 ? worth::spelledAtStart : worth::spelled) - (match->whole ? 0 : worth::unevenLess);
    return {score + (match->length == name.form.size() ? 20 : 0), *match, true};
}

Found strictMatch(const SearchName &name, const ReadingTable &table, const Query &query)
{
    if ((query.letters & ~name.letters) != 0)
        return {};
    const qsizetype at = name.form.indexOf(query.form);
    if (at >= 0) {
        const bool all = name.form.size() == query.form.size();
        const int score = all ? worth::whole : at == 0 ? worth::begins : worth::within;
        return {score, {at, query.form.size(), true}, true};
    }
    return query.letters != 0 ? spelledMatch(name, table, query.form) : Found{};
}

bool isInOrder(const QString &text, const QString &wanted)
{
    qsizetype at = 0;
    for (const QChar character : text) {
        if (at < wanted.size() && wanted[at] == character)
            ++at;
    }
    return at == wanted.size();
}

// The share of the query's pairs of neighbouring characters that the name has, in hundredths.
int sharedPairs(const QString &text, const QString &query)
{
    const qsizetype pairs = query.size() - 1;
    int common = 0;
    for (qsizetype at = 0; at < pairs; ++at)
        common += text.contains(QStringView(query).mid(at, 2)) ? 1 : 0;
    return pairs > 0 ? static_cast<int>(100 * common / pairs) : 0;
}

Found looseLatinMatch(const SearchName &name, const Query &query)
{
    if (std::popcount(query.letters & ~name.letters) > query.typo.slips())
        return {};
    int slips = query.typo.distanceIn(name.initials);
    if (slips < 0)
        slips = query.typo.distanceIn(name.spelled);
    return slips < 0 ? Found{} : Found{worth::slip - 40 * slips, {}, false};
}

Found soundAlikeMatch(const SearchName &name, const ReadingTable &table, const Query &query)
{
    if (query.spelled.isEmpty() || (query.spelledLetters & ~name.letters) != 0)
        return {};
    const Found alike = spelledMatch(name, table, query.spelled);
    const bool each = alike.score > 0 && alike.match.length == query.form.size();
    return each ? Found{worth::soundsAlike, alike.match, true} : Found{};
}

Found looseMatch(const SearchName &name, const ReadingTable &table, const Query &query)
{
    if (query.latin)
        return looseLatinMatch(name, query);
    const int strange = std::popcount(query.characters & ~name.characters);
    if (strange == 0 && query.form.size() > 1 && isInOrder(name.form, query.form))
        return {worth::inOrder, {}, false};
    if (const Found alike = soundAlikeMatch(name, table, query); alike.score > 0)
        return alike;
    if (strange <= query.typo.slips()) {
        const int slips = query.typo.distanceIn(name.form);
        if (slips >= 0)
            return {worth::slip - 40 * slips, {}, false};
    }
    // A third of the pairs takes at least so many of the characters.
    const int needed = static_cast<int>(query.form.size() + 1) / 3 + 1;
    if (std::popcount(query.characters) - strange < std::min(needed, std::popcount(query.characters)))
        return {};
    const int common = sharedPairs(name.form, query.form);
    return common >= 33 ? Found{worth::shared + common, {}, false} : Found{};
}

} // namespace

class ItemSearch::Index
{
public:
    explicit Index(const QList<SearchEntry> &entries)
    {
        for (const SearchEntry &entry : entries)
            add(entry);
    }

    QList<SearchHit> search(const QString &text, int most) const
    {
        Query query(text);
        if (query.form.isEmpty() || most < 1)
            return {};
        std::vector<Candidate> found;
        collect(query, strictMatch, found);
        if (found.size() < enough) {
            if (!query.latin) {
                query.spelled = spelled(query.form);
                query.spelledLetters = letterBits(query.spelled);
            }
            collect(query, looseMatch, found);
        }
        return best(std::move(found), most);
    }

private:
    static constexpr std::size_t enough = 5;
    using Matcher = Found (*)(const SearchName &, const ReadingTable &, const Query &);

    struct Entry
    {
        SearchEntry shown;
        QString code;                  // lower case
        std::vector<SearchName> names; // the title first
    };
    struct Candidate
    {
        std::size_t entry;
        std::size_t name;
        Found found;
        bool byCode = false;
    };

    void add(const SearchEntry &entry)
    {
        Entry made{entry, searchForm(entry.code), {}};
        made.names.push_back(SearchName::of(entry.title, m_table));
        for (const QString &other : entry.otherNames)
            made.names.push_back(SearchName::of(other, m_table));
        m_entries.push_back(std::move(made));
    }

    void collect(const Query &query, Matcher match, std::vector<Candidate> &found) const
    {
        const std::size_t known = found.size();
        std::vector<std::size_t> seen;
        for (const Candidate &candidate : found)
            seen.push_back(candidate.entry);
        for (std::size_t at = 0; at < m_entries.size(); ++at) {
            if (known > 0 && std::find(seen.cbegin(), seen.cend(), at) != seen.cend())
                continue;
            if (const std::optional<Candidate> candidate = bestName(at, query, match))
                found.push_back(*candidate);
        }
    }

    std::optional<Candidate> bestName(std::size_t at, const Query &query, Matcher match) const
    {
        const Entry &entry = m_entries[at];
        Candidate best{at, 0, {}, false};
        if (query.latin && query.form.size() >= 3 && entry.code.startsWith(query.form)) {
            best.found.score = entry.code.size() == query.form.size() ? worth::whole : worth::begins;
            best.byCode = true;
        } else if (query.latin && query.form.size() >= 6 && entry.code.contains(query.form)) {
            best.found.score = worth::within;
            best.byCode = true;
        }
        for (std::size_t name = 0; name < entry.names.size(); ++name) {
            Found found = match(entry.names[name], m_table, query);
            if (found.score > 0 && name > 0)
                found.score -= worth::otherNameLess;
            if (found.score > best.found.score)
                best = {at, name, found, false};
        }
        return best.found.score > 0 ? std::optional(best) : std::nullopt;
    }

    // The usual reading of each character; empty where one has none.
    static QString spelled(const QString &form)
    {
        QString letters;
        for (const QChar character : form) {
            const QList<QByteArray> readings = pinyinReadings(character);
            if (readings.isEmpty())
                return {};
            letters += QLatin1String(readings.first());
        }
        return letters;
    }

    QList<SearchHit> best(std::vector<Candidate> found, int most) const
    {
        const auto better = [this](const Candidate &a, const Candidate &b) {
            const auto key = [this](const Candidate &c) {
                return std::tuple(-c.found.score, m_entries[c.entry].shown.title.size(), c.entry);
            };
            return key(a) < key(b);
        };
        const auto count =
            static_cast<std::ptrdiff_t>(std::min(found.size(), static_cast<std::size_t>(most)));
        std::partial_sort(found.begin(), found.begin() + count, found.end(), better);
        QList<SearchHit> hits;
        for (auto candidate = found.cbegin(); candidate != found.cbegin() + count; ++candidate)
            hits.append(hitOf(*candidate));
        return hits;
    }

    SearchHit hitOf(const Candidate &candidate) const
    {
        const Entry &entry = m_entries[candidate.entry];
        SearchHit hit;
        hit.id = entry.shown.id;
        hit.code = entry.shown.code;
        hit.isBundle = entry.shown.isBundle;
        hit.title = entry.shown.title;
        hit.score = candidate.found.score;
        if (candidate.byCode)
            hit.matchedBy = entry.shown.code;
        else if (candidate.name > 0)
            hit.matchedBy = entry.shown.otherNames[static_cast<qsizetype>(candidate.name) - 1];
        else if (candidate.found.inForm)
            hit.ranges = rangesOf(entry.names.front(), candidate.found.match);
        return hit;
    }

    // A run of the form is one range of the title, or several where punctuation stands between.
    static QList<TextRange> rangesOf(const SearchName &name, const NameMatch &match)
    {
        QList<TextRange> ranges;
        for (qsizetype at = match.start; at < match.start + match.length; ++at) {
            const qsizetype place = name.places[static_cast<std::size_t>(at)];
            if (!ranges.isEmpty() && ranges.last().start + ranges.last().length == place)
                ++ranges.last().length;
            else
                ranges.append({place, 1});
        }
        return ranges;
    }

    std::vector<Entry> m_entries;
    ReadingTable m_table;
};

namespace {

QList<SearchEntry> entriesOf(const Catalog &catalog)
{
    QList<SearchEntry> entries;
    for (const Item &item : catalog.items())
        entries.append({item.id, item.code.code, false, item.title(), item.popularNames + item.aliases});
    for (const Bundle &bundle : catalog.bundles())
        entries.append(
            {bundle.id, bundle.code.code, true, bundle.name, bundle.popularNames + bundle.aliases});
    return entries;
}

} // namespace

ItemSearch::ItemSearch(const Catalog &catalog)
    : ItemSearch(entriesOf(catalog))
{}

ItemSearch::ItemSearch(const QList<SearchEntry> &entries)
    : m_index(std::make_unique<Index>(entries))
{}

ItemSearch::~ItemSearch() = default;
ItemSearch::ItemSearch(ItemSearch &&) noexcept = default;
ItemSearch &ItemSearch::operator=(ItemSearch &&) noexcept = default;

QList<SearchHit> ItemSearch::search(const QString &query, int most) const
{
    return m_index->search(query, most);
}

} // namespace yichuang
