#include "ReaderProfile.h"

#include "devices/DeviceErrors.h"
#include "devices/DeviceSettings.h"

namespace yichuang::sdt {

namespace {

constexpr int usualPort = 4001; // the first serial port of most serial servers
constexpr int usualBaud = 115200;

} // namespace

Result<ReaderProfile> profileFromSettings(const QJsonObject &settings)
{
    static const QStringList lines{QStringLiteral("serial"), QStringLiteral("tcp")};
    DeviceSettings read(settings);
    ReaderProfile profile;
    profile.line.kind = read.word(QStringLiteral("line"), lines, lines.first()) == u"tcp"
                            ? LineAddress::Kind::Tcp
                            : LineAddress::Kind::Serial;
    profile.line.host = read.text(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    profile.line.port = read.number(QStringLiteral("port"), 1, 65535, usualPort);
    profile.line.path = read.text(QStringLiteral("path"), QStringLiteral("/dev/ttyUSB0"));
    profile.line.baud = read.choice(QStringLiteral("baud"), {9600, 19200, 38400, 57600, 115200}, usualBaud);
    profile.extraAddress = read.flag(QStringLiteral("extraAddress"), true);
    if (const QString wrong = read.wrong(); !wrong.isEmpty())
        return deviceSettingsWrong(wrong);
    return profile;
}

} // namespace yichuang::sdt
