#pragma once

#include <QColor>

namespace yichuang {

// The colour tokens of the visual style (STYLE.md section 1), one set a theme. Everything that is drawn takes
// its colours here.
struct Tokens
{
    QColor app, panel, subtle, field, hover, selected;
    QColor line, line2, control;
    QColor text, text2, text3, disabled;
    QColor accent, accentHover, accentPressed, accentSoft, accentLine;
    QColor ok, okSoft, okLine;
    QColor warn, warnSoft, warnLine, warnFill;
    QColor error, errorSoft, errorLine;
    QColor local, localSoft, localLine;
    QColor licence, licenceSoft, licenceLine;
    QColor history, historySoft, historyLine;
    QColor rail, railText, railKey, railActive, railEdge;
    QColor onFill; // text on accent, ok, error and local fills
    QColor canvas; // behind scans, which are never inverted
};

const Tokens &lightTokens();
const Tokens &darkTokens();

} // namespace yichuang
