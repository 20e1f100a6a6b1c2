#pragma once

#include <QString>
#include <QStringList>

namespace yichuang {

// Finds a pattern in texts where a character was wrong, missing, too many, or two changed places.
class TypoPattern
{
public:
    // At most one slip in a pattern under eight letters (four characters of Chinese), two above.
    explicit TypoPattern(const QString &pattern);

    // Too short to forgive anything.
    bool isUsable() const { return m_slips > 0; }
    int slips() const { return m_slips; } // that are forgiven
    // The least number of slips with which the pattern stands somewhere in the text; -1 where that is more
    // than is forgiven.
    int distanceIn(const QString &text) const;

private:
    bool mayBeIn(const QString &text) const;

    QString m_pattern;
    int m_slips = 0;
    QStringList m_parts; // of which one must be there untouched
};

} // namespace yichuang
