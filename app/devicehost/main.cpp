#include "DeviceCalls.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QPluginLoader>
#include <QRegularExpression>
#include <QThread>

#include <condition_variable>
#include <csignal>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <sys/prctl.h>
#include <unistd.h>

using namespace yichuang;

namespace {

// What the client asked and is not done yet; the reading thread puts in, the calling thread takes out.
class CallQueue
{
public:
    void put(std::optional<DeviceMessage> message) // nothing: the client is gone
    {
        {
            const std::lock_guard lock(m_mutex);
            m_messages.push_back(std::move(message));
        }
        m_ready.notify_one();
    }
    std::optional<DeviceMessage> take()
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [this] { return !m_messages.empty(); });
        auto message = std::move(m_messages.front());
        m_messages.pop_front();
        return message;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_ready;
    std::deque<std::optional<DeviceMessage>> m_messages;
};

Result<DevicePlugin *> loadPlugin(QPluginLoader &loader, const QString &name)
{
    static const QRegularExpression word(QStringLiteral("\\A[a-z0-9-]{1,48}\\z"));
    auto *plugin = word.match(name).hasMatch() ? qobject_cast<DevicePlugin *>(loader.instance()) : nullptr;
    if (!plugin)
        return raise(ErrorCode::DevicePluginMissing, loader.errorString().left(300));
    return plugin;
}

// A driver may print to the standard output: the line to the client is moved out of its way.
int takeOutput()
{
    const int line = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(STDERR_FILENO, STDOUT_FILENO);
    return line;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments << QString::fromLocal8Bit(argv[index]);
    return arguments;
}

int serve(HostLink &link, DevicePlugin &plugin, const QString &name)
{
    if (!link.send({{{QStringLiteral("hello"), 1},
                     {QStringLiteral("plugin"), name},
                     {QStringLiteral("kind"), nameOf(plugin.kind())}},
                    {}}))
        return 1;
    DeviceCalls calls(link, plugin);
    CallQueue queue;
    QThread *reading = QThread::create([&] {
        while (auto message = link.receive()) {
            if (message->header.value(QLatin1String("do")) == QLatin1String("stop"))
                calls.stop(message->header.value(QLatin1String("id")).toInteger());
            else
                queue.put(std::move(message));
        }
        // Nobody is there to hear an answer, and a driver may hang: the process ends at once.
        _exit(0);
    });
    reading->start();
    while (const auto message = queue.take()) {
        if (!calls.answer(*message))
            break;
    }
    _exit(0);
}

} // namespace

int main(int argc, char **argv)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::signal(SIGPIPE, SIG_IGN);
    const int line = takeOutput();
    // Fonts and pictures for what a printer's own font lacks, without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QStringList arguments = argumentsOf(argc, argv);
    int onlyName = 1; // Qt takes a --plugin that it sees for one of its own
    QGuiApplication application(onlyName, argv);
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("Does the calls of one device for the workstation."));
    options.addHelpOption();
    options.addOption(
        {QStringLiteral("plugins"), QStringLiteral("the folder of the plugins"), QStringLiteral("folder")});
    options.addOption({QStringLiteral("plugin"), QStringLiteral("its name"), QStringLiteral("name")});
    options.process(arguments);
    const QString name = options.value(QStringLiteral("plugin"));
    HostLink link(STDIN_FILENO, line);
    QPluginLoader loader(QStringLiteral("%1/%2/%2.so").arg(options.value(QStringLiteral("plugins")), name));
    const auto plugin = loadPlugin(loader, name);
    if (plugin)
        return serve(link, **plugin, name);
    link.send({{{QStringLiteral("failed"), 0},
                {QStringLiteral("code"), shortCode(plugin.error().code)},
                {QStringLiteral("detail"), plugin.error().detail}},
               {}});
    return 1;
}
