#include "platform/ledger/Invitation.h"

#include "base/Digest.h"
#include "base/Random.h"
#include "domain/Wire.h"

#include <QJsonDocument>

namespace yichuang {

PlatformIdentity PlatformIdentity::make(const Clock &clock)
{
    SystemRandom random;
    return {Secret::random(32), makeUuid7(clock, random).toString(QUuid::WithoutBraces).toLatin1()};
}

Invitation Invitation::make(const QJsonObject &station, const QByteArray &platformKey)
{
    SystemRandom random;
    const QString code = wire::enrolmentCode(random.bytes(10), platformKey);
    return {code, hashOf(code), QString::fromUtf8(QJsonDocument(station).toJson(QJsonDocument::Compact))};
}

QString Invitation::hashOf(const QString &code)
{
    return Digest::of(wire::tidiedCode(code).toLatin1()).toHex();
}

Result<bool> takeUp(std::optional<OpenInvitation> &invitation, const QByteArray &publicKey,
                    const Clock &clock)
{
    if (!invitation)
        return raise(ErrorCode::EnrolmentCodeUnknown);
    if (invitation->device.isEmpty()) {
        SystemRandom random;
        invitation->device = makeUuid7(clock, random).toString(QUuid::WithoutBraces);
        return true;
    }
    if (invitation->publicKey != publicKey)
        return raise(ErrorCode::EnrolmentCodeUsed);
    return false;
}

tl::unexpected<Error> unknownDevice(const DeviceId &id)
{
    return raise(ErrorCode::DeviceUnknown, id.toString());
}

} // namespace yichuang
