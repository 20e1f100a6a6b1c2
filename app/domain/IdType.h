#pragma once

#include <QLatin1String>

// The kinds of identity documents that a reader can read, by their codes of GA/T 2000.156.
namespace yichuang::idtype {

inline constexpr QLatin1String resident{"111"};        // 居民身份证
inline constexpr QLatin1String residencePermit{"516"}; // 港澳台居民居住证
inline constexpr QLatin1String foreignResident{"553"}; // 外国人永久居留身份证

} // namespace yichuang::idtype
