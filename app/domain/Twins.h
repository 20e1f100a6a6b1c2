#pragma once

#include "domain/Case.h"

#include <optional>

namespace yichuang {

// Which two cases a person must look at together because two stations may have made one of them twice
// (SYNC.md failure 28). Pure; it never merges anything.

// What of a case speaks for or against it.
struct TwinSummary
{
    CaseId id;
    DeviceId device; // that opened it
    QString item;
    QString idNumber; // of the applicant; empty where unknown
    QString name;     // of the applicant, as written
    QString birth;    // 1958-03-12; empty where unknown
    QDate opened;     // business day
    CaseState state = CaseState::Received;
    bool operator==(const TwinSummary &) const = default;
};

enum class TwinKind
{
    SameCase,  // same person and item, opened at two devices within `mostDaysApart`
    SamePerson // one number with two names, or two names a character apart with one day of birth
};

inline constexpr int mostDaysApart = 30;

TwinSummary twinSummary(const Case &folded);
// Symmetric; nullopt for a case and itself, and where either was withdrawn, voided or not accepted.
std::optional<TwinKind> twinKind(const TwinSummary &one, const TwinSummary &other,
                                 int daysApart = mostDaysApart);
// One character put in, left out or changed. Equal names are not.
bool areOneCharacterApart(const QString &one, const QString &other);

} // namespace yichuang
