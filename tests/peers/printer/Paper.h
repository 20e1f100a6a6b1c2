#pragma once

#include <QByteArray>
#include <QImage>
#include <QPainter>
#include <QString>

#include <memory>

namespace peer {

// The roll of paper: what the printer's head puts on it, dot by dot.
class Paper
{
public:
    explicit Paper(int dots);

    struct Style
    {
        int width = 1;
        int height = 1;
        bool bold = false;
    };
    enum class Align
    {
        Left,
        Centre,
        Right
    };

    void putCharacter(char32_t character, const Style &style); // waits in the line's buffer
    void endLine(Align align, int spacing);
    void feed(int dots);
    void putBits(const QByteArray &rows, int bytesPerRow, Align align);
    void putCode(const QByteArray &data, int module, char level, Align align);

    QImage picture() const;                       // 1 bit a dot, as long as what was printed
    int overflows() const { return m_overflows; } // lines that the printer itself had to break

private:
    struct Glyph
    {
        char32_t character;
        Style style;
        int width;
    };
    void grow(int height);
    int left(int width, Align align) const;

    int m_dots;
    QImage m_image;
    int m_top = 0;
    int m_overflows = 0;
    QList<Glyph> m_line;
    int m_lineWidth = 0;
    Align m_lastAlign = Align::Left;
    int m_lastSpacing = 30;
};

} // namespace peer
