#include "ListTask.h"

#include "ToolText.h"

#include "devices/DeviceValues.h"

#include <QDir>

namespace yichuang {

namespace {

QString kindText(std::optional<DeviceKind> kind)
{
    return kind ? nameOf(*kind) : QString();
}

// A folder is a plugin where it holds a module of its own name.
QStringList pluginsIn(const QString &folder)
{
    QStringList plugins;
    const QDir all(folder);
    const QStringList names = all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        if (all.exists(QStringLiteral("%1/%1.so").arg(name)))
            plugins << name;
    }
    return plugins;
}

} // namespace

ListTask::ListTask(const ToolOptions &options)
    : m_options(options)
    , m_output(options.json)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ListTask::show);
}

void ListTask::start()
{
    const QStringList plugins = pluginsIn(m_options.programs.plugins);
    m_open = m_options.devices.size() + plugins.size();
    m_deadline.start(m_open == 0 ? std::chrono::seconds(0) : m_options.timeout);
    for (const DeviceConfiguration &device : std::as_const(m_options.devices))
        ask(device);
    for (const QString &plugin : plugins) {
        m_plugins.push_back(std::make_unique<KindInquiry>(plugin, m_options.programs, nullptr));
        connect(m_plugins.back().get(), &KindInquiry::answered, this, &ListTask::oneLess);
    }
}

void ListTask::stop()
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    Q_EMIT ended(ending::failed);
}

void ListTask::ask(const DeviceConfiguration &device)
{
    m_devices.push_back(std::make_unique<Asked>());
    Asked *asked = m_devices.back().get();
    asked->host = std::make_unique<DeviceHost>(device, m_options.programs);
    whenFinished(asked->host->ask(), this, [this, asked](const Result<DeviceCondition> &condition) {
        asked->condition = condition.value_or(DeviceCondition());
        if (!condition)
            asked->condition = {DeviceLamp::Broken, shortCode(condition.error().code),
                                condition.error().detail};
        oneLess();
    });
}

void ListTask::oneLess()
{
    if (--m_open == 0)
        show();
}

void ListTask::show()
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    for (const auto &asked : m_devices)
        showDevice(*asked);
    for (const auto &inquiry : m_plugins)
        showPlugin(*inquiry);
    Q_EMIT ended(ending::done);
}

void ListTask::showDevice(const Asked &asked)
{
    // A device that has not answered by now is shown as its host was last heard.
    const bool isSilent = asked.condition == DeviceCondition();
    QJsonObject json = toJson(isSilent ? asked.host->condition() : asked.condition);
    const DeviceConfiguration &device = asked.host->device();
    json.insert(QStringLiteral("id"), device.id);
    json.insert(QStringLiteral("name"), device.name);
    json.insert(QStringLiteral("plugin"), device.plugin);
    json.insert(QStringLiteral("kind"), kindText(asked.host->kind()));
    QStringList columns{QStringLiteral("device")};
    for (const char *key : {"id", "name", "plugin", "kind", "lamp", "code", "detail"})
        columns << json.value(QLatin1String(key)).toString();
    m_output.line(columns.join(u'\t'), {{QStringLiteral("device"), json}});
}

void ListTask::showPlugin(const KindInquiry &inquiry)
{
    const QString kind = kindText(inquiry.kind());
    m_output.line(QStringList{QStringLiteral("plugin"), inquiry.plugin(), kind}.join(u'\t'),
                  {{QStringLiteral("plugin"), QJsonObject{{QStringLiteral("name"), inquiry.plugin()},
                                                          {QStringLiteral("kind"), kind}}}});
}

} // namespace yichuang
