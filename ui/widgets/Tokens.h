#pragma once

#include <QColor>

namespace yichuang {

// The colour tokens of the visual style, one set a theme.
struct Tokens
{
    QColor app;
};

} // namespace yichuang
