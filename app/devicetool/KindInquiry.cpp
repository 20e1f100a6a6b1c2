#include "KindInquiry.h"

namespace yichuang {

namespace {

constexpr std::chrono::seconds patience{8}; // a driver's library may take its time to load

DeviceConfiguration unopened(const QString &plugin)
{
    return {QStringLiteral("inquiry"), plugin, plugin, {{QStringLiteral("no such setting"), true}}};
}

} // namespace

KindInquiry::KindInquiry(const QString &plugin, const DeviceHostPrograms &programs, QObject *parent)
    : QObject(parent)
    , m_host(unopened(plugin), programs)
{
    whenFinished(m_host.ask(), this, [this](const Result<DeviceCondition> &) { end(); });
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &KindInquiry::end);
    m_deadline.start(patience);
}

void KindInquiry::end()
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    m_deadline.stop();
    Q_EMIT answered();
}

} // namespace yichuang
