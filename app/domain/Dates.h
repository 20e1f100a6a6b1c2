#pragma once

#include <QDate>
#include <QDateTime>
#include <QString>

#include <optional>

namespace yichuang {

// Dates in data: "2026-11-23". Strict; nullopt for anything else.
std::optional<QDate> dateFromString(QStringView text);
QString toString(QDate date);

// Instants in data: "2026-11-23T02:42:10.123Z". Strict.
std::optional<QDateTime> instantFromString(QStringView text);
QString toString(const QDateTime &instant);

// "20261123", as cards have it.
std::optional<QDate> dateFromCard(QStringView text);

// How long a document is valid. In data: "2036-05-01", "long-term", or "" where unknown.
struct ValidUntil
{
    std::optional<QDate> last; // the last valid day
    bool longTerm = false;     // 长期

    static std::optional<ValidUntil> fromCard(QStringView text); // "20360501" or "长期"
    static std::optional<ValidUntil> fromString(QStringView text);
    QString toString() const;
    bool isExpiredOn(QDate today) const { return last && *last < today; }

    bool operator==(const ValidUntil &) const = default;
};

} // namespace yichuang
