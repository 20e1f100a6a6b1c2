#include "PrinterProfile.h"

#include "devices/DeviceErrors.h"
#include "devices/DeviceSettings.h"

namespace yichuang::escpos {

namespace {

constexpr int standardPort = 9100;

LineAddress::Kind kindOf(const QString &word)
{
    if (word == u"serial")
        return LineAddress::Kind::Serial;
    return word == u"file" ? LineAddress::Kind::File : LineAddress::Kind::Tcp;
}

Characters charactersOf(const QString &word)
{
    if (word == u"gb18030")
        return Characters::Gb18030;
    return word == u"picture" ? Characters::Picture : Characters::Gbk;
}

LineAddress readLine(DeviceSettings &read)
{
    static const QStringList lines{QStringLiteral("tcp"), QStringLiteral("serial"), QStringLiteral("file")};
    LineAddress line;
    line.kind = kindOf(read.word(QStringLiteral("line"), lines, lines.first()));
    line.host = read.text(QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    line.port = read.number(QStringLiteral("port"), 1, 65535, standardPort);
    line.path = read.text(QStringLiteral("path"), line.kind == LineAddress::Kind::Serial
                                                      ? QStringLiteral("/dev/ttyUSB0")
                                                      : QStringLiteral("/dev/usb/lp0"));
    line.baud = read.choice(QStringLiteral("baud"), {9600, 19200, 38400, 57600, 115200}, 115200);
    line.flowControl = read.flag(QStringLiteral("flowControl"), false);
    return line;
}

} // namespace

Result<PrinterProfile> profileFromSettings(const QJsonObject &settings)
{
    static const QStringList characters{QStringLiteral("gbk"), QStringLiteral("gb18030"),
                                        QStringLiteral("picture")};
    DeviceSettings read(settings);
    PrinterProfile profile;
    profile.line = readLine(read);
    profile.dots = read.choice(QStringLiteral("paper"), {58, 80}, 80) == 58 ? 384 : 576;
    profile.characters =
        charactersOf(read.word(QStringLiteral("characters"), characters, characters.first()));
    profile.answers = read.flag(QStringLiteral("answers"), true);
    profile.drawsCodes = read.flag(QStringLiteral("drawsCodes"), true);
    profile.cuts = read.flag(QStringLiteral("cuts"), true);
    if (const QString wrong = read.wrong(); !wrong.isEmpty())
        return deviceSettingsWrong(wrong);
    return profile;
}

} // namespace yichuang::escpos
