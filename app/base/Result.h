#pragma once

#include "base/Error.h"

#include <tl/expected.hpp>

namespace yichuang {

// What every operation that can fail returns. No exception crosses a room's door.
template <typename T>
using Result = tl::expected<T, Error>;

// raise(ErrorCode::DiskFull, "while appending") is the one way a failure begins.
inline tl::unexpected<Error> raise(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

// Hands an existing failure on to a caller whose Result holds another type.
template <typename T>
tl::unexpected<Error> passOn(const Result<T> &failed)
{
    return tl::unexpected<Error>(failed.error());
}

} // namespace yichuang
