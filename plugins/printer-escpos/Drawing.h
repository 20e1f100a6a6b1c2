#pragma once

#include "devices/ReceiptPage.h"

#include <QImage>
#include <QStringList>

// What the printer is given as a picture: pure black on white, one bit a dot, as wide as the paper. Needs a
// QGuiApplication for its fonts; any thread.

namespace yichuang::escpos {

struct TextStyle
{
    ReceiptLine::Align align = ReceiptLine::Align::Left;
    int scale = 1;
    bool bold = false;
    bool operator==(const TextStyle &) const = default;
};

// One line, each character in its cell, so that columns meet those of printed lines.
QImage drawnRow(const QString &text, const TextStyle &style, int dots);
// Lines in a frame over the whole width; `right` stands at the right, in characters of normal size.
QImage drawnBox(const QStringList &left, const QStringList &right, const TextStyle &style, int dots);
// The width of a box's inside in cells of normal size.
int cellsInBox(int dots);
QImage drawnRule(int dots);

// A QR code, error correction M.
struct CodeSize
{
    int modules = 0; // a side, without the quiet zone; 0 where the text does not fit a QR code
    int module = 0;  // dots a module: the code is at least 200 dots wide, and as wide as the paper at most
};
CodeSize codeSize(const QString &text, int dots);
// Centred, with a quiet zone of four modules; a null image where the text does not fit.
QImage drawnCode(const QString &text, int dots);

} // namespace yichuang::escpos
