#include "SimulatedReader.h"

#include "peers/support/ControlSocket.h"
#include "peers/support/PeerEnd.h"
#include "peers/support/PeerLines.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

namespace {

using namespace peer;

int fail(const QString &why)
{
    QTextStream(stderr) << why << Qt::endl;
    return 2;
}

int list()
{
    QTextStream out(stdout);
    for (const Card &card : cards())
        out << card.key.leftJustified(12) << card.what << Qt::endl;
    return 0;
}

int sendWords(const QStringList &words)
{
    if (words.size() < 2)
        return fail(QStringLiteral("--send needs a socket and a command"));
    const QString answer = ControlSocket::send(words.first(), words.mid(1).join(u' '));
    QTextStream(stdout) << answer << Qt::endl;
    return answer.isEmpty() || answer == u"unknown" ? 1 : 0;
}

int serve(const QString &tcpPort, const QString &ptyName, const QString &controlPath)
{
    if (tcpPort.isEmpty() == ptyName.isEmpty())
        return fail(QStringLiteral("either --tcp or --pty"));
    SimulatedReader reader;
    TcpLine tcp(reader);
    PtyLine pty(reader);
    ControlSocket control(reader);
    if (!tcpPort.isEmpty() ? !tcp.listen(tcpPort.toUShort()) : !pty.open(ptyName))
        return fail(QStringLiteral("the line cannot be opened"));
    if (!controlPath.isEmpty() && !control.listen(controlPath))
        return fail(QStringLiteral("the control socket cannot be opened"));
    QTextStream(stdout) << (ptyName.isEmpty() ? QStringLiteral("ready tcp %1").arg(tcp.port())
                                              : QStringLiteral("ready pty %1").arg(ptyName))
                        << Qt::endl;
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const auto ending = endOnSignal();
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("A reader of identity cards made of software.\n"
                       "  --send SOCKET place NAME | remove | fault KIND [N] | ok | state"));
    parser.addHelpOption();
    const auto value = [&parser](const char *name, const char *what) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1("value")});
    };
    value("tcp", "the port to listen on; 0 for any");
    value("pty", "the name to give a pseudo-terminal");
    value("control", "the socket that takes commands");
    parser.addOption({QStringLiteral("list"), QStringLiteral("name the persons whose cards there are")});
    parser.addOption({QStringLiteral("send"), QStringLiteral("send a command: SOCKET WORDS…")});
    parser.addPositionalArgument(QStringLiteral("words"), QString());
    parser.process(app);
    if (parser.isSet(QStringLiteral("list")))
        return list();
    if (parser.isSet(QStringLiteral("send")))
        return sendWords(parser.positionalArguments());
    return serve(parser.value(QStringLiteral("tcp")), parser.value(QStringLiteral("pty")),
                 parser.value(QStringLiteral("control")));
}
