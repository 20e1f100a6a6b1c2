#pragma once

#include "base/Digest.h"
#include "base/Id.h"
#include "base/Result.h"

#include <QByteArray>

namespace yichuang::wire {

// The byte strings that the two sides of the wire sign (resources/api/WIRE.md, 'Who speaks').
inline constexpr qint64 mostClockDifference = 10 * 60 * 1000; // ms

struct RequestProof
{
    DeviceId device;  // null for an enrolment
    qint64 time = 0;  // Unix milliseconds
    QByteArray nonce; // 32 hexadecimal characters
    QByteArray signature;
};

struct RequestText
{
    QByteArray method;
    QByteArray target; // path and query as sent
    QByteArray body;   // as sent
};
QByteArray signedRequest(const RequestText &request, const RequestProof &proof);

struct ReplyText
{
    int status = 0;
    QByteArray nonce;
    QByteArray epoch;
    QByteArray time;
    QByteArray uploadOffset;
    QByteArray body; // as sent
};
QByteArray signedReply(const ReplyText &reply);

// The header's value, and back; strict.
QByteArray toHeader(const RequestProof &proof);
Result<RequestProof> fromHeader(const QByteArray &header);

// The enrolment code: 16 characters of secret, then 8 that prove the platform's key.
QString enrolmentCode(const QByteArray &secret /* 10 bytes */, const QByteArray &platformKey);
// Capital, without dashes and blanks; empty where it is no code.
QString tidiedCode(const QString &typed);
bool provesKey(const QString &code, const QByteArray &platformKey);

} // namespace yichuang::wire
