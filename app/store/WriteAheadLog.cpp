#include "store/WriteAheadLog.h"

#include <QFile>
#include <QtEndian>

namespace yichuang {

namespace {

// https://www.sqlite.org/fileformat2.html, section 4: all integers are big endian; checksums are over 32-bit
// words whose order the magic number names.
constexpr qint64 headerBytes = 32;
constexpr qint64 frameHeaderBytes = 24;
constexpr quint32 magicLittle = 0x377f0682;
constexpr quint32 magicBig = 0x377f0683;

struct Checksum
{
    quint32 first = 0;
    quint32 second = 0;

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
    const QByteArray header = file.read(headerBytes);
    if (header.size() < headerBytes)
        return {};
    const quint32 magic = integer(header, 0);
    const qint64 pageBytes = integer(header, 8);
    const bool known = (magic == magicLittle || magic == magicBig) && pageBytes >= 512 && pageBytes <= 65536;
    Checksum running;
    running.add(QByteArrayView(header).first(24), magic == magicBig);
    const bool headerHolds =
        known && running.first == integer(header, 24) && running.second == integer(header, 28);
    // The header is synchronised before any frame: without it SQLite would forget all of them.
    if (!headerHolds)
        return demandWhole(file.size() < headerBytes + frameHeaderBytes + 512);
    bool broken = false;
    int commitsBehind = 0;
    for (;;) {
        const QByteArray frame = file.read(frameHeaderBytes + pageBytes);
        // Frames of an earlier round lie behind the end and carry other salts.
        if (frame.size() < frameHeaderBytes + pageBytes ||
            QByteArrayView(frame).sliced(8, 8) != QByteArrayView(header).sliced(16, 8))
            break;
        running.add(QByteArrayView(frame).first(8), magic == magicBig);
        running.add(QByteArrayView(frame).sliced(frameHeaderBytes), magic == magicBig);
        broken = broken || running.first != integer(frame, 16) || running.second != integer(frame, 20);
        if (broken && integer(frame, 4) != 0)
            ++commitsBehind;
    }
    return demandWhole(commitsBehind <= 1);
}

} // namespace yichuang
