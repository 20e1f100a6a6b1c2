#pragma once

#include "base/Result.h"
#include "devices/DeviceTypes.h"

#include <QJsonObject>

namespace yichuang {

// The values of DeviceTypes.h as the protocol carries them (PROTOCOL.md). Reading is strict: a value that is
// missing, of another kind or too long is DeviceMessageMalformed.
QJsonObject toJson(const IdCard &card); // without the photo, which is the message's body
Result<IdCard> idCardFromJson(const QJsonObject &json, const QByteArray &photo);

QJsonObject toJson(const ScanSettings &settings);
Result<ScanSettings> scanSettingsFromJson(const QJsonObject &json);

QJsonObject toJson(const DeviceCondition &condition);
Result<DeviceCondition> deviceConditionFromJson(const QJsonObject &json);

QString nameOf(PrintProof proof);
Result<PrintProof> printProofNamed(const QString &name);

} // namespace yichuang
