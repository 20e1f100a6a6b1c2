#include "courier/WorkPackage.h"

#include "courier/Faults.h"

#include <QCryptographicHash>

namespace yichuang::courier {

WorkWriter::WorkWriter(Cover cover, VolumeSink &sink, qint64 volumeBytes)
    : m_cover(std::move(cover))
    , m_sink(sink)
    , m_volumeBytes(volumeBytes)
{}

Result<void> WorkWriter::begin(const QByteArray &platformKey, const Request &request)
{
    const Secret key = Secret::random(contentKeyBytes);
    auto sealed = sealKey(key, platformKey);
    if (!sealed)
        return passOn(sealed);
    m_cover.platform = shortIdOf(platformKey);
    m_cover.sealedKey = *sealed;
    m_body = std::make_unique<BodyWriter>(m_cover, key, m_sink, m_volumeBytes);
    return m_body->add(PieceKind::Request, write(request));
}

Result<void> WorkWriter::events(const QList<SignedEvent> &events)
{
    m_end.events += events.size();
    return m_body->add(PieceKind::Events, writeEvents(events));
}

Result<void> WorkWriter::page(const Digest &digest, const QString &mediaType, const QByteArray &content)
{
    ++m_end.pages;
    auto done = m_body->add(PieceKind::PageHead, write(PageHead{digest, content.size(), mediaType}));
    for (qsizetype at = 0; done && at < content.size(); at += pageDataBytes)
        done = m_body->add(PieceKind::PageData,
                           QByteArrayView(content).sliced(at, qMin(pageDataBytes, content.size() - at)));
    return done;
}

Result<SignedCover> WorkWriter::finish(const SigningKey &station)
{
    auto volumes = m_body->finish(write(m_end));
    if (!volumes)
        return passOn(volumes);
    m_cover.volumes = *volumes;
    return sign(m_cover, station);
}

namespace {

// The one order in which the pieces may come, and what each holds against the others.
class WorkReading
{
public:
    WorkReading(const Cover &cover, WorkReceiver &receiver)
        : m_cover(cover)
        , m_receiver(receiver)
        , m_hash(QCryptographicHash::Sha256)
    {}

    Result<void> take(const BodyReader::Piece &piece)
    {
        if (m_page && piece.kind != PieceKind::PageData)
            return malformed("page cut short");
        switch (piece.kind) {
        case PieceKind::Events:
            return events(piece.payload);
        case PieceKind::PageHead:
            return pageHead(piece.payload);
        case PieceKind::PageData:
            return pageData(piece.payload);
        default:
            return malformed("order of the content");
        }
    }

    Result<End> end(const QByteArray &payload) const
    {
        const auto end = readEnd(payload);
        if (!end)
            return end;
        const qint64 promised = m_cover.first > 0 ? m_cover.last - m_cover.first + 1 : 0;
        if (m_page || !(*end == m_seen) || m_seen.events != promised)
            return malformed("count of the content");
        return end;
    }

private:
    Result<void> events(const QByteArray &payload)
    {
        if (m_seen.pages > 0)
            return malformed("order of the content");
        const auto read = readEvents(payload);
        if (!read)
            return passOn(read);
        m_seen.events += read->size();
        return m_receiver.events(*read);
    }

    Result<void> pageHead(const QByteArray &payload)
    {
        const auto head = readPageHead(payload);
        if (!head)
            return passOn(head);
        m_page = *head;
        m_left = head->size;
        m_hash.reset();
        ++m_seen.pages;
        return m_receiver.pageBegins(*head).and_then([this] { return endPage(); });
    }

    Result<void> pageData(const QByteArray &payload)
    {
        if (!m_page || payload.isEmpty() || payload.size() > m_left)
            return malformed("page longer than promised");
        m_left -= payload.size();
        m_hash.addData(payload);
        return m_receiver.pageData(payload).and_then([this] { return endPage(); });
    }

    Result<void> endPage()
    {
        if (m_left > 0)
            return {};
        if (m_hash.result() != m_page->digest.bytes())
            return malformed("hash of a page");
        const PageHead head = *std::exchange(m_page, std::nullopt);
        return m_receiver.pageEnds(head);
    }

    const Cover &m_cover;
    WorkReceiver &m_receiver;
    QCryptographicHash m_hash;
    std::optional<PageHead> m_page; // under way
    qint64 m_left = 0;
    End m_seen;
};

} // namespace

Result<End> readWork(const Cover &cover, VolumeSource &source, const SigningKey &platform,
                     WorkReceiver &receiver)
{
    if (cover.direction != Direction::ToPlatform || cover.platform != shortIdOf(platform.publicKey()))
        return forAnother("platform");
    const auto key = openKey(cover.sealedKey, platform);
    if (!key)
        return passOn(key);
    BodyReader body(cover, source);
    if (auto begun = body.begin(*key); !begun)
        return passOn(begun);
    const auto first = body.next();
    if (!first)
        return passOn(first);
    const auto request =
        first->kind == PieceKind::Request ? readRequest(first->payload) : malformed("order of the content");
    if (!request)
        return passOn(request);
    Result<void> done = receiver.request(*request);
    WorkReading reading(cover, receiver);
    while (done) {
        const auto piece = body.next();
        if (!piece)
            return passOn(piece);
        if (piece->kind == PieceKind::End)
            return reading.end(piece->payload);
        done = reading.take(*piece);
    }
    return passOn(done);
}

} // namespace yichuang::courier
