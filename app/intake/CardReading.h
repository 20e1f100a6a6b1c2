#pragma once

#include "domain/Case.h"
#include "intake/CardValues.h"

namespace yichuang {

// Whether the card may be used today: CardUnreadable where its number or name does not hold, or contradicts
// the birth date or sex on it; CardExpired where its last valid day is past. `today` is the business date.
Result<void> checkCard(const CardValues &card, QDate today);

Party toParty(const CardValues &card, const QString &role);

} // namespace yichuang
