#include "devices/HostProcess.h"

#include "devices/DeviceErrors.h"
#include "devices/DeviceValues.h"

namespace yichuang {

namespace {

constexpr size_t mostCalls = 8;
constexpr std::chrono::milliseconds longestPause{30000};
constexpr int protocolVersion = 1;

qint64 numberIn(const DeviceMessage &message, QLatin1String key)
{
    return message.header.value(key).toInteger(-1);
}

// An error that was raised in the other process keeps its code.
Error errorIn(const DeviceMessage &message)
{
    const auto code = errorCodeFromShort(message.header.value(QLatin1String("code")).toString());
    if (!code)
        return malformedMessage(QStringLiteral("code")).value();
    return {*code, message.header.value(QLatin1String("detail")).toString().left(400)};
}

Error hung()
{
    return raise(ErrorCode::DeviceHung).value();
}

Error dead()
{
    return raise(ErrorCode::DeviceHostDied).value();
}

DeviceCondition conditionOf(DeviceLamp lamp, const Error &error)
{
    return {lamp, shortCode(error.code), error.detail};
}

} // namespace

HostProcess::HostProcess(const DeviceConfiguration &device, DeviceHostPrograms programs,
                         DevicePatience patience, QObject *parent)
    : QObject(parent)
    , m_device(device)
    , m_programs(std::move(programs))
    , m_patience(patience)
    , m_pause(patience.restartAfter)
{
    m_silence.setSingleShot(true);
    m_restart.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] { end(hung()); });
    connect(&m_restart, &QTimer::timeout, this, &HostProcess::start);
    m_restart.start(0);
}

HostProcess::~HostProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(1000);
}

void HostProcess::setCondition(const DeviceCondition &condition)
{
    if (condition == m_condition)
        return;
    m_condition = condition;
    Q_EMIT conditionChanged();
}

void HostProcess::start()
{
    m_reader = DeviceFrameReader();
    m_ending.reset();
    m_state = State::Starting;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &HostProcess::read);
    connect(m_process.get(), &QProcess::finished, this, &HostProcess::died);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            died();
    });
    await(m_patience.start);
    m_process->start(m_programs.host, {QStringLiteral("--plugins"), m_programs.plugins,
                                       QStringLiteral("--plugin"), m_device.plugin});
}

void HostProcess::read()
{
    m_reader.feed(m_process->readAllStandardOutput());
    while (m_process && !m_ending) {
        const auto message = m_reader.next();
        if (!message)
            return end(message.error());
        if (!*message)
            return;
        take(**message);
    }
}

void HostProcess::take(const DeviceMessage &message)
{
    const QJsonObject &header = message.header;
    if (m_state == State::Starting)
        return greet(message);
    const bool failed = header.contains(QLatin1String("failed"));
    const qint64 call = numberIn(message, failed ? QLatin1String("failed") : QLatin1String("done"));
    if (m_state == State::Opening)
        return opened(failed ? Result<void>(tl::unexpected(errorIn(message))) : Result<void>());
    if (m_state != State::Running || m_calls.empty())
        return;
    if (header.contains(QLatin1String("alive")))
        return await(m_calls.front().second.patience);
    if (header.contains(QLatin1String("page"))) {
        await(m_calls.front().second.patience);
        if (m_calls.front().second.onPage)
            m_calls.front().second.onPage(message);
        return;
    }
    if (call != m_calls.front().first)
        return end(malformedMessage(QStringLiteral("call")).value());
    answer(failed ? Result<DeviceMessage>(tl::unexpected(errorIn(message))) : Result<DeviceMessage>(message));
}

void HostProcess::greet(const DeviceMessage &message)
{
    if (message.header.contains(QLatin1String("failed"))) {
        m_unusable = errorIn(message);
        return end(*m_unusable);
    }
    m_kind = deviceKindNamed(message.header.value(QLatin1String("kind")).toString());
    if (numberIn(message, QLatin1String("hello")) != protocolVersion || !m_kind)
        return end(malformedMessage(QStringLiteral("hello")).value());
    m_state = State::Opening;
    Q_EMIT conditionChanged(); // what kind of device it is, is known now
    await(m_patience.start);
    m_process->write(toFrame({{{QStringLiteral("do"), QStringLiteral("open")},
                               {QStringLiteral("id"), 0},
                               {QStringLiteral("settings"), m_device.settings}},
                              {}}));
}

void HostProcess::opened(const Result<void> &result)
{
    m_silence.stop();
    m_state = State::Idle;
    m_pause = m_patience.restartAfter;
    m_unusable.reset();
    if (!result) {
        m_unusable = result.error();
        setCondition(conditionOf(DeviceLamp::Broken, result.error()));
        return failQueue(result.error());
    }
    if (m_condition.lamp != DeviceLamp::Ready)
        setCondition({DeviceLamp::Unknown, {}, {}});
    next();
}

qint64 HostProcess::call(HostCall call)
{
    const qint64 number = ++m_lastCall;
    if (m_unusable || m_calls.size() >= mostCalls) {
        const Error error = m_unusable ? *m_unusable : raise(ErrorCode::DeviceBusy).value();
        QMetaObject::invokeMethod(
            this, [onEnd = std::move(call.onEnd), error] { onEnd(tl::unexpected(error)); },
            Qt::QueuedConnection);
        return number;
    }
    call.message.header.insert(QStringLiteral("id"), number);
    m_calls.emplace_back(number, std::move(call));
    next();
    return number;
}

void HostProcess::next()
{
    if (m_state != State::Idle || m_calls.empty())
        return;
    m_state = State::Running;
    HostCall &call = m_calls.front().second;
    call.wasSent = true;
    await(call.patience);
    m_process->write(toFrame(call.message));
}

void HostProcess::answer(const Result<DeviceMessage> &answer)
{
    m_silence.stop();
    m_state = State::Idle;
    const HostCall call = std::move(m_calls.front().second);
    m_calls.pop_front();
    call.onEnd(answer);
    next();
}

void HostProcess::stop(qint64 number)
{
    const auto found =
        std::find_if(m_calls.begin(), m_calls.end(), [&](const auto &each) { return each.first == number; });
    if (found == m_calls.end())
        return;
    if (found == m_calls.begin() && m_state == State::Running) {
        m_process->write(
            toFrame({{{QStringLiteral("do"), QStringLiteral("stop")}, {QStringLiteral("id"), number}}, {}}));
        return;
    }
    const HostCall call = std::move(found->second);
    m_calls.erase(found);
    call.onEnd(deviceStopped());
}

void HostProcess::drop(qint64 number)
{
    for (auto &[each, call] : m_calls) {
        if (each != number)
            continue;
        call.onPage = {};
        call.onEnd = [](const Result<DeviceMessage> &) {};
    }
    stop(number);
}

void HostProcess::await(std::chrono::milliseconds patience)
{
    m_silence.start(patience);
}

// Ends the process for a reason of ours; what follows is as if it had died.
void HostProcess::end(const Error &error)
{
    m_ending = error;
    m_silence.stop();
    if (m_process && m_process->state() != QProcess::NotRunning)
        m_process->kill();
    else
        died();
}

void HostProcess::died()
{
    if (!m_process)
        return;
    m_silence.stop();
    m_process->disconnect(this);
    m_process.release()->deleteLater();
    const bool wasRunning = m_state == State::Running;
    m_state = State::Down;
    const Error error = m_ending.value_or(dead());
    setCondition(conditionOf(m_unusable ? DeviceLamp::Broken : DeviceLamp::Attention, error));
    m_restart.start(m_pause);
    m_pause = std::min(m_pause * 2, longestPause);
    if (m_unusable)
        return failQueue(error);
    if (!wasRunning || m_calls.empty())
        return;
    const HostCall call = std::move(m_calls.front().second);
    m_calls.pop_front();
    call.onEnd(tl::unexpected(error));
}

void HostProcess::failQueue(const Error &error)
{
    while (!m_calls.empty()) {
        const HostCall call = std::move(m_calls.front().second);
        m_calls.pop_front();
        call.onEnd(tl::unexpected(error));
    }
}

} // namespace yichuang
