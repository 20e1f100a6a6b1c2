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
    quint32 firstLetters(quint16 unit) const { return m_first[unit]; }
    quint32 allLetters(quint16 unit) const { return m_all[unit]; }

private:
    QHash<QChar, quint16> m_units;
    std::vector<QList<QByteArray>> m_readings;
    std::vector<quint32> m_first, m_all;
};

quint32 letterBit(char letter);
quint32 letterBits(QStringView text); // of those that are ASCII
// One of 64 bits for each character: what a text has beyond another's bits is surely not in the other.
quint64 characterBits(QStringView text);

// One name of an entry, made ready for matching.
struct SearchName
{
    QString form; // searchForm of the name
    std::vector<quint16> places;
    std::vector<quint16> units;
    QString initials, spelled; // by the usual readings
    quint32 letters = 0;       // that occur in any reading: what a query has beyond them cannot match

    quint64 characters = 0; // characterBits of the form

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
