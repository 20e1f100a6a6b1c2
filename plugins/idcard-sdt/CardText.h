#pragma once

#include "base/Result.h"
#include "devices/DeviceTypes.h"

#include <QByteArray>

// The text of an identity card: UTF-16LE in fields of fixed places, padded with blanks (DEVICES.md 1.5). Read
// strictly and for form only; whether a number or a date is true is the house's matter. A card of a wrong
// form is CardMalformed with the name of the field, never with what it says.

namespace yichuang::sdt {

constexpr int cardTextSize = 256;    // bytes
constexpr int extraAddressSize = 70; // bytes

// The card without its photo.
Result<IdCard> cardFromText(const QByteArray &text);
// Empty where the field is blank.
Result<QString> addressFromExtra(const QByteArray &text);

} // namespace yichuang::sdt
