#include "courier/Body.h"

#include "courier/Faults.h"

#include <QtEndian>

namespace yichuang::courier {

namespace {

constexpr qsizetype lengthBytes = 4;
const QByteArray kinds("HAEPDRMKFZ");

} // namespace

BodyWriter::BodyWriter(const Cover &cover, const Secret &contentKey, VolumeSink &sink, qint64 volumeBytes)
    : m_sink(sink)
    , m_sealer(contentKey, bindingOf(cover))
    , m_volumeBytes(volumeBytes)
    , m_open(m_sealer.head())
{}

Result<void> BodyWriter::add(PieceKind kind, QByteArrayView payload)
{
    return put(QByteArray(1, static_cast<char>(kind)) + payload.toByteArray(), false);
}

Result<QList<Volume>> BodyWriter::finish(QByteArrayView payload)
{
    return put(QByteArray(1, static_cast<char>(PieceKind::End)) + payload.toByteArray(), true)
        .and_then([this] { return flush(); })
        .map([this] { return m_volumes; });
}

Result<void> BodyWriter::put(QByteArrayView plain, bool last)
{
    if (plain.size() > mostPieceBytes)
        return malformed("piece too large");
    const QByteArray sealed = m_sealer.seal(plain, last);
    if (m_open.size() + lengthBytes + sealed.size() > m_volumeBytes && !m_open.isEmpty()) {
        if (auto flushed = flush(); !flushed)
            return flushed;
    }
    QByteArray length(lengthBytes, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(sealed.size()), length.data());
    m_open += length + sealed;
    return {};
}

Result<void> BodyWriter::flush()
{
    m_volumes.append({m_open.size(), Digest::of(m_open)});
    if (m_volumes.size() > mostVolumes)
        return malformed("too many volumes");
    m_written += m_open.size();
    return m_sink.put(static_cast<int>(m_volumes.size()), std::exchange(m_open, {}));
}

BodyReader::BodyReader(const Cover &cover, VolumeSource &source)
    : m_cover(cover)
    , m_source(source)
    , m_opener(bindingOf(cover))
{}

Result<void> BodyReader::begin(const Secret &contentKey)
{
    return turn().and_then([&]() -> Result<void> {
        if (m_volume.size() < streamHeadBytes)
            return malformed("stream");
        m_at = streamHeadBytes;
        return m_opener.begin(contentKey, QByteArrayView(m_volume).first(streamHeadBytes));
    });
}

Result<void> BodyReader::turn()
{
    if (m_number == m_cover.volumes.size())
        return malformed("content without an end");
    auto bytes = m_source.volume(m_number + 1, m_cover.volumes[m_number].size);
    if (!bytes)
        return passOn(bytes);
    ++m_number;
    m_volume = std::move(*bytes);
    m_at = 0;
    return {};
}

Result<BodyReader::Piece> BodyReader::next()
{
    if (m_ended)
        return malformed("content after its end");
    if (m_at == m_volume.size()) {
        if (auto turned = turn(); !turned)
            return passOn(turned);
    }
    const QByteArrayView rest = QByteArrayView(m_volume).sliced(m_at);
    const qsizetype size =
        rest.size() < lengthBytes ? -1 : qsizetype(qFromLittleEndian<quint32>(rest.data()));
    if (size < 0 || size > mostPieceBytes + pieceOverhead || size > rest.size() - lengthBytes)
        return malformed("piece length");
    m_at += lengthBytes + size;
    return open(rest.sliced(lengthBytes, size));
}

Result<BodyReader::Piece> BodyReader::open(QByteArrayView sealed)
{
    const auto opened = m_opener.open(sealed);
    if (!opened)
        return passOn(opened);
    const QByteArray &plain = opened->plain;
    if (plain.isEmpty() || !kinds.contains(plain[0]))
        return malformed("piece kind");
    const Piece piece{static_cast<PieceKind>(plain[0]), plain.mid(1)};
    m_ended = opened->last;
    const bool atEnd = m_at == m_volume.size() && m_number == m_cover.volumes.size();
    if (opened->last != (piece.kind == PieceKind::End) || (opened->last && !atEnd))
        return malformed("end of the content");
    return piece;
}

} // namespace yichuang::courier
