#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace yichuang {

// The readings of all characters that occur, each kept once.
class ReadingTable
{
public:
    quint16 add(QChar character);
    const QList<QByteArray> &of(quint16 unit) const { return m_readings[unit]; }
    // Bit n where a reading begins with the n-th letter; bit 31 for digits.
    quint32 firstLetters(quint16 unit) const { return m_letters[unit]; }

private:
    QHash<QChar, quint16> m_units;
    std::vector<QList<QByteArray>> m_readings;
    std::vector<quint32> m_letters;
};

quint32 letterBit(char letter);

// One name of an entry, made ready for matching.
struct SearchName
{
    QString form; // searchForm of the name
    std::vector<quint16> places;
    std::vector<quint16> units;
    QByteArray initials, spelled; // by the usual readings

    static SearchName of(const QString &name, ReadingTable &table);
};

struct NameMatch
{
    qsizetype start = 0; // in the form
    qsizetype length = 0;
    bool whole = false; // each character by its full reading or itself, or each by its initial
};

// Where the query's letters spell a run of the name: of each character a beginning of one of its readings, or
// the character itself. The earliest run; nullopt where there is none.
std::optional<NameMatch> matchSpelling(const SearchName &name, const ReadingTable &table, QStringView query);

} // namespace yichuang
