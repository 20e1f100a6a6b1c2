#include "platform/http/HttpServer.h"
#include "platform/service/Workers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <sys/stat.h>

#include <cstdio>

using namespace yichuang;

namespace {

void printJson(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(logText(error)));
    return 1;
}

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

int serve(const QCommandLineParser &options, const QString &data)
{
    SystemClock clock;
    Workers workers(clock, data, contract());
    if (auto started = workers.start(); !started)
        return fail(started.error());
    HttpServer server([&](ApiRequest request, HttpServer::Answer answer) {
        auto sealed = [&workers, request, answer](ApiReply reply) {
            workers.seal(request, reply);
            answer(std::move(reply));
        };
        if (!workers.submit(request, sealed))
            sealed(refusal(503, "busy"));
    });
    const auto port =
        server.listen(options.value(QStringLiteral("address")),
                      static_cast<unsigned short>(options.value(QStringLiteral("port")).toUShort()));
    if (!port)
        return fail(port.error());
    printJson({{QStringLiteral("listening"), *port}});
    server.run();
    return 0;
}

QJsonObject stationOf(const QCommandLineParser &options)
{
    QJsonObject station;
    const std::pair<const char *, const char *> keys[] = {
        {"site", "siteCode"}, {"name", "siteName"},   {"authority", "authorityName"}, {"level", "level"},
        {"region", "region"}, {"segment", "segment"}, {"window", "window"},           {"hotline", "hotline"}};
    for (const auto &[option, key] : keys)
        station.insert(QLatin1String(key), options.value(QLatin1String(option)));
    station.insert(QStringLiteral("windows"),
                   QJsonArray::fromStringList(
                       options.value(QStringLiteral("windows")).split(QLatin1Char(','), Qt::SkipEmptyParts)));
    return station;
}

int onLedger(const QString &command, const QCommandLineParser &options, const QString &data)
{
    SystemClock clock;
    Ledger ledger(clock, data);
    if (auto opened = ledger.open(); !opened)
        return fail(opened.error());
    Result<QJsonObject> result = QJsonObject{{QStringLiteral("epoch"), QString::fromLatin1(ledger.epoch())}};
    if (command == QLatin1String("enrol")) {
        result = ledger.invite(stationOf(options)).map([](const QString &code) {
            return QJsonObject{{QStringLiteral("code"), code}};
        });
    } else if (command == QLatin1String("revoke")) {
        const DeviceId device = DeviceId::fromString(options.value(QStringLiteral("device")));
        result = ledger.revoke(device).map(
            [&] { return QJsonObject{{QStringLiteral("revoked"), device.toString()}}; });
    } else if (command == QLatin1String("status")) {
        result = ledger.summary();
    } else if (command == QLatin1String("verify-log")) {
        result = ledger.verify();
    } else if (command == QLatin1String("backup")) {
        const QString target = options.positionalArguments().value(1);
        result = ledger.backup(target).map([&] { return QJsonObject{{QStringLiteral("backup"), target}}; });
    }
    if (!result)
        return fail(result.error());
    printJson(*result);
    return result->value(QLatin1String("broken")).toArray().isEmpty() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    ::umask(077); // its files hold persons' data
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yichuang-platform"));
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "The central platform. Commands: init, serve, enrol, revoke, status, verify-log, backup FILE"));
    options.addHelpOption();
    options.addPositionalArgument(QStringLiteral("command"), QStringLiteral("what to do"));
    const std::tuple<const char *, const char *, const char *> known[] = {
        {"data", "the platform's folder", ""},
        {"port", "serve: the port, 0 for a free one", "0"},
        {"address", "serve: where to listen", "127.0.0.1"},
        {"device", "revoke: the workstation", ""},
        {"site", "enrol: the site's code", ""},
        {"name", "enrol: the site's full name", ""},
        {"authority", "enrol: in whose name papers are given", ""},
        {"level", "enrol: city, county, township or village", "county"},
        {"region", "enrol: six digits", ""},
        {"segment", "enrol: the workstation's part of a case number", ""},
        {"window", "enrol: its window", ""},
        {"windows", "enrol: the site's windows, with commas", ""},
        {"hotline", "enrol: the citizens' telephone", ""},
    };
    for (const auto &[name, text, value] : known)
        options.addOption(
            {QLatin1String(name), QLatin1String(text), QLatin1String(name), QLatin1String(value)});
    options.process(application);
    const QString command = options.positionalArguments().value(0);
    const QStringList commands{QStringLiteral("init"),   QStringLiteral("serve"),
                               QStringLiteral("enrol"),  QStringLiteral("revoke"),
                               QStringLiteral("status"), QStringLiteral("verify-log"),
                               QStringLiteral("backup")};
    QString data = options.value(QStringLiteral("data"));
    if (data.isEmpty() && command == QLatin1String("init"))
        data = options.positionalArguments().value(1);
    if (!commands.contains(command) || data.isEmpty())
        return fail(raise(ErrorCode::PlatformArgumentsWrong, command).value());
    return command == QLatin1String("serve") ? serve(options, data) : onLedger(command, options, data);
}
