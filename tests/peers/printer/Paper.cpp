#include "Paper.h"

#include <QFont>

#include <qrencode.h>

#include <algorithm>

namespace peer {

namespace {

constexpr int cell = 12;
constexpr int fontHeight = 24;

QFont fontFor(const Paper::Style &style)
{
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans Mono CJK SC"), QStringLiteral("Noto Sans CJK SC")});
    font.setPixelSize(fontHeight);
    font.setBold(style.bold);
    return font;
}

} // namespace

Paper::Paper(int dots)
    : m_dots(dots)
    , m_image(dots, 1000, QImage::Format_Grayscale8)
{
    m_image.fill(Qt::white);
}

void Paper::putCharacter(char32_t character, const Style &style)
{
    const int width = (character < 0x80 ? 1 : 2) * cell * style.width;
    if (m_lineWidth + width > m_dots) {
        ++m_overflows;
        endLine(m_lastAlign, m_lastSpacing);
    }
    m_line << Glyph{character, style, width};
    m_lineWidth += width;
}

void Paper::endLine(Align align, int spacing)
{
    m_lastAlign = align;
    m_lastSpacing = spacing;
    int height = m_line.isEmpty() ? 0 : fontHeight;
    for (const Glyph &glyph : m_line)
        height = std::max(height, fontHeight * glyph.style.height);
    grow(std::max(height, spacing));
    QPainter painter(&m_image);
    int x = left(m_lineWidth, align);
    for (const Glyph &glyph : m_line) {
        painter.setFont(fontFor(glyph.style));
        painter.save();
        painter.translate(x, m_top + height - fontHeight * glyph.style.height);
        painter.scale(glyph.style.width, glyph.style.height);
        painter.drawText(QRect(0, 0, glyph.width / glyph.style.width, fontHeight),
                         Qt::AlignCenter | Qt::TextDontClip, QString::fromUcs4(&glyph.character, 1));
        painter.restore();
        x += glyph.width;
    }
    m_top += std::max(height, spacing);
    m_line.clear();
    m_lineWidth = 0;
}

void Paper::feed(int dots)
{
    grow(dots);
    m_top += dots;
}

void Paper::putBits(const QByteArray &rows, int bytesPerRow, Align align)
{
    const int height = int(rows.size()) / bytesPerRow;
    const int x0 = left(std::min(m_dots, bytesPerRow * 8), align);
    grow(height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < bytesPerRow * 8 && x0 + x < m_dots; ++x) {
            if (rows.at(y * bytesPerRow + x / 8) & (0x80 >> (x % 8)))
                m_image.scanLine(m_top + y)[x0 + x] = 0;
        }
    }
    m_top += height;
}

void Paper::putCode(const QByteArray &data, int module, char level, Align align)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(data.size()), reinterpret_cast<const unsigned char *>(data.constData()), 0,
                          QRecLevel(std::clamp(level - '0', 0, 3))),
        &QRcode_free);
    if (!code || code->width * module > m_dots)
        return; // as printers do
    const int side = code->width * module;
    const int x0 = left(side, align);
    grow(side);
    QPainter painter(&m_image);
    for (int i = 0; i < code->width * code->width; ++i) {
        if (code->data[i] & 1)
            painter.fillRect(x0 + i % code->width * module, m_top + i / code->width * module, module, module,
                             Qt::black);
    }
    painter.end();
    m_top += side;
}

QImage Paper::picture() const
{
    return m_image.copy(0, 0, m_dots, std::max(1, m_top))
        .convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
}

void Paper::grow(int height)
{
    if (m_top + height <= m_image.height())
        return;
    QImage longer(m_dots, (m_top + height) * 2, QImage::Format_Grayscale8);
    longer.fill(Qt::white);
    QPainter painter(&longer);
    painter.drawImage(0, 0, m_image);
    painter.end();
    m_image = longer;
}

int Paper::left(int width, Align align) const
{
    const int rest = std::max(0, m_dots - width);
    if (align == Align::Centre)
        return rest / 2;
    return align == Align::Right ? rest : 0;
}

} // namespace peer
