#include "catalog/SearchName.h"

#include "catalog/Pinyin.h"

namespace yichuang {

quint32 letterBit(char letter)
{
    if (letter >= 'a' && letter <= 'z')
        return 1u << (letter - 'a');
    return letter >= '0' && letter <= '9' ? 1u << 31 : 0;
}

quint32 letterBits(QStringView text)
{
    quint32 bits = 0;
    for (const QChar character : text)
        bits |= character.unicode() < 128 ? letterBit(character.toLatin1()) : 0;
    return bits;
}

quint64 characterBits(QStringView text)
{
    quint64 bits = 0;
    for (const QChar character : text)
        bits |= quint64(1) << (character.unicode() * 2654435761u >> 26);
    return bits;
}

quint16 ReadingTable::add(QChar character)
{
    const auto known = m_units.constFind(character);
    if (known != m_units.cend())
        return *known;
    const auto unit = static_cast<quint16>(m_readings.size());
    m_units.insert(character, unit);
    m_readings.push_back(pinyinReadings(character));
    quint32 first = 0, all = 0;
    for (const QByteArray &reading : m_readings.back()) {
        first |= letterBit(reading.at(0));
        for (const char letter : reading)
            all |= letterBit(letter);
    }
    m_first.push_back(first);
    m_all.push_back(all);
    return unit;
}

SearchName SearchName::of(const QString &name, ReadingTable &table)
{
    SearchName made;
    made.form = searchForm(QStringView(name).left(200), &made.places);
    made.characters = characterBits(made.form);
    made.units.reserve(static_cast<std::size_t>(made.form.size()));
    for (const QChar character : std::as_const(made.form)) {
        made.units.push_back(table.add(character));
        made.letters |= table.allLetters(made.units.back());
        const QList<QByteArray> &readings = table.of(made.units.back());
        if (readings.isEmpty())
            continue;
        made.initials.append(QLatin1Char(readings.first().at(0)));
        made.spelled.append(QLatin1String(readings.first()));
    }
    return made;
}

namespace {

class Speller
{
public:
    Speller(const SearchName &name, const ReadingTable &table, QStringView query)
        : m_name(name)
        , m_table(table)
        , m_query(query)
    {}

    std::optional<NameMatch> run()
    {
        const QChar first = m_query.front();
        const quint32 bit = first.unicode() < 128 ? letterBit(first.toLatin1()) : 0;
        const std::size_t count = m_name.units.size();
        for (std::size_t start = 0; start < count; ++start) {
            const bool begins = (m_table.firstLetters(m_name.units[start]) & bit) != 0 ||
                                m_name.form[static_cast<qsizetype>(start)] == first;
            m_steps = 0;
            if (begins && follow(start, 0))
                return NameMatch{static_cast<qsizetype>(start), static_cast<qsizetype>(m_end - start),
                                 m_whole == 0 || m_initials == 0};
        }
        return std::nullopt;
    }

private:
    // Whether the query from `at` on is spelled by the characters from `unit` on.
    bool follow(std::size_t unit, qsizetype at)
    {
        if (at == m_query.size()) {
            m_end = unit;
            m_whole = m_initials = 0;
            return true;
        }
        // A name of many like sounds could otherwise be tried in very many ways.
        if (unit == m_name.units.size() || ++m_steps > 2000)
            return false;
        if (m_name.form[static_cast<qsizetype>(unit)] == m_query[at] && follow(unit + 1, at + 1)) {
            ++m_whole;
            return true;
        }
        for (const QByteArray &reading : m_table.of(m_name.units[unit])) {
            for (qsizetype taken = commonLength(reading, at); taken > 0; --taken) {
                if (follow(unit + 1, at + taken)) {
                    ++(taken == reading.size() ? m_whole : m_initials);
                    return true;
                }
            }
        }
        return false;
    }

    qsizetype commonLength(const QByteArray &reading, qsizetype at) const
    {
        const qsizetype most = qMin(reading.size(), m_query.size() - at);
        qsizetype length = 0;
        while (length < most && m_query[at + length] == QLatin1Char(reading.at(length)))
            ++length;
        return length;
    }

    const SearchName &m_name;
    const ReadingTable &m_table;
    QStringView m_query;
    std::size_t m_end = 0;
    int m_whole = 0;
    int m_initials = 0;
    int m_steps = 0;
};

} // namespace

std::optional<NameMatch> matchSpelling(const SearchName &name, const ReadingTable &table, QStringView query)
{
    return query.isEmpty() ? std::nullopt : Speller(name, table, query).run();
}

} // namespace yichuang
