#include "catalog/Typo.h"

#include <algorithm>
#include <array>

namespace yichuang {

namespace {

constexpr int mostLetters = 40; // of a pattern; what comes after does not count

int forgiven(const QString &pattern)
{
    const bool latin =
        std::all_of(pattern.cbegin(), pattern.cend(), [](QChar c) { return c.unicode() < 128; });
    if (latin)
        return pattern.size() < 4 ? 0 : pattern.size() < 8 ? 1 : 2;
    return pattern.size() < 3 ? 0 : pattern.size() < 6 ? 1 : 2;
}

} // namespace

TypoPattern::TypoPattern(const QString &pattern)
    : m_pattern(pattern.left(mostLetters))
    , m_slips(forgiven(m_pattern))
{
    // Cut into one part more than slips, one part is untouched, except where two changed places over a cut;
    // then the pattern with those two changed back has the parts.
    const int parts = m_slips + 1;
    const auto cut = [&](const QString &whole) {
        for (int part = 0; part < parts; ++part) {
            const qsizetype from = whole.size() * part / parts;
            m_parts.append(whole.mid(from, whole.size() * (part + 1) / parts - from));
        }
    };
    cut(m_pattern);
    for (int part = 1; m_slips > 0 && part < parts; ++part) {
        QString swapped = m_pattern;
        const qsizetype at = m_pattern.size() * part / parts;
        std::swap(swapped[at - 1], swapped[at]);
        cut(swapped);
    }
    m_parts.removeDuplicates();
}

bool TypoPattern::mayBeIn(const QString &text) const
{
    return std::any_of(m_parts.cbegin(), m_parts.cend(),
                       [&](const QString &part) { return text.contains(part); });
}

int TypoPattern::distanceIn(const QString &text) const
{
    if (!isUsable() || text.size() + m_slips < m_pattern.size() || !mayBeIn(text))
        return -1;
    // Sellers' algorithm with transpositions: row by row of the text, columns of the pattern.
    const auto size = static_cast<std::size_t>(m_pattern.size());
    std::array<int, mostLetters + 1> rows[3] = {};
    int *before = rows[0].data();
    int *last = rows[1].data();
    int *now = rows[2].data();
    for (std::size_t column = 0; column <= size; ++column)
        last[column] = before[column] = static_cast<int>(column);
    int best = last[size];
    for (qsizetype row = 0; row < text.size(); ++row) {
        now[0] = 0;
        for (std::size_t column = 1; column <= size; ++column) {
            const auto at = static_cast<qsizetype>(column) - 1;
            const int same = text[row] == m_pattern[at] ? 0 : 1;
            now[column] = std::min({last[column - 1] + same, last[column] + 1, now[column - 1] + 1});
            if (row > 0 && column > 1 && text[row] == m_pattern[at - 1] && text[row - 1] == m_pattern[at])
                now[column] = std::min(now[column], before[column - 2] + 1);
        }
        best = std::min(best, now[size]);
        std::swap(before, last);
        std::swap(last, now);
    }
    return best <= m_slips ? best : -1;
}

} // namespace yichuang
