#pragma once

#include "courier/Body.h"
#include "courier/Pieces.h"

namespace yichuang::courier {

// What the platform has to say to a station, whole. It is small beside what it answers: pages do not travel
// this way.
struct Answer
{
    Reply reply;
    QList<Refused> refused;
    QList<CaseLine> cases; // that the package touched
    QList<Digest> known;   // pages of the package that are at the platform now
    QList<FeedPart> feed;  // from the package's cursor on
    bool operator==(const Answer &) const = default;
};

// More than this of it, as it is packed, is not read; each piece unpacks to no more than Pack.h allows.
inline constexpr qint64 mostAnswerBytes = 64 * 1024 * 1024;

// `cover` needs device, serial, made and answered; `station` is that device's key.
Result<SignedCover> writeAnswer(const Answer &answer, Cover cover, const SigningKey &platform,
                                const QByteArray &station, VolumeSink &sink);
// The caller has checked the cover's signature and the volumes.
Result<Answer> readAnswer(const Cover &cover, VolumeSource &source, const SigningKey &station);

} // namespace yichuang::courier
