#include "EscPosEncoder.h"

#include "CellText.h"

#include <algorithm>

// The commands are those of DEVICES.md 2.1.

namespace yichuang::escpos {

namespace {

constexpr int spacingOfRows = 34;
// Small bands, because cheap printers drop what exceeds their memory.
constexpr int bandRows = 24;
constexpr int linesToTheCutter = 4;

int low(int number)
{
    return number & 0xFF;
}
int high(int number)
{
    return (number >> 8) & 0xFF;
}

} // namespace

EscPosEncoder::EscPosEncoder(PrinterProfile profile)
    : m_profile(std::move(profile))
{}

QByteArray EscPosEncoder::encode(const ReceiptPage &page)
{
    m_bytes.clear();
    begin();
    for (const ReceiptLine &each : page.lines)
        line(each);
    end(page.cut);
    return m_bytes;
}

void EscPosEncoder::begin()
{
    put({0x1B, 0x40, 0x1B, 0x74, 0x00});
    if (m_profile.characters != Characters::Picture)
        put({0x1C, 0x26});
    m_style = {};
    m_spacing = 0;
    spacing(spacingOfRows);
}

void EscPosEncoder::end(bool cut)
{
    put({0x1B, 0x64, linesToTheCutter});
    if (cut && m_profile.cuts)
        put({0x1D, 0x56, 0x42, 0x00});
    if (m_profile.answers)
        put({0x1D, 0x72, 0x01});
}

void EscPosEncoder::line(const ReceiptLine &line)
{
    switch (line.kind) {
    case ReceiptLine::Kind::Text:
        return text(line);
    case ReceiptLine::Kind::Columns:
        return columns(line);
    case ReceiptLine::Kind::Boxed:
        return box(line);
    case ReceiptLine::Kind::Rule:
        return picture(drawnRule(m_profile.dots));
    case ReceiptLine::Kind::Space:
        return row({}, {});
    case ReceiptLine::Kind::Code:
        return code(line.text);
    }
}

void EscPosEncoder::text(const ReceiptLine &line)
{
    const TextStyle style{line.align, line.scale, line.bold};
    const QStringList rows = wrapped(printable(line.text), m_profile.cells() / line.scale);
    for (const QString &each : rows)
        row(each, style);
}

void EscPosEncoder::columns(const ReceiptLine &line)
{
    const int cells = m_profile.cells() / line.scale;
    const TextStyle left{ReceiptLine::Align::Left, line.scale, line.bold};
    const TextStyle right{ReceiptLine::Align::Right, line.scale, line.bold};
    QStringList rows = wrapped(printable(line.text), cells);
    const QStringList rights = wrapped(printable(line.right), cells);
    const int rest = cells - cellsOf(rows.last()) - cellsOf(rights.first());
    const bool together = rights.size() == 1 && rest > 0;
    if (together)
        rows.last() += QString(rest, u' ') + rights.first();
    for (const QString &each : std::as_const(rows))
        row(each, left);
    for (const QString &each : together ? QStringList() : rights)
        row(each, right);
}

void EscPosEncoder::box(const ReceiptLine &line)
{
    const TextStyle style{line.align, line.scale, line.bold};
    const int cells = cellsInBox(m_profile.dots);
    const QStringList right =
        line.right.isEmpty() ? QStringList() : wrapped(printable(line.right), cells / 2);
    int taken = 0;
    for (const QString &each : right)
        taken = std::max(taken, cellsOf(each) + 1);
    picture(
        drawnBox(wrapped(printable(line.text), (cells - taken) / line.scale), right, style, m_profile.dots));
}

void EscPosEncoder::code(const QString &text)
{
    const CodeSize size = codeSize(text, m_profile.dots);
    if (size.modules == 0) // too long for a code: what it says is not lost
        return this->text({ReceiptLine::Kind::Text, text, {}, ReceiptLine::Align::Left, 1, false});
    if (!m_profile.drawsCodes)
        return picture(drawnCode(text, m_profile.dots));
    const QByteArray data = text.toUtf8();
    const int length = int(data.size()) + 3;
    style({ReceiptLine::Align::Centre, 1, false});
    feed(4 * size.module);
    put({0x1D, 0x28, 0x6B, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00});
    put({0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x43, std::min(size.module, 16)});
    put({0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x45, 0x31});
    put({0x1D, 0x28, 0x6B, low(length), high(length), 0x31, 0x50, 0x30});
    m_bytes += data;
    put({0x1D, 0x28, 0x6B, 0x03, 0x00, 0x31, 0x51, 0x30});
    feed(4 * size.module);
}

void EscPosEncoder::row(const QString &text, const TextStyle &style)
{
    const auto bytes = encoded(text, m_profile.characters);
    if (!bytes && !text.isEmpty())
        return picture(drawnRow(text, style, m_profile.dots));
    this->style(style);
    spacing(spacingOfRows + (style.scale - 1) * 24);
    m_bytes += bytes.value_or(QByteArray()) + '\n';
}

void EscPosEncoder::picture(const QImage &image)
{
    style({});
    const int bytesPerRow = image.width() / 8;
    for (int top = 0; top < image.height(); top += bandRows) {
        const int rows = std::min(bandRows, image.height() - top);
        put({0x1D, 0x76, 0x30, 0x00, low(bytesPerRow), high(bytesPerRow), low(rows), high(rows)});
        for (int y = top; y < top + rows; ++y)
            for (int x = 0; x < bytesPerRow; ++x)
                m_bytes += char(image.constScanLine(y)[x]);
    }
}

void EscPosEncoder::style(const TextStyle &style)
{
    if (style.align != m_style.align)
        put({0x1B, 0x61, int(style.align)});
    if (style.scale != m_style.scale)
        put({0x1D, 0x21, style.scale == 2 ? 0x11 : 0x00});
    if (style.bold != m_style.bold)
        put({0x1B, 0x45, style.bold ? 1 : 0});
    m_style = style;
}

void EscPosEncoder::spacing(int dots)
{
    if (dots != m_spacing)
        put({0x1B, 0x33, dots});
    m_spacing = dots;
}

void EscPosEncoder::feed(int dots)
{
    put({0x1B, 0x4A, std::min(dots, 255)});
}

void EscPosEncoder::put(std::initializer_list<int> bytes)
{
    for (const int byte : bytes)
        m_bytes += char(byte);
}

} // namespace yichuang::escpos
