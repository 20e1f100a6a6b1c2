#include "devices/DeviceHost.h"

#include "devices/DeviceValues.h"
#include "devices/HostProcess.h"

#include <QDir>
#include <QJsonDocument>
#include <QPointer>

namespace yichuang {

namespace {

constexpr std::chrono::milliseconds askEvery{5000};

QJsonObject doing(const char *what, QJsonObject with = {})
{
    with.insert(QStringLiteral("do"), QLatin1String(what));
    return with;
}

QJsonObject valueIn(const DeviceMessage &message)
{
    return message.header.value(QLatin1String("value")).toObject();
}

// A call as a future: its answer is read by `read`; cancelling the future stops the call.
template <typename T>
Pending<T> asked(HostProcess &process, HostCall call,
                 std::function<Result<T>(const Result<DeviceMessage> &)> read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto *watcher = new QFutureWatcher<Result<T>>(&process);
    watcher->setFuture(promise->future());
    call.onEnd = [promise, read = std::move(read), watcher](const Result<DeviceMessage> &answer) {
        watcher->deleteLater();
        promise->addResult(read(answer));
        promise->finish();
    };
    const qint64 number = process.call(std::move(call));
    QObject::connect(watcher, &QFutureWatcherBase::canceled, &process,
                     [&process, number] { process.stop(number); });
    return promise->future();
}

template <typename T>
std::function<Result<T>(const Result<DeviceMessage> &)>
reading(std::function<Result<T>(const DeviceMessage &)> read)
{
    return [read = std::move(read)](const Result<DeviceMessage> &answer) -> Result<T> {
        if (!answer)
            return passOn(answer);
        return read(*answer);
    };
}

// Where the host ended in the middle of a print, paper may have come out.
Result<PrintProof> proofOf(const Result<DeviceMessage> &answer)
{
    if (answer)
        return printProofNamed(answer->header.value(QLatin1String("value")).toString());
    switch (answer.error().code) {
    case ErrorCode::DeviceHostDied:
    case ErrorCode::DeviceHung:
    case ErrorCode::DeviceMessageMalformed:
        return PrintProof::Unconfirmed;
    default:
        return passOn(answer);
    }
}

// A scan over the process of its device.
class HostScan final : public ScanJob
{
public:
    HostScan(HostProcess &process, HostCall call)
        : m_process(&process)
    {
        call.onPage = [this](const DeviceMessage &page) {
            Q_EMIT pageScanned({page.body, page.header.value(QLatin1String("mediaType")).toString()});
        };
        call.onEnd = [this](const Result<DeviceMessage> &answer) {
            m_ended = true;
            Q_EMIT finished(answer.map([](const DeviceMessage &message) {
                return message.header.value(QLatin1String("value")).toInt();
            }));
        };
        m_call = process.call(std::move(call));
    }
    ~HostScan() override
    {
        if (m_process && !m_ended)
            m_process->drop(m_call);
    }
    void stop() override
    {
        if (m_process)
            m_process->stop(m_call);
    }

private:
    QPointer<HostProcess> m_process;
    qint64 m_call = 0;
    bool m_ended = false;
};

} // namespace

DeviceHostPrograms hostProgramsIn(const QString &folder)
{
    const QDir programs(folder);
    const QString installed = programs.absoluteFilePath(QStringLiteral("../lib/yichuang/plugins"));
    const QString built = programs.absoluteFilePath(QStringLiteral("../plugins"));
    return {programs.absoluteFilePath(QStringLiteral("yichuang-devicehost")),
            QDir::cleanPath(QFileInfo(installed).isDir() ? installed : built)};
}

DeviceHost::DeviceHost(DeviceConfiguration device, DeviceHostPrograms programs, DevicePatience patience,
                       QObject *parent)
    : QObject(parent)
    , m_device(std::move(device))
    , m_patience(patience)
    , m_process(std::make_unique<HostProcess>(m_device, std::move(programs), patience))
{
    connect(m_process.get(), &HostProcess::conditionChanged, this, [this] {
        // As soon as it is up, its lamp shall say how it is.
        if (kind() && condition().lamp == DeviceLamp::Unknown && !m_isBusy)
            ask();
        Q_EMIT conditionChanged();
    });
    connect(&m_asking, &QTimer::timeout, this, [this] {
        if (!m_isBusy)
            ask();
    });
    m_asking.start(askEvery);
}

DeviceHost::~DeviceHost() = default;

std::optional<DeviceKind> DeviceHost::kind() const
{
    return m_process->kind();
}

const DeviceCondition &DeviceHost::condition() const
{
    return m_process->condition();
}

qint64 DeviceHost::processId() const
{
    return m_process->processId();
}

Pending<IdCard> DeviceHost::readCard()
{
    return asked<IdCard>(*m_process, {{doing("read-card"), {}}, m_patience.silence},
                         reading<IdCard>([](const DeviceMessage &answer) {
                             return idCardFromJson(valueIn(answer), answer.body);
                         }));
}

Pending<PrintProof> DeviceHost::print(const ReceiptPage &page)
{
    const QByteArray body = QJsonDocument(toJson(page)).toJson(QJsonDocument::Compact);
    return asked<PrintProof>(*m_process, {{doing("print"), body}, m_patience.print}, proofOf);
}

Pending<PrintProof> DeviceHost::printDocument(const PrintDocument &document)
{
    return asked<PrintProof>(
        *m_process,
        {{doing("print-document", {{QStringLiteral("title"), document.title}}), document.pdf},
         m_patience.document},
        proofOf);
}

std::unique_ptr<ScanJob> DeviceHost::scan(const ScanSettings &settings)
{
    return std::make_unique<HostScan>(
        *m_process,
        HostCall{{doing("scan", {{QStringLiteral("settings"), toJson(settings)}}), {}}, m_patience.page});
}

Pending<DeviceCondition> DeviceHost::ask()
{
    m_isBusy = true;
    const auto asking = asked<DeviceCondition>(*m_process, {{doing("condition"), {}}, m_patience.silence},
                                               reading<DeviceCondition>([](const DeviceMessage &answer) {
                                                   return deviceConditionFromJson(valueIn(answer));
                                               }));
    whenFinished(asking, this, [this](const Result<DeviceCondition> &condition) {
        m_isBusy = false;
        if (condition)
            m_process->setCondition(*condition);
    });
    return asking;
}

} // namespace yichuang
