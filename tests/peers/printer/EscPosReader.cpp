#include "EscPosReader.h"

#include <iconv.h>

#include <algorithm>

namespace peer {

namespace {

char32_t fromGb(QByteArray bytes)
{
    char32_t character = U'\uFFFD';
    char *from = bytes.data();
    char *to = reinterpret_cast<char *>(&character);
    size_t left = size_t(bytes.size());
    size_t room = sizeof character;
    const iconv_t converter = iconv_open("UTF-32LE", "GB18030");
    const bool read = iconv(converter, &from, &left, &to, &room) == 0;
    iconv_close(converter);
    return read ? character : U'\uFFFD';
}

} // namespace

EscPosReader::EscPosReader(int dots, Answers answers)
    : m_dots(dots)
    , m_answers(std::move(answers))
{
    startPaper();
}

void EscPosReader::startPaper()
{
    m_paper = std::make_unique<Paper>(m_dots);
    m_unknown.clear();
}

void EscPosReader::feed(const QByteArray &bytes)
{
    m_bytes += bytes;
    while (!m_bytes.isEmpty()) {
        const bool question = at(0) == 0x10;
        const qsizetype used = takeOne();
        if (used == 0)
            return;
        if (!question)
            m_answers.job(m_bytes.first(used));
        const bool proof = used == 3 && at(0) == 0x1D && at(1) == 0x72;
        const int number = proof ? at(2) : 0;
        m_bytes.remove(0, used);
        if (proof)
            m_answers.proof(number);
    }
}

qsizetype EscPosReader::takeOne()
{
    switch (at(0)) {
    case 0x0A:
        return fixed(1, [this](const quint8 *) { m_paper->endLine(m_align, m_spacing); });
    case 0x0D:
        return 1;
    case 0x10:
        return fixed(3, [this](const quint8 *bytes) {
            if (bytes[1] == 0x04)
                m_answers.status(bytes[2]);
        });
    case 0x1B:
        return m_bytes.size() < 2 ? 0 : takeEsc();
    case 0x1C:
        return m_bytes.size() < 2 ? 0 : takeFs();
    case 0x1D:
        return m_bytes.size() < 2 ? 0 : takeGs();
    default:
        return at(0) < 0x20 ? skip() : takeText();
    }
}

qsizetype EscPosReader::takeEsc()
{
    switch (at(1)) {
    case 0x40:
        return fixed(2, [this](const quint8 *) { reset(); });
    case 0x74:
        return fixed(3, [](const quint8 *) {});
    case 0x61:
        return fixed(3, [this](const quint8 *bytes) { m_align = Paper::Align(bytes[2] % 48 % 3); });
    case 0x45:
        return fixed(3, [this](const quint8 *bytes) { m_style.bold = bytes[2] & 1; });
    case 0x32:
        return fixed(2, [this](const quint8 *) { m_spacing = 30; });
    case 0x33:
        return fixed(3, [this](const quint8 *bytes) { m_spacing = bytes[2]; });
    case 0x4A:
        return fixed(3, [this](const quint8 *bytes) { m_paper->feed(bytes[2]); });
    case 0x64:
        return fixed(3, [this](const quint8 *bytes) { m_paper->feed(bytes[2] * m_spacing); });
    case 0x70:
        return fixed(5, [](const quint8 *) {});
    default:
        return skip();
    }
}

qsizetype EscPosReader::takeFs()
{
    switch (at(1)) {
    case 0x26:
    case 0x2E:
        return fixed(2, [this](const quint8 *bytes) { m_han = bytes[1] == 0x26; });
    default:
        return skip();
    }
}

qsizetype EscPosReader::takeGs()
{
    switch (at(1)) {
    case 0x21:
        return fixed(3, [this](const quint8 *bytes) {
            m_style.width = (bytes[2] >> 4 & 7) + 1;
            m_style.height = (bytes[2] & 7) + 1;
        });
    case 0x28:
        return takeCode();
    case 0x56:
        return takeCut();
    case 0x61:
    case 0x72:
        return fixed(3, [](const quint8 *) {});
    case 0x76:
        return takeBits();
    default:
        return skip();
    }
}

qsizetype EscPosReader::takeCut()
{
    const bool feeds = m_bytes.size() > 2 && (at(2) == 0x41 || at(2) == 0x42);
    return fixed(feeds ? 4 : 3, [this, feeds](const quint8 *bytes) {
        if (feeds)
            m_paper->feed(bytes[3]);
        m_answers.cut();
    });
}

qsizetype EscPosReader::takeCode()
{
    if (m_bytes.size() < 5)
        return 0;
    const int length = at(3) | at(4) << 8;
    return fixed(5 + length, [this, length](const quint8 *bytes) {
        if (bytes[2] != 0x6B || length < 3 || bytes[5] != 0x31)
            return;
        if (bytes[6] == 0x43)
            m_codeModule = std::clamp<int>(bytes[7], 1, 16);
        else if (bytes[6] == 0x45)
            m_codeLevel = char(bytes[7]);
        else if (bytes[6] == 0x50)
            m_codeData = m_bytes.mid(8, length - 3);
        else if (bytes[6] == 0x51)
            m_paper->putCode(m_codeData, m_codeModule, m_codeLevel, m_align);
    });
}

qsizetype EscPosReader::takeBits()
{
    if (m_bytes.size() < 8)
        return 0;
    const int across = at(4) | at(5) << 8;
    const int rows = at(6) | at(7) << 8;
    return fixed(8 + qsizetype(across) * rows, [this, across, rows](const quint8 *) {
        if (across > 0)
            m_paper->putBits(m_bytes.mid(8, qsizetype(across) * rows), across, m_align);
    });
}

qsizetype EscPosReader::takeText()
{
    if (!m_han || at(0) < 0x81)
        return fixed(1, [this](const quint8 *bytes) { m_paper->putCharacter(bytes[0], m_style); });
    if (m_bytes.size() < 2)
        return 0;
    const bool four = at(1) >= 0x30 && at(1) <= 0x39;
    const int length = four ? 4 : 2;
    return fixed(length, [this, length](const quint8 *) {
        m_paper->putCharacter(fromGb(m_bytes.first(length)), m_style);
    });
}

qsizetype EscPosReader::fixed(qsizetype length, const std::function<void(const quint8 *)> &act)
{
    if (m_bytes.size() < length)
        return 0;
    act(reinterpret_cast<const quint8 *>(m_bytes.constData()));
    return length;
}

qsizetype EscPosReader::skip()
{
    m_unknown << QString::fromLatin1(m_bytes.first(std::min<qsizetype>(2, m_bytes.size())).toHex());
    return 1;
}

void EscPosReader::reset()
{
    m_style = {};
    m_align = Paper::Align::Left;
    m_spacing = 30;
    m_han = true;
}

} // namespace peer
