#pragma once

#include <QLatin1String>

// The types of events; payloads are in EVENTS.md.
namespace yichuang::eventtype {

inline constexpr QLatin1String opened{"opened"};
inline constexpr QLatin1String applicantIdentified{"applicant-identified"};
inline constexpr QLatin1String formRecorded{"form-recorded"};
inline constexpr QLatin1String materialAttached{"material-attached"};
inline constexpr QLatin1String materialWithdrawn{"material-withdrawn"};
inline constexpr QLatin1String materialChecked{"material-checked"};
inline constexpr QLatin1String materialReused{"material-reused"};
inline constexpr QLatin1String materialExempted{"material-exempted"};
inline constexpr QLatin1String materialDeferred{"material-deferred"};
inline constexpr QLatin1String notifiedOnce{"notified-once"};
inline constexpr QLatin1String accepted{"accepted"};
inline constexpr QLatin1String collected{"collected"};
inline constexpr QLatin1String declined{"declined"};
inline constexpr QLatin1String correctionAsked{"correction-asked"};
inline constexpr QLatin1String correctionReceived{"correction-received"};
inline constexpr QLatin1String routed{"routed"};
inline constexpr QLatin1String departmentDecided{"department-decided"};
inline constexpr QLatin1String clockSuspended{"clock-suspended"};
inline constexpr QLatin1String clockResumed{"clock-resumed"};
inline constexpr QLatin1String completed{"completed"};
inline constexpr QLatin1String resultReady{"result-ready"};
inline constexpr QLatin1String delivered{"delivered"};
inline constexpr QLatin1String withdrawn{"withdrawn"};
inline constexpr QLatin1String voided{"voided"};
inline constexpr QLatin1String visitRecorded{"visit-recorded"};
inline constexpr QLatin1String paperPrinted{"paper-printed"};
inline constexpr QLatin1String evaluated{"evaluated"};
inline constexpr QLatin1String followedUp{"followed-up"};
inline constexpr QLatin1String archived{"archived"};
inline constexpr QLatin1String caseMerged{"case-merged"};
inline constexpr QLatin1String twinSettled{"twin-settled"};
inline constexpr QLatin1String holderChanged{"holder-changed"};
inline constexpr QLatin1String clerkSignedIn{"clerk-signed-in"};
inline constexpr QLatin1String clerkSignedOut{"clerk-signed-out"};
inline constexpr QLatin1String recordViewed{"record-viewed"};

} // namespace yichuang::eventtype
