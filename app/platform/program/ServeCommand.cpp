#include "platform/http/HttpServer.h"
#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"
#include "platform/service/Workers.h"

#include <QCoreApplication>
#include <QFile>

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

int serve(const CommandLine &line)
{
    const QString data = line.settings.text("data");
    if (data.isEmpty())
        return failUsage(QStringLiteral("--data"));
    SystemClock clock;
    const auto ledger = ledgerOf(line, clock);
    if (!ledger)
        return fail(ledger.error());
    Workers workers(**ledger, clock, data, contract());
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
    const auto port = server.listen(line.settings.text("address"),
                                    static_cast<unsigned short>(line.settings.number("port")));
    if (!port)
        return fail(port.error());
    printJson({{QStringLiteral("listening"), *port}});
    server.run();
    return 0;
}

} // namespace

Command serveCommand()
{
    return {"serve", "", "serves the workstations until SIGTERM", {}, serve};
}

} // namespace yichuang
