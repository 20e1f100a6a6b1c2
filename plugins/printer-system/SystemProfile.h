#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QPair>

namespace yichuang::systemprinter {

// Where papers go: one of the three.
struct SystemProfile
{
    QString queue;                                // of the CUPS that serves this machine
    QString uri;                                  // ipp://… or ipps://…
    QString folder;                               // an absolute path
    QList<QPair<QByteArray, QByteArray>> options; // job template attributes, such as sides
    bool operator==(const SystemProfile &) const = default;
};

// DeviceSettingsWrong names the setting that does not fit.
Result<SystemProfile> profileFromSettings(QJsonObject settings);

} // namespace yichuang::systemprinter
