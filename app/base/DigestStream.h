#pragma once

#include "base/Digest.h"

#include <memory>

namespace yichuang {

// The SHA-256 of what comes in parts.
class DigestStream
{
public:
    DigestStream();
    ~DigestStream();
    void add(QByteArrayView bytes);
    Digest finish(); // once

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yichuang
