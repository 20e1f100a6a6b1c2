#pragma once

#include <QByteArray>

#include <chrono>

// The frames of a SAM_V security module (DEVICES.md 1.1, 1.2): AA AA AA 96 69, a big-endian length of all
// that follows it, the content, and the exclusive or of length and content. In a reply the content begins
// with 00 00 and a status word.

namespace yichuang::sdt {

// What may be asked, with the only answer that is a success: a status word and a size of data.
struct SamQuestion
{
    const char *name; // for the log
    quint8 command;
    quint8 parameter;
    quint8 success;
    int dataSize; // bytes
    std::chrono::milliseconds patience;
};

namespace question {

using namespace std::chrono_literals;

inline constexpr SamQuestion status{"status", 0x11, 0xFF, 0x90, 0, 450ms};
inline constexpr SamQuestion samId{"SAM id", 0x12, 0xFF, 0x90, 16, 450ms};
inline constexpr SamQuestion find{"find", 0x20, 0x01, 0x9F, 4, 1000ms};
inline constexpr SamQuestion select{"select", 0x20, 0x02, 0x90, 8, 1000ms};
// Two lengths, the text and the photo. Fingerprints (30 10) are never asked for.
inline constexpr SamQuestion read{"read", 0x30, 0x01, 0x90, 4 + 256 + 1024, 3000ms};
inline constexpr SamQuestion readExtra{"extra address", 0x30, 0x03, 0x90, 70, 1500ms};

} // namespace question

// The bytes that ask it.
QByteArray frameOf(const SamQuestion &question);

struct SamReply
{
    quint8 status = 0;
    QByteArray data;
    bool operator==(const SamReply &) const = default;
};

// Puts one reply together from bytes that arrive in any pieces. Bytes before the preamble are skipped, as
// many as a line's noise may be.
class SamReplyReader
{
public:
    enum class State
    {
        Incomplete,
        Whole,
        Broken // too much noise, an impossible length, a wrong checksum or no 00 00
    };

    // Takes no byte beyond the reply's end: never give it more than wanted().
    State take(const QByteArray &bytes);
    // How many bytes, at least one, may be read now without reading past the end.
    int wanted() const;
    bool hasStarted() const { return m_noise > 0 || !m_bytes.isEmpty(); }
    const SamReply &reply() const { return m_reply; } // once it is Whole

private:
    void skipNoise();
    State finish();

    QByteArray m_bytes; // from the preamble on
    int m_noise = 0;
    SamReply m_reply;
};

} // namespace yichuang::sdt
