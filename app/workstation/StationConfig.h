#pragma once

#include "base/Id.h"
#include "base/Result.h"
#include "intake/StationFacts.h"

#include <QJsonArray>
#include <QList>
#include <QUrl>

namespace yichuang {

struct EnrolledStation;

// What this machine is: written once when it is enrolled, read at every start. Holds no secret and no
// person's data. Sizes and forms are checked; a file with an unknown key or value is refused.
struct StationConfig
{
    DeviceId device;
    QString siteCode;
    QString siteName;
    QString authorityName; // in whose name papers are given
    AdminLevel level = AdminLevel::County;
    QString region;  // six digits
    QString segment; // "W03", "C17": this machine's part of a case number
    QString window;  // "03"; empty at a village station
    QStringList windows;
    QUrl platformUrl;
    QByteArray platformKey; // Ed25519, 32 bytes; replies that it did not sign do not count
    QJsonArray devices;     // as devices/DeviceConfiguration.h reads it
    QString citizenHotline;
    bool demonstration = false; // marks every paper and the window title 示例

    bool operator==(const StationConfig &) const = default;
};

Result<StationConfig> parseStationConfig(const QByteArray &json);
QByteArray toJson(const StationConfig &config);

Result<StationConfig> readStationConfig(const QString &path);
Result<void> writeStationConfig(const QString &path, const StationConfig &config);

// What the flow must know of it.
StationFacts factsOf(const StationConfig &config);
// From what the platform said at the enrolment (WIRE.md, `Station`); without devices.
Result<StationConfig> stationConfigOf(const EnrolledStation &station, const QUrl &platform);

} // namespace yichuang
