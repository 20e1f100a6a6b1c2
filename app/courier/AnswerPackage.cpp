#include "courier/AnswerPackage.h"

#include "courier/Faults.h"

namespace yichuang::courier {

namespace {

constexpr qsizetype mostPagesOfPiece = 10000;

// Cases with few pages go together, those with many by themselves.
QList<QList<CaseLine>> groupsOf(const QList<CaseLine> &cases)
{
    QList<QList<CaseLine>> groups;
    qsizetype pages = 0;
    for (const CaseLine &line : cases) {
        pages += line.pages.size();
        if (groups.isEmpty() || groups.last().size() == mostCases || pages > mostPagesOfPiece) {
            groups.append(QList<CaseLine>());
            pages = line.pages.size();
        }
        groups.last().append(line);
    }
    return groups;
}

template <typename T>
Result<void> addInParts(BodyWriter &body, PieceKind kind, const QList<T> &list, qsizetype most)
{
    Result<void> done;
    for (qsizetype at = 0; done && at < list.size(); at += most)
        done = body.add(kind, write(list.mid(at, most)));
    return done;
}

Result<void> addContent(BodyWriter &body, const Answer &answer)
{
    auto done = body.add(PieceKind::Reply, write(answer.reply)).and_then([&] {
        return addInParts(body, PieceKind::Refusals, answer.refused, mostRefused);
    });
    for (const QList<CaseLine> &group : groupsOf(answer.cases))
        done = done.and_then([&] { return body.add(PieceKind::Cases, write(group)); });
    done = done.and_then([&] { return addInParts(body, PieceKind::Known, answer.known, mostKnown); });
    for (const FeedPart &part : answer.feed)
        done = done.and_then([&] { return body.add(PieceKind::Feed, write(part)); });
    return done;
}

template <typename T>
Result<void> addTo(QList<T> &list, const Result<QList<T>> &more)
{
    if (!more)
        return passOn(more);
    list.append(*more);
    return {};
}

Result<void> take(const BodyReader::Piece &piece, Answer &answer)
{
    switch (piece.kind) {
    case PieceKind::Refusals:
        return addTo(answer.refused, readRefused(piece.payload));
    case PieceKind::Cases:
        return addTo(answer.cases, readCases(piece.payload));
    case PieceKind::Known:
        return addTo(answer.known, readKnown(piece.payload));
    case PieceKind::Feed: {
        auto part = readFeed(piece.payload);
        if (!part)
            return passOn(part);
        // Nothing between two parts may be left out.
        if (!answer.feed.isEmpty() && answer.feed.last().to != part->from)
            return malformed("order of the feed");
        answer.feed.append(std::move(*part));
        return {};
    }
    default:
        return malformed("order of the content");
    }
}

} // namespace

Result<SignedCover> writeAnswer(const Answer &answer, Cover cover, const SigningKey &platform,
                                const QByteArray &station, VolumeSink &sink)
{
    const Secret key = Secret::random(contentKeyBytes);
    const auto sealed = sealKey(key, station);
    if (!sealed)
        return passOn(sealed);
    cover.direction = Direction::ToStation;
    cover.platform = shortIdOf(platform.publicKey());
    cover.sealedKey = *sealed;
    BodyWriter body(cover, key, sink);
    const auto volumes = addContent(body, answer).and_then([&] { return body.finish(write(End{})); });
    if (!volumes)
        return passOn(volumes);
    cover.volumes = *volumes;
    return sign(cover, platform);
}

Result<Answer> readAnswer(const Cover &cover, VolumeSource &source, const SigningKey &station)
{
    if (cover.direction != Direction::ToStation)
        return forAnother("platform");
    const auto key = openKey(cover.sealedKey, station);
    if (!key)
        return passOn(key);
    BodyReader body(cover, source);
    if (auto begun = body.begin(*key); !begun)
        return passOn(begun);
    Answer answer;
    bool begun = false;
    for (qint64 bytes = 0; bytes <= mostAnswerBytes;) {
        const auto piece = body.next();
        if (!piece)
            return passOn(piece);
        bytes += piece->payload.size();
        if (begun && piece->kind == PieceKind::End)
            return readEnd(piece->payload).map([&](const End &) { return answer; });
        if (begun != (piece->kind != PieceKind::Reply))
            return malformed("order of the content");
        auto taken = begun ? take(*piece, answer)
                           : readReply(piece->payload).map([&](const Reply &reply) { answer.reply = reply; });
        if (!taken)
            return passOn(taken);
        begun = true;
    }
    return malformed("answer too large");
}

} // namespace yichuang::courier
