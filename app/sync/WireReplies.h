#pragma once

#include "sync/HttpPlatformClient.h"

namespace yichuang::wirereplies {

// The bodies of openapi.json, read strictly: ReplyMalformed for any wrong part.
Result<PlatformStatus> status(const QByteArray &body);
Result<PushReply> push(const QByteArray &body);
Result<PullReply> pull(const QByteArray &body);
Result<QList<Digest>> known(const QByteArray &body);
Result<QString> location(const QByteArray &body);
Result<CaseFold> fold(const QByteArray &body);
Result<EnrolledStation> station(const QByteArray &body);

} // namespace yichuang::wirereplies
