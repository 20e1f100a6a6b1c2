#include "platform/program/ServeSettings.h"

#include <unistd.h>

namespace yichuang {

namespace {

std::chrono::milliseconds secondsOf(const Settings &settings, const char *name)
{
    return std::chrono::seconds(settings.number(name));
}

int countOf(const Settings &settings, const char *name)
{
    return static_cast<int>(settings.number(name));
}

HttpLimits limitsOf(const Settings &settings)
{
    HttpLimits limits;
    limits.handshakeTime = secondsOf(settings, "handshake-seconds");
    limits.headerTime = secondsOf(settings, "header-seconds");
    limits.idleTime = secondsOf(settings, "idle-seconds");
    limits.budgetWait = secondsOf(settings, "body-wait-seconds");
    limits.answerTime = secondsOf(settings, "answer-seconds");
    limits.grace = secondsOf(settings, "grace-seconds");
    limits.floorRate = settings.number("floor-bytes-per-second");
    limits.headerBytes = static_cast<quint32>(settings.number("header-bytes"));
    limits.bodyBytes = settings.number("body-bytes");
    limits.pushBytes = settings.number("push-bytes");
    limits.pieceBytes = settings.number("piece-bytes");
    limits.budgetBytes = settings.number("bodies-bytes");
    limits.addressBudgetBytes = settings.number("bodies-bytes-per-address");
    limits.connections = countOf(settings, "connections");
    limits.addressConnections = countOf(settings, "connections-per-address");
    limits.requestsOfConnection = countOf(settings, "requests-per-connection");
    for (const QString &proxy : settings.text("proxies").split(QLatin1Char(','), Qt::SkipEmptyParts))
        limits.proxies.insert(proxy.trimmed().toLatin1());
    return limits;
}

std::array<LaneBounds, laneCount> lanesOf(const Settings &settings)
{
    return {LaneBounds{countOf(settings, "interactive-at-once"), 0, countOf(settings, "interactive-waiting")},
            LaneBounds{countOf(settings, "pushes-at-once"), settings.number("pushes-bytes-at-once"),
                       countOf(settings, "pushes-waiting")},
            LaneBounds{countOf(settings, "pages-at-once"), 0, countOf(settings, "pages-waiting")}};
}

std::optional<EventLog::Level> levelOf(const QString &name)
{
    const auto place = QStringList{QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warning"),
                                   QStringLiteral("error")}
                           .indexOf(name);
    return place < 0 ? std::nullopt : std::optional(static_cast<EventLog::Level>(place));
}

} // namespace

Result<HttpSetup> serveSetup(const Settings &settings)
{
    const auto level = levelOf(settings.text("log-level"));
    if (!level)
        return settingWrong(QStringLiteral("log-level"));
    const QString certificate = settings.text("tls-certificate");
    const QString key = settings.text("tls-key");
    if (certificate.isEmpty() != key.isEmpty())
        return settingWrong(key.isEmpty() ? QStringLiteral("tls-key") : QStringLiteral("tls-certificate"));
    HttpSetup setup;
    setup.limits = limitsOf(settings);
    setup.lanes = lanesOf(settings);
    setup.stopTime = secondsOf(settings, "stop-seconds");
    if (!certificate.isEmpty()) {
        setup.tls = std::make_shared<TlsContext>(certificate, key);
        if (auto loaded = setup.tls->load(); !loaded)
            return passOn(loaded);
    }
    setup.log = std::make_shared<EventLog>(STDERR_FILENO, *level);
    return setup;
}

} // namespace yichuang
