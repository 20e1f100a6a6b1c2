#include "workstation/StationConfig.h"

#include "catalog/Words.h"
#include "sync/HttpPlatformClient.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace yichuang {

namespace {

constexpr qsizetype maximumBytes = 256LL * 1024;
constexpr int maximumText = 120;
constexpr int maximumWindows = 64;

const QStringList knownKeys{
    QStringLiteral("device"),      QStringLiteral("siteCode"),      QStringLiteral("siteName"),
    QStringLiteral("authority"),   QStringLiteral("level"),         QStringLiteral("region"),
    QStringLiteral("segment"),     QStringLiteral("window"),        QStringLiteral("windows"),
    QStringLiteral("platformUrl"), QStringLiteral("platformKey"),   QStringLiteral("devices"),
    QStringLiteral("hotline"),     QStringLiteral("demonstration"),
};

// What is longer than any key is no name of one.
tl::unexpected<Error> malformed(const QString &key)
{
    return raise(ErrorCode::StationConfigMalformed, key.left(maximumText));
}

// Reads texts one after another and remembers the first that did not fit.
class Reader
{
public:
    explicit Reader(const QJsonObject &object)
        : m_object(object)
    {}

    QString text(QLatin1String key, bool mayBeEmpty = false)
    {
        const QJsonValue value = m_object.value(key);
        if (!value.isString() || value.toString().size() > maximumText ||
            (value.toString().isEmpty() && !mayBeEmpty))
            refuse(key);
        return value.toString();
    }

    QJsonArray array(QLatin1String key)
    {
        require(key, m_object.value(key).isArray());
        return m_object.value(key).toArray();
    }

    bool truth(QLatin1String key)
    {
        require(key, m_object.value(key).isBool());
        return m_object.value(key).toBool();
    }

    void require(QLatin1String key, bool check)
    {
        if (!check)
            refuse(key);
    }

    const QString &refused() const { return m_refused; }

private:
    void refuse(QLatin1String key)
    {
        if (m_refused.isEmpty())
            m_refused = key;
    }

    const QJsonObject &m_object;
    QString m_refused;
};

bool isDigits(const QString &text, qsizetype count)
{
    return text.size() == count &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void readSite(Reader &reader, StationConfig &config)
{
    config.device = DeviceId::fromString(reader.text(QLatin1String("device")));
    reader.require(QLatin1String("device"), !config.device.isNull());
    config.siteCode = reader.text(QLatin1String("siteCode"));
    config.siteName = reader.text(QLatin1String("siteName"));
    config.authorityName = reader.text(QLatin1String("authority"));
    const auto level = words::adminLevel(reader.text(QLatin1String("level")));
    reader.require(QLatin1String("level"), level.has_value());
    config.level = level.value_or(AdminLevel::County);
    config.region = reader.text(QLatin1String("region"));
    reader.require(QLatin1String("region"), isDigits(config.region, 6));
    config.segment = reader.text(QLatin1String("segment"));
    config.window = reader.text(QLatin1String("window"), true);
    config.citizenHotline = reader.text(QLatin1String("hotline"), true);
    const QJsonArray windows = reader.array(QLatin1String("windows"));
    reader.require(QLatin1String("windows"), windows.size() <= maximumWindows);
    for (const QJsonValue &window : windows) {
        reader.require(QLatin1String("windows"),
                       window.isString() && window.toString().size() <= maximumText);
        config.windows.append(window.toString());
    }
}

void readPlatform(Reader &reader, StationConfig &config)
{
    config.platformUrl = QUrl(reader.text(QLatin1String("platformUrl")), QUrl::StrictMode);
    const QString scheme = config.platformUrl.scheme();
    reader.require(QLatin1String("platformUrl"),
                   (scheme == QLatin1String("http") || scheme == QLatin1String("https")) &&
                       !config.platformUrl.host().isEmpty());
    // fromHex passes over what is no digit: only what it would write itself is a key.
    const QByteArray hex = reader.text(QLatin1String("platformKey")).toLatin1();
    config.platformKey = QByteArray::fromHex(hex);
    reader.require(QLatin1String("platformKey"),
                   config.platformKey.size() == 32 && config.platformKey.toHex() == hex);
    config.devices = reader.array(QLatin1String("devices"));
    config.demonstration = reader.truth(QLatin1String("demonstration"));
}

} // namespace

Result<StationConfig> parseStationConfig(const QByteArray &json)
{
    if (json.size() > maximumBytes)
        return malformed(QStringLiteral("size"));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QStringList keys = object.keys();
    const auto unknown =
        std::find_if(keys.begin(), keys.end(), [](const QString &key) { return !knownKeys.contains(key); });
    if (unknown != keys.end())
        return malformed(*unknown);
    StationConfig config;
    Reader reader(object);
    readSite(reader, config);
    readPlatform(reader, config);
    if (!reader.refused().isEmpty())
        return malformed(reader.refused());
    return config;
}

QByteArray toJson(const StationConfig &config)
{
    const QJsonObject object{
        {QStringLiteral("device"), config.device.toString()},
        {QStringLiteral("siteCode"), config.siteCode},
        {QStringLiteral("siteName"), config.siteName},
        {QStringLiteral("authority"), config.authorityName},
        {QStringLiteral("level"), toString(config.level)},
        {QStringLiteral("region"), config.region},
        {QStringLiteral("segment"), config.segment},
        {QStringLiteral("window"), config.window},
        {QStringLiteral("windows"), QJsonArray::fromStringList(config.windows)},
        {QStringLiteral("platformUrl"), config.platformUrl.toString()},
        {QStringLiteral("platformKey"), QString::fromLatin1(config.platformKey.toHex())},
        {QStringLiteral("devices"), config.devices},
        {QStringLiteral("hotline"), config.citizenHotline},
        {QStringLiteral("demonstration"), config.demonstration},
    };
    return QJsonDocument(object).toJson();
}

Result<StationConfig> readStationConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return raise(ErrorCode::StationConfigUnreadable, file.errorString());
    return parseStationConfig(file.read(maximumBytes + 1));
}

Result<void> writeStationConfig(const QString &path, const StationConfig &config)
{
    QSaveFile file(path);
    const QByteArray json = toJson(config);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return raise(ErrorCode::StationConfigUnwritable, file.errorString());
    return {};
}

StationFacts factsOf(const StationConfig &config)
{
    return {config.device, config.siteCode, config.siteName, config.authorityName,  config.level,
            config.region, config.segment,  config.window,   config.citizenHotline, config.demonstration};
}

Result<StationConfig> stationConfigOf(const EnrolledStation &station, const QUrl &platform)
{
    const auto text = [&station](const char *key) { return station.description.value(QLatin1String(key)); };
    const QJsonObject object{
        {QStringLiteral("device"), station.device.toString()},
        {QStringLiteral("siteCode"), text("siteCode")},
        {QStringLiteral("siteName"), text("siteName")},
        {QStringLiteral("authority"), text("authorityName")},
        {QStringLiteral("level"), text("level")},
        {QStringLiteral("region"), text("region")},
        {QStringLiteral("segment"), text("segment")},
        {QStringLiteral("window"), text("window")},
        {QStringLiteral("windows"), text("windows")},
        {QStringLiteral("platformUrl"), platform.toString()},
        {QStringLiteral("platformKey"), QString::fromLatin1(station.platformKey.toHex())},
        {QStringLiteral("hotline"), text("hotline")},
        {QStringLiteral("devices"), QJsonArray()},
        {QStringLiteral("demonstration"), false},
    };
    return parseStationConfig(QJsonDocument(object).toJson());
}

} // namespace yichuang
