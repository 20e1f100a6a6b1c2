#include "CellText.h"

#include <iconv.h>

#include <cstdint>

namespace yichuang::escpos {

namespace {

// Half-width: everything that GBK holds in one byte, and what comes before the first wide script.
constexpr char32_t firstWide = 0x80;

bool isClosing(char32_t character)
{
    static const QString marks = QStringLiteral("，。、；：！？）》」』】”’…,.;:!?)]}%");
    return character < 0x10000 && marks.contains(QChar(char16_t(character)));
}

bool isWordPart(char32_t character)
{
    return character > U' ' && character < firstWide;
}

// Pieces that stay together: a word, or one wide character, with the closing marks behind it; or a blank.
QList<std::u32string> pieces(const QString &line)
{
    QList<std::u32string> pieces;
    bool inWord = false;
    for (const char32_t character : line.toStdU32String()) {
        const bool word = isWordPart(character);
        const bool joins =
            !pieces.isEmpty() && pieces.last() != U" " && ((word && inWord) || isClosing(character));
        if (joins)
            pieces.last() += character;
        else
            pieces << std::u32string(1, character);
        inWord = word;
    }
    return pieces;
}

int cellsIn(const std::u32string &text)
{
    int cells = 0;
    for (const char32_t character : text)
        cells += cellsOf(character);
    return cells;
}

class Wrapping
{
public:
    explicit Wrapping(int cells)
        : m_cells(cells)
    {}

    void add(const std::u32string &piece)
    {
        if (m_used + cellsIn(piece) > m_cells && m_used > 0)
            breakLine();
        if (piece == U" " && m_used == 0 && !m_lines.isEmpty())
            return; // a blank at a break
        for (const char32_t character : piece) {
            if (m_used + cellsOf(character) > m_cells)
                breakLine();
            m_line += QString::fromUcs4(&character, 1);
            m_used += cellsOf(character);
        }
    }

    QStringList lines()
    {
        breakLine();
        return m_lines;
    }

private:
    void breakLine()
    {
        while (m_line.endsWith(u' '))
            m_line.chop(1);
        m_lines << m_line;
        m_line.clear();
        m_used = 0;
    }

    int m_cells;
    int m_used = 0;
    QString m_line;
    QStringList m_lines;
};

class Conversion
{
public:
    explicit Conversion(const char *charset)
        : m_converter(iconv_open(charset, "UTF-8"))
    {}
    ~Conversion()
    {
        if (isOpen())
            iconv_close(m_converter);
    }
    Conversion(const Conversion &) = delete;
    Conversion &operator=(const Conversion &) = delete;

    std::optional<QByteArray> convert(QByteArray utf8)
    {
        QByteArray out(utf8.size() * 2 + 8, '\0');
        char *from = utf8.data();
        char *to = out.data();
        size_t left = size_t(utf8.size());
        size_t room = size_t(out.size());
        // A positive answer counts characters that were replaced by a likeness: not the same text.
        if (!isOpen() || iconv(m_converter, &from, &left, &to, &room) != 0)
            return std::nullopt;
        return out.first(out.size() - qsizetype(room));
    }

private:
    bool isOpen() const { return reinterpret_cast<intptr_t>(m_converter) != -1; }

    iconv_t m_converter;
};

} // namespace

QString printable(const QString &text)
{
    QString clean;
    for (const QChar character : text) {
        if (character == u'\n' ||
            (character.category() != QChar::Other_Control && character.category() != QChar::Other_Format))
            clean += character;
        else if (character == u'\t')
            clean += u' ';
    }
    return clean;
}

int cellsOf(char32_t character)
{
    return character < firstWide ? 1 : 2;
}

int cellsOf(const QString &text)
{
    return cellsIn(text.toStdU32String());
}

QStringList wrapped(const QString &text, int cells)
{
    QStringList lines;
    const QStringList given = text.split(u'\n');
    for (const QString &line : given) {
        Wrapping wrapping(cells);
        const auto all = pieces(line);
        for (const std::u32string &piece : all)
            wrapping.add(piece);
        lines << wrapping.lines();
    }
    return lines;
}

std::optional<QByteArray> encoded(const QString &text, Characters characters)
{
    if (characters == Characters::Picture)
        return std::nullopt;
    if (characters == Characters::Gb18030)
        return Conversion("GB18030").convert(text.toUtf8());
    const auto bytes = Conversion("GBK").convert(text.toUtf8());
    // The C library's GBK has the euro sign as one byte, which printers do not know.
    return bytes && bytes->size() == cellsOf(text) ? bytes : std::nullopt;
}

} // namespace yichuang::escpos
