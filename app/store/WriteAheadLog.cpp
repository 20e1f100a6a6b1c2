#include "store/WriteAheadLog.h"

#include <QFile>
#include <QtEndian>

namespace yichuang {

namespace {

// https://www.sqlite.org/fileformat2.html, section 4: all integers are big endian; checksums are over 32-bit
// words whose order the magic number names.
constexpr qint64 headerBytes = 32;
constexpr qint64 frameHeaderBytes = 24;
constexpr quint32 ownPageBytes = 4096;
constexpr quint32 formatVersion = 3007000;
constexpr quint32 magicLittle = 0x377f0682;
constexpr quint32 magicBig = 0x377f0683;

struct Checksum
{
    quint32 first = 0;
    quint32 second = 0;
    bool operator==(const Checksum &) const = default;

    void add(QByteArrayView bytes, bool bigEndian)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes.data() + at, bigEndian) + second;
            second += word(bytes.data() + at + 4, bigEndian) + first;
        }
    }
    static quint32 word(const char *at, bool bigEndian)
    {
        return bigEndian ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
    }
};

quint32 integer(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

Checksum storedAt(QByteArrayView bytes, qsizetype at)
{
    return {integer(bytes, at), integer(bytes, at + 4)};
}

void put(QByteArray &bytes, qsizetype at, quint32 value)
{
    qToBigEndian(value, bytes.data() + at);
}

struct Header
{
    QByteArray bytes;
    bool bigEndian = false;
    qint64 pageBytes = 0;
    bool known = false; // of a log at all
    bool holds = false;
    Checksum checksum;

    explicit Header(QFile &file)
        : bytes(file.read(headerBytes))
    {
        if (bytes.size() < headerBytes)
            return;
        const quint32 magic = integer(bytes, 0);
        bigEndian = magic == magicBig;
        pageBytes = integer(bytes, 8);
        known = (magic == magicLittle || bigEndian) && pageBytes >= 512 && pageBytes <= 65536;
        checksum.add(QByteArrayView(bytes).first(24), bigEndian);
        holds = known && checksum == storedAt(bytes, 24);
    }
    // As this program would have written it, with the salts of the first frame.
    void rebuild(QByteArrayView firstFrame)
    {
        bigEndian = false;
        pageBytes = ownPageBytes;
        bytes.fill('\0');
        put(bytes, 0, magicLittle);
        put(bytes, 4, formatVersion);
        put(bytes, 8, static_cast<quint32>(pageBytes));
        bytes.replace(16, 8, firstFrame.sliced(8, 8).toByteArray());
        checksum = {};
        checksum.add(QByteArrayView(bytes).first(24), bigEndian);
        put(bytes, 24, checksum.first);
        put(bytes, 28, checksum.second);
    }
    // Empty at the end; frames of an earlier round lie behind it and carry other salts.
    QByteArray nextFrame(QFile &file) const
    {
        const QByteArray frame = file.read(frameHeaderBytes + pageBytes);
        const bool ours = frame.size() == frameHeaderBytes + pageBytes &&
                          QByteArrayView(frame).sliced(8, 8) == QByteArrayView(bytes).sliced(16, 8);
        return ours ? frame : QByteArray();
    }
    // What the frame's checksum must be when the one before it is `before`.
    Checksum after(Checksum before, QByteArrayView frame) const
    {
        before.add(frame.first(8), bigEndian);
        before.add(frame.sliced(frameHeaderBytes), bigEndian);
        return before;
    }
};

// Up to the end of a sector SQLite writes the frame that commits once more: that is no further commit, also
// where the power cut it short.
bool isPadding(const Header &header, QByteArrayView frame, QByteArrayView before)
{
    if (frame.size() != before.size() || frame.first(8) != before.first(8))
        return false;
    const bool holds = header.after(storedAt(before, 16), frame) == storedAt(frame, 16);
    return !holds || frame.sliced(frameHeaderBytes) == before.sliced(frameHeaderBytes);
}

Result<void> demandWhole(bool whole)
{
    return whole ? Result<void>() : raise(ErrorCode::WriteAheadLogDamaged);
}

} // namespace

Result<void> checkWriteAheadLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const Header header(file);
    // The header is synchronised before any frame: without it SQLite would forget all of them.
    if (!header.holds)
        return demandWhole(file.size() < headerBytes + frameHeaderBytes + 512);
    Checksum running = header.checksum;
    bool broken = false;
    int commitsBehind = 0;
    QByteArray last;
    for (;;) {
        const QByteArray frame = header.nextFrame(file);
        if (frame.isEmpty())
            return demandWhole(commitsBehind <= 1);
        running = header.after(running, frame);
        broken = broken || running != storedAt(frame, 16);
        if (broken && integer(frame, 4) != 0 && !isPadding(header, frame, last))
            ++commitsBehind;
        last = frame;
    }
}

void dropDamagedFrames(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || file.size() < headerBytes + frameHeaderBytes)
        return;
    Header header(file);
    // Each frame holds by itself when its sum follows from the one stored before it.
    Checksum before = storedAt(header.bytes, 24);
    if (!header.holds)
        header.rebuild(file.peek(frameHeaderBytes));
    QByteArray kept = header.bytes;
    Checksum written = header.checksum;
    const qint64 frameBytes = frameHeaderBytes + header.pageBytes;
    for (qint64 at = headerBytes; at + frameBytes <= file.size(); at += frameBytes) {
        file.seek(at);
        QByteArray frame = header.nextFrame(file);
        if (frame.isEmpty())
            continue;
        const bool holds = header.after(before, frame) == storedAt(frame, 16);
        before = storedAt(frame, 16);
        if (!holds)
            continue;
        written = header.after(written, frame);
        put(frame, 16, written.first);
        put(frame, 20, written.second);
        kept.append(frame);
    }
    file.seek(0);
    file.write(kept);
    file.resize(kept.size());
}

} // namespace yichuang
