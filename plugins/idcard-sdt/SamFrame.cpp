#include "SamFrame.h"

#include <QtEndian>

#include <algorithm>
#include <functional>
#include <numeric>

namespace yichuang::sdt {

namespace {

const QByteArray preamble = QByteArrayLiteral("\xAA\xAA\xAA\x96\x69");
constexpr int headSize = 7;         // preamble and length
constexpr int shortestLength = 4;   // 00 00, status, checksum
constexpr int longestLength = 2314; // text, photo and fingerprints
constexpr int mostNoise = 4096;

char checksumOf(QByteArrayView bytes)
{
    return std::accumulate(bytes.begin(), bytes.end(), char(0), std::bit_xor<char>());
}

int lengthIn(const QByteArray &frame)
{
    return qFromBigEndian<quint16>(frame.constData() + preamble.size());
}

} // namespace

QByteArray frameOf(const SamQuestion &question)
{
    const QByteArray counted{"\x00\x03", 2};
    const QByteArray content = counted + char(question.command) + char(question.parameter);
    return preamble + content + checksumOf(content);
}

SamReplyReader::State SamReplyReader::take(const QByteArray &bytes)
{
    m_bytes += bytes;
    skipNoise();
    if (m_noise > mostNoise)
        return State::Broken;
    if (m_bytes.size() < headSize)
        return State::Incomplete;
    const int length = lengthIn(m_bytes);
    if (length < shortestLength || length > longestLength)
        return State::Broken;
    return m_bytes.size() < headSize + length ? State::Incomplete : finish();
}

int SamReplyReader::wanted() const
{
    if (m_bytes.size() < headSize)
        return headSize - int(m_bytes.size());
    return std::max(1, headSize + lengthIn(m_bytes) - int(m_bytes.size()));
}

void SamReplyReader::skipNoise()
{
    const auto begins = [this](qsizetype at) {
        const QByteArrayView rest =
            QByteArrayView(m_bytes).sliced(at).first(std::min(preamble.size(), m_bytes.size() - at));
        return preamble.startsWith(rest);
    };
    qsizetype at = 0;
    while (at < m_bytes.size() && !begins(at))
        ++at;
    m_noise += int(at);
    m_bytes.remove(0, at);
}

SamReplyReader::State SamReplyReader::finish()
{
    const qsizetype end = headSize + lengthIn(m_bytes) - 1;
    const QByteArrayView counted = QByteArrayView(m_bytes).sliced(preamble.size(), end - preamble.size());
    const bool isReply = m_bytes[headSize] == 0 && m_bytes[headSize + 1] == 0;
    if (!isReply || checksumOf(counted) != m_bytes[end])
        return State::Broken;
    m_reply = {quint8(m_bytes[headSize + 2]), m_bytes.mid(headSize + 3, end - headSize - 3)};
    return State::Whole;
}

} // namespace yichuang::sdt
