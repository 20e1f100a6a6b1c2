#pragma once

#include "courier/Seal.h"
#include "courier/Volumes.h"

namespace yichuang::courier {

// What a piece of the content is (PACKAGE.md, 'Content').
enum class PieceKind : char
{
    Request = 'H', // what the station knows: first of a package to the platform
    Reply = 'A',   // what the platform has: first of an answer
    Events = 'E',
    PageHead = 'P',
    PageData = 'D',
    Refusals = 'R',
    Cases = 'M',
    Known = 'K',
    Feed = 'F',
    End = 'Z'
};

inline constexpr qsizetype mostPieceBytes = 2 * 1024 * 1024;
inline constexpr qsizetype pageDataBytes = 1024 * 1024;

// Writes the content: pieces, sealed, in volumes; a piece stands whole in one volume.
class BodyWriter
{
public:
    // The cover's sealed key must be that of `contentKey`. The sink outlives the writer.
    BodyWriter(const Cover &cover, const Secret &contentKey, VolumeSink &sink,
               qint64 volumeBytes = mostVolumeBytes);

    Result<void> add(PieceKind kind, QByteArrayView payload);
    // The last piece; then the volumes, for the cover.
    Result<QList<Volume>> finish(QByteArrayView payload);
    qint64 written() const { return m_written; } // bytes that the sink has taken

private:
    Result<void> put(QByteArrayView plain, bool last);
    Result<void> flush();

    VolumeSink &m_sink;
    PieceSealer m_sealer;
    qint64 m_volumeBytes;
    QByteArray m_open; // the volume that is being filled
    QList<Volume> m_volumes;
    qint64 m_written = 0;
};

// Reads it again. Each volume is taken whole when its turn comes.
class BodyReader
{
public:
    BodyReader(const Cover &cover, VolumeSource &source);

    Result<void> begin(const Secret &contentKey);
    struct Piece
    {
        PieceKind kind = PieceKind::End;
        QByteArray payload;
    };
    // The End piece is the last; to read on is PackageMalformed, and so is any byte behind it.
    Result<Piece> next();

private:
    Result<void> turn();
    Result<Piece> open(QByteArrayView sealed);

    const Cover m_cover;
    VolumeSource &m_source;
    PieceOpener m_opener;
    QByteArray m_volume;
    qsizetype m_at = 0;
    int m_number = 0;
    bool m_ended = false;
};

} // namespace yichuang::courier
