#pragma once

#include "base/Result.h"

#include <QString>

namespace yichuang {

// Looks through SQLite's write-ahead log before SQLite does. SQLite takes it up to the first frame whose
// checksum does not hold and forgets the rest in silence, which is right for a save that the power cut short,
// and wrong for saves that had been told as kept: each commit is synchronised before the next is written, so
// a bad frame with more than one commit behind it is damage. WriteAheadLogDamaged; nothing is changed.
Result<void> checkWriteAheadLog(const QString &path);

// For salvage, on a copy: takes the frames that do not hold out of the log, so that SQLite takes those behind
// them. A later frame of the same page makes good for the lost one; else the page is the older one.
void dropDamagedFrames(const QString &path);

} // namespace yichuang
