#pragma once

#include "base/Result.h"

// The reader's failures as codes of the catalogue. The details hold names of commands, status words and names
// of fields; never what a card says.

namespace yichuang::sdt {

tl::unexpected<Error> replyBroken(const QString &during);
tl::unexpected<Error> readerSilent(const QString &during);
tl::unexpected<Error> cardMalformed(const QString &field);

// A status word that is no success (DEVICES.md 1.3). 31 and 32 are not told apart, because the public tables
// contradict each other.
tl::unexpected<Error> statusError(quint8 status, const QString &during);

} // namespace yichuang::sdt
