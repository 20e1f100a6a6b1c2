#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"
#include "platform/program/Service.h"

#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <unistd.h>

namespace yichuang {

namespace {

QByteArray contract()
{
    for (const QString &path :
         {QCoreApplication::applicationDirPath() + QStringLiteral("/../share/yichuang/openapi.json"),
          QStringLiteral(YICHUANG_CONTRACT)}) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return "{}";
}

Service::Place placeOf(const Settings &settings)
{
    return {settings.text("data"),
            settings.text("address"),
            static_cast<unsigned short>(settings.number("port")),
            settings.text("metrics-address"),
            static_cast<unsigned short>(settings.number("metrics-port")),
            settings.number("disk-reserve-bytes")};
}

// Qt's own warnings, and those of the rooms behind, become lines of the log. Null gives them back to Qt.
std::weak_ptr<EventLog> &messagesLog()
{
    static std::weak_ptr<EventLog> log;
    return log;
}

void logMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    const auto log = messagesLog().lock();
    if (!log)
        return;
    const auto level = type == QtDebugMsg || type == QtInfoMsg ? EventLog::Level::Info
                       : type == QtWarningMsg                  ? EventLog::Level::Warning
                                                               : EventLog::Level::Error;
    log->write(level, "message", {{QStringLiteral("text"), text}});
    if (type == QtFatalMsg)
        log->flush();
}

int serveWith(const CommandLine &line, const HttpSetup &setup)
{
    SystemClock clock;
    const auto ledger = ledgerOf(line, clock);
    if (!ledger)
        return fail(ledger.error());
    Workers workers(**ledger, clock, line.settings.text("data"), contract());
    if (auto started = workers.start(); !started)
        return fail(started.error());
    Service service(workers, placeOf(line.settings), setup);
    const auto listening = service.listen();
    if (!listening)
        return fail(listening.error());
    printJson(*listening);
    if (service.run())
        return 0;
    // Somebody did not want to wait for what is under way. What was acknowledged is durable; the rest is sent
    // again.
    setup.log->flush();
    ::_exit(0);
}

int serve(const CommandLine &line)
{
    if (line.settings.text("data").isEmpty())
        return failUsage(QStringLiteral("--data"));
    const auto setup = serveSetup(line.settings);
    if (!setup)
        return fail(setup.error());
    if (line.has("check")) {
        printJson({{QStringLiteral("settings"), QStringLiteral("good")}});
        return 0;
    }
    messagesLog() = setup->log;
    qInstallMessageHandler(logMessage);
    const int code = serveWith(line, *setup);
    qInstallMessageHandler(nullptr);
    return code;
}

} // namespace

Command serveCommand()
{
    return {"serve",
            "",
            "serves the workstations until SIGTERM, and ends what is under way; a second one ends it at once",
            {{"check", "reads the settings and the certificate, and serves nothing", nullptr}},
            serve};
}

} // namespace yichuang
