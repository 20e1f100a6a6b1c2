#pragma once

#include <QString>

namespace yichuang {

// Bytes that the service's account may still write beside `folder`; -1 where nobody can say.
qint64 freeDiskBytes(const QString &folder);
// This process's resident memory, in bytes.
qint64 residentBytes();

} // namespace yichuang
