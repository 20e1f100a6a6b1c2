#pragma once

#include "base/Clock.h"
#include "base/Id.h"
#include "base/Result.h"
#include "base/Secret.h"

#include <QJsonObject>

#include <optional>

namespace yichuang {

// What makes one platform that platform: the seed of its key, and the epoch of its data.
struct PlatformIdentity
{
    Secret seed; // 32 bytes
    QByteArray epoch;

    static PlatformIdentity make(const Clock &clock);
};

// A code for one workstation, of which the database keeps only the hash.
struct Invitation
{
    QString code;
    QString codeHash;
    QString station; // JSON

    static Invitation make(const QJsonObject &station, const QByteArray &platformKey);
    static QString hashOf(const QString &code);
};

// An invitation as the database has it.
struct OpenInvitation
{
    QByteArray station;
    QString device;       // empty where nobody has used it
    QByteArray publicKey; // of that device
};

// Pure: true where the key makes a new workstation, whose id is then set; false where this key has used the
// code already. EnrolmentCodeUnknown, EnrolmentCodeUsed.
Result<bool> takeUp(std::optional<OpenInvitation> &invitation, const QByteArray &publicKey,
                    const Clock &clock);

// DeviceUnknown.
tl::unexpected<Error> unknownDevice(const DeviceId &id);

} // namespace yichuang
