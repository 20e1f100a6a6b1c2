#include "SimulatedPrinter.h"

#include "peers/support/ControlSocket.h"
#include "peers/support/PeerEnd.h"
#include "peers/support/PeerLines.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QTextStream>

#ifdef PEER_WINDOW
#include "PaperWindow.h"

#include <QApplication>
#endif

#include <algorithm>

namespace {

using namespace peer;

struct Options
{
    QString tcp;
    QString pty;
    QString control;
    QString output;
    int dots = 576;
    bool window = false;
    bool send = false;
    QStringList words;
};

int fail(const QString &why)
{
    QTextStream(stderr) << why << Qt::endl;
    return 2;
}

Options read(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A receipt printer made of software.\n"
                                                    "  --send SOCKET STATE…  tells one that runs how it is"));
    parser.addHelpOption();
    const auto value = [&parser](const char *name, const char *what) {
        parser.addOption(
            {QString::fromLatin1(name), QString::fromLatin1(what), QString::fromLatin1("value")});
    };
    value("tcp", "the port to listen on; 0 for any");
    value("pty", "the name to give a pseudo-terminal");
    value("control", "the socket that takes commands");
    value("output", "the folder for slips");
    value("paper", "58 or 80");
    parser.addOption({QStringLiteral("window"), QStringLiteral("show the last slip")});
    parser.addOption({QStringLiteral("send"), QStringLiteral("send a command: SOCKET WORDS…")});
    parser.addPositionalArgument(QStringLiteral("words"), QString());
    parser.process(arguments);
    return {parser.value(QStringLiteral("tcp")),
            parser.value(QStringLiteral("pty")),
            parser.value(QStringLiteral("control")),
            parser.value(QStringLiteral("output")),
            parser.value(QStringLiteral("paper")) == u"58" ? 384 : 576,
            parser.isSet(QStringLiteral("window")),
            parser.isSet(QStringLiteral("send")),
            parser.positionalArguments()};
}

int sendWords(const QStringList &words)
{
    if (words.size() < 2)
        return fail(QStringLiteral("--send needs a socket and a command"));
    const QString answer = ControlSocket::send(words.first(), words.mid(1).join(u' '));
    QTextStream(stdout) << answer << Qt::endl;
    return answer.isEmpty() || answer == u"unknown" ? 1 : 0;
}

int serve(const Options &options)
{
    if (options.output.isEmpty() || !QDir().mkpath(options.output))
        return fail(QStringLiteral("--output needs a folder"));
    if (options.tcp.isEmpty() == options.pty.isEmpty())
        return fail(QStringLiteral("either --tcp or --pty"));
    SimulatedPrinter printer(options.dots, options.output);
    TcpLine tcp(printer);
    PtyLine pty(printer);
    ControlSocket control(printer);
    if (!options.tcp.isEmpty() ? !tcp.listen(options.tcp.toUShort()) : !pty.open(options.pty))
        return fail(QStringLiteral("the line cannot be opened"));
    if (!options.control.isEmpty() && !control.listen(options.control))
        return fail(QStringLiteral("the control socket cannot be opened"));
#ifdef PEER_WINDOW
    const auto window = options.window ? std::make_unique<PaperWindow>(printer) : nullptr;
    if (window)
        static_cast<QWidget &>(*window).show();
#endif
    QTextStream(stdout) << (options.pty.isEmpty() ? QStringLiteral("ready tcp %1").arg(tcp.port())
                                                  : QStringLiteral("ready pty %1").arg(options.pty))
                        << Qt::endl;
    return QCoreApplication::exec();
}

std::unique_ptr<QCoreApplication> application(int &argc, char **argv)
{
    const auto given = [&](const char *name) {
        return std::any_of(argv, argv + argc, [name](const char *each) { return qstrcmp(each, name) == 0; });
    };
    if (given("--send"))
        return std::make_unique<QCoreApplication>(argc, argv);
#ifdef PEER_WINDOW
    if (given("--window"))
        return std::make_unique<QApplication>(argc, argv);
#endif
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the slips are drawn without a display
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    const auto app = application(argc, argv);
    const auto ending = endOnSignal();
    const Options options = read(QCoreApplication::arguments());
    return options.send ? sendWords(options.words) : serve(options);
}
