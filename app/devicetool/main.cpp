#include "CardTask.h"
#include "DeviceSearch.h"
#include "Interrupt.h"
#include "ListTask.h"
#include "PrintTask.h"
#include "ScanTask.h"
#include "ToolText.h"

#include <QCoreApplication>

#include <cstdio>

using namespace yichuang;

namespace {

using Command = ToolOptions::Command;

DeviceKind kindFor(Command command)
{
    if (command == Command::ReadCard)
        return DeviceKind::IdCardReader;
    return command == Command::Scan ? DeviceKind::Scanner : DeviceKind::ReceiptPrinter;
}

std::unique_ptr<Task> taskFor(const DeviceConfiguration &device, const ToolOptions &options)
{
    if (options.command == Command::ReadCard)
        return std::make_unique<CardTask>(device, options);
    if (options.command == Command::Scan)
        return std::make_unique<ScanTask>(device, options);
    return std::make_unique<PrintTask>(device, options);
}

// Runs the task once the loop runs, so that a task may end in its start. The first Ctrl+C stops the call, a
// second one does not wait for the device.
class Run
{
public:
    explicit Run(const ToolOptions &options)
        : m_options(options)
    {
        QObject::connect(&m_interrupt, &Interrupt::pressed, &m_interrupt, [this] { interrupted(); });
    }

    int exec()
    {
        QMetaObject::invokeMethod(qApp, [this] { begin(); }, Qt::QueuedConnection);
        const int code = QCoreApplication::exec();
        m_task.reset();
        return code;
    }

private:
    void begin()
    {
        if (m_options.command == Command::List)
            return start(std::make_unique<ListTask>(m_options));
        const DeviceKind kind = kindFor(m_options.command);
        m_search = std::make_unique<DeviceSearch>(m_options, kind, nullptr);
        QObject::connect(m_search.get(), &DeviceSearch::found, &m_interrupt,
                         [this](const DeviceConfiguration &device) { start(taskFor(device, m_options)); });
        QObject::connect(m_search.get(), &DeviceSearch::notFound, &m_interrupt, [this, kind] {
            ToolOutput(m_options.json)
                .failure(QString(QLatin1String(tooltext::noneOfKind)).arg(nameOf(kind)));
            QCoreApplication::exit(ending::wrongUse);
        });
        m_search->start();
    }

    void start(std::unique_ptr<Task> task)
    {
        m_task = std::move(task);
        QObject::connect(m_task.get(), &Task::ended, &m_interrupt, &QCoreApplication::exit);
        m_task->start();
    }

    void interrupted()
    {
        if (m_wasInterrupted || !m_task)
            return QCoreApplication::exit(ending::failed);
        m_wasInterrupted = true;
        m_task->stop();
    }

    ToolOptions m_options;
    Interrupt m_interrupt;
    std::unique_ptr<DeviceSearch> m_search;
    std::unique_ptr<Task> m_task;
    bool m_wasInterrupted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto options = readToolOptions(QCoreApplication::arguments());
    if (options)
        return Run(*options).exec();
    const bool isHelp = options.error().code == ending::done;
    std::fprintf(isHelp ? stdout : stderr, "%s\n", qPrintable(options.error().text));
    return options.error().code;
}
