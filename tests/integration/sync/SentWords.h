#pragma once

#include "ui/shell/StatusWords.h"

namespace yichuang {

// Failure 23: what the top bar says. Only 'all sent' may be read as 'it is at the platform'.
inline bool saysAllSent(const SyncStatus &status)
{
    return syncTag(status).text.contains(QStringLiteral("all sent"));
}

} // namespace yichuang
