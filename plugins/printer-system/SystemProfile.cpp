#include "SystemProfile.h"

#include "devices/DeviceErrors.h"
#include "devices/DeviceSettings.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace yichuang::systemprinter {

namespace {

constexpr int longestPath = 400;
constexpr int longestValue = 200;
constexpr int mostOptions = 20;

bool readOptions(const QJsonValue &json, QList<QPair<QByteArray, QByteArray>> &options)
{
    static const QRegularExpression word(QStringLiteral("\\A[a-z0-9-]{1,64}\\z"));
    const QJsonObject object = json.toObject();
    if ((!json.isUndefined() && !json.isObject()) || object.size() > mostOptions)
        return false;
    for (auto each = object.begin(); each != object.end(); ++each) {
        const QString value = each.value().toString();
        if (!word.match(each.key()).hasMatch() || value.isEmpty() || value.size() > longestValue)
            return false;
        options.append({each.key().toLatin1(), value.toUtf8()});
    }
    return true;
}

// What does not fit; empty where the profile can be used.
QString wrongIn(const SystemProfile &profile)
{
    static const QRegularExpression queue(QStringLiteral("\\A[^\\s/?#'\"\\\\<>&|@%]{1,127}\\z"));
    static const QRegularExpression uri(QStringLiteral("\\Aipps?://[^\\s@]+\\z"));
    const QStringList given{profile.queue, profile.uri, profile.folder};
    if (std::count(given.begin(), given.end(), QString()) != 2)
        return QStringLiteral("one of queue, uri, folder");
    if (!profile.queue.isEmpty() && !queue.match(profile.queue).hasMatch())
        return QStringLiteral("queue");
    if (!profile.uri.isEmpty() && !uri.match(profile.uri).hasMatch())
        return QStringLiteral("uri");
    return profile.folder.isEmpty() || QDir::isAbsolutePath(profile.folder) ? QString()
                                                                            : QStringLiteral("folder");
}

} // namespace

Result<SystemProfile> profileFromSettings(QJsonObject settings)
{
    SystemProfile profile;
    const bool optionsFit = readOptions(settings.take(QStringLiteral("options")), profile.options);
    DeviceSettings read(settings);
    profile.queue = read.text(QStringLiteral("queue"), {}, longestPath);
    profile.uri = read.text(QStringLiteral("uri"), {}, longestPath);
    profile.folder = read.text(QStringLiteral("folder"), {}, longestPath);
    QString wrong = optionsFit ? read.wrong() : QStringLiteral("options");
    if (wrong.isEmpty())
        wrong = wrongIn(profile);
    if (!wrong.isEmpty())
        return deviceSettingsWrong(wrong);
    return profile;
}

} // namespace yichuang::systemprinter
