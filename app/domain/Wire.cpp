#include "domain/Wire.h"

#include "domain/Text.h"

#include <QHash>

namespace yichuang::wire {

namespace {

// No I, O, 0 and 1: it is read over the telephone.
constexpr char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
constexpr qsizetype secretCharacters = 16;
constexpr qsizetype codeCharacterCount = 24;
constexpr qsizetype nonceCharacters = 32;
constexpr qsizetype mostHeaderBytes = 400;

// Five bits a character, from the first bit on.
QString inAlphabet(QByteArrayView bytes)
{
    QString text;
    int bits = 0;
    unsigned int rest = 0;
    for (const char byte : bytes) {
        rest = (rest << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(alphabet[(rest >> (bits - 5)) & 31]);
    }
    return text;
}

QString fingerprint(const QByteArray &platformKey)
{
    return inAlphabet(Digest::of(platformKey).bytes().first(5));
}

} // namespace

QByteArray signedRequest(const RequestText &request, const RequestProof &proof)
{
    return QByteArrayList{"yichuang-request-1",
                          request.method,
                          request.target,
                          proof.device.toString().toLatin1(),
                          QByteArray::number(proof.time),
                          proof.nonce,
                          Digest::of(request.body).toHex().toLatin1()}
        .join('\n');
}

QByteArray signedReply(const ReplyText &reply)
{
    return QByteArrayList{
        "yichuang-reply-1", QByteArray::number(reply.status),         reply.nonce, reply.epoch, reply.time,
        reply.uploadOffset, Digest::of(reply.body).toHex().toLatin1()}
        .join('\n');
}

QByteArray toHeader(const RequestProof &proof)
{
    return "Yichuang device=" + proof.device.toString().toLatin1() +
           ",time=" + QByteArray::number(proof.time) + ",nonce=" + proof.nonce +
           ",signature=" + proof.signature.toBase64();
}

Result<RequestProof> fromHeader(const QByteArray &header)
{
    QHash<QByteArray, QByteArray> parts;
    if (header.startsWith("Yichuang ") && header.size() <= mostHeaderBytes) {
        for (const QByteArray &part : header.mid(9).split(',')) {
            const qsizetype equals = part.indexOf('=');
            parts.insert(part.left(equals), part.mid(equals + 1));
        }
    }
    RequestProof proof;
    bool isNumber = false;
    proof.time = parts.value("time").toLongLong(&isNumber);
    proof.nonce = parts.value("nonce");
    const auto signature =
        QByteArray::fromBase64Encoding(parts.value("signature"), QByteArray::AbortOnBase64DecodingErrors);
    proof.signature = signature.decoded;
    const QByteArray device = parts.value("device");
    proof.device = DeviceId::fromString(QString::fromLatin1(device));
    const bool whole = parts.size() == 4 && isNumber && proof.nonce.size() == nonceCharacters &&
                       QByteArray::fromHex(proof.nonce).toHex() == proof.nonce &&
                       signature.decodingStatus == QByteArray::Base64DecodingStatus::Ok &&
                       proof.signature.size() == 64 && proof.device.toString().toLatin1() == device;
    if (!whole)
        return raise(ErrorCode::ProofMalformed);
    return proof;
}

QString enrolmentCode(const QByteArray &secret, const QByteArray &platformKey)
{
    QString code = inAlphabet(secret.first(10)) + fingerprint(platformKey);
    for (qsizetype at = codeCharacterCount - 4; at > 0; at -= 4)
        code.insert(at, QLatin1Char('-'));
    return code;
}

QString tidiedCode(const QString &typed)
{
    QString code = codeCharacters(typed).remove(QLatin1Char('-'));
    const QLatin1String letters(alphabet);
    const bool whole =
        code.size() == codeCharacterCount &&
        std::all_of(code.begin(), code.end(), [&](QChar letter) { return letters.contains(letter); });
    return whole ? code : QString();
}

bool provesKey(const QString &code, const QByteArray &platformKey)
{
    const QString tidied = tidiedCode(code);
    return !tidied.isEmpty() && tidied.sliced(secretCharacters) == fingerprint(platformKey);
}

} // namespace yichuang::wire
