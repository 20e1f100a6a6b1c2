#include "Drawing.h"

#include "CellText.h"

#include <QFont>
#include <QPainter>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace yichuang::escpos {

namespace {

constexpr int cellWidth = 12;
constexpr int cellHeight = 24;
constexpr int rowGap = 10;
constexpr int frame = 3;
constexpr int padding = 15;
constexpr int quietModules = 4;
constexpr int leastCode = 200;

using Code = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Code codeOf(const QString &text)
{
    return {QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free};
}

QImage blank(int dots, int height)
{
    QImage image(dots, height, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    return image;
}

QImage pure(const QImage &gray)
{
    return gray.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
}

QFont font(const TextStyle &style)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(cellHeight * style.scale);
    font.setBold(style.bold);
    return font;
}

// The left edge of text that is so many cells wide.
int leftEdge(int cells, const TextStyle &style, int dots)
{
    const int rest = std::max(0, dots - cells * cellWidth * style.scale);
    switch (style.align) {
    case ReceiptLine::Align::Left:
        return 0;
    case ReceiptLine::Align::Centre:
        return rest / 2;
    case ReceiptLine::Align::Right:
        return rest;
    }
    return 0;
}

void drawCells(QPainter &painter, const QString &text, const TextStyle &style, QPoint corner)
{
    painter.setFont(font(style));
    int x = corner.x();
    for (const char32_t character : text.toStdU32String()) {
        const int width = cellsOf(character) * cellWidth * style.scale;
        painter.drawText(QRect(x, corner.y(), width, cellHeight * style.scale),
                         Qt::AlignCenter | Qt::TextDontClip, QString::fromUcs4(&character, 1));
        x += width;
    }
}

int heightOf(qsizetype rows, int scale)
{
    return int(rows) * (cellHeight * scale + rowGap) - rowGap;
}

void drawRows(QPainter &painter, const QStringList &rows, const TextStyle &style, int top, int dots)
{
    for (const QString &row : rows) {
        drawCells(painter, row, style, {padding + leftEdge(cellsOf(row), style, dots - 2 * padding), top});
        top += cellHeight * style.scale + rowGap;
    }
}

} // namespace

QImage drawnRow(const QString &text, const TextStyle &style, int dots)
{
    QImage image = blank(dots, cellHeight * style.scale + rowGap);
    QPainter painter(&image);
    drawCells(painter, text, style, {leftEdge(cellsOf(text), style, dots), rowGap / 2});
    painter.end();
    return pure(image);
}

int cellsInBox(int dots)
{
    return (dots - 2 * padding) / cellWidth;
}

QImage drawnBox(const QStringList &left, const QStringList &right, const TextStyle &style, int dots)
{
    const TextStyle small{ReceiptLine::Align::Right, 1, false};
    const int inside =
        std::max(heightOf(left.size(), style.scale), right.isEmpty() ? 0 : heightOf(right.size(), 1));
    QImage image = blank(dots, inside + 2 * (padding + rowGap / 2));
    QPainter painter(&image);
    painter.setPen(QPen(Qt::black, frame, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(image.rect().adjusted(1, 1 + rowGap / 2, -2, -2 - rowGap / 2));
    const auto middle = [&](int height) { return (image.height() - height) / 2; };
    drawRows(painter, left, style, middle(heightOf(left.size(), style.scale)), dots);
    drawRows(painter, right, small, middle(heightOf(right.size(), 1)), dots);
    painter.end();
    return pure(image);
}

QImage drawnRule(int dots)
{
    QImage image = blank(dots, rowGap + 2);
    QPainter painter(&image);
    painter.fillRect(0, rowGap / 2, dots, 2, Qt::black);
    painter.end();
    return pure(image);
}

CodeSize codeSize(const QString &text, int dots)
{
    const Code code = codeOf(text);
    if (!code)
        return {};
    const int modules = code->width;
    const int most = dots / (modules + 2 * quietModules);
    const int least = (leastCode + modules - 1) / modules;
    return most == 0 ? CodeSize{} : CodeSize{modules, std::min(least, most)};
}

QImage drawnCode(const QString &text, int dots)
{
    const CodeSize size = codeSize(text, dots);
    if (size.modules == 0)
        return {};
    const Code code = codeOf(text);
    const int quiet = quietModules * size.module;
    const int side = size.modules * size.module;
    QImage image = blank(dots, side + 2 * quiet);
    QPainter painter(&image);
    for (int i = 0; i < size.modules * size.modules; ++i) {
        if (code->data[i] & 1)
            painter.fillRect((dots - side) / 2 + i % size.modules * size.module,
                             quiet + i / size.modules * size.module, size.module, size.module, Qt::black);
    }
    painter.end();
    return pure(image);
}

} // namespace yichuang::escpos
