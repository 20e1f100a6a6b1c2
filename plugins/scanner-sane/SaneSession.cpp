#include "SaneSession.h"

#include "SaneErrors.h"

#include <utility>

namespace yichuang::sane {

std::shared_ptr<SaneSession> SaneSession::share()
{
    static std::weak_ptr<SaneSession> shared;
    auto session = shared.lock();
    if (!session) {
        session.reset(new SaneSession);
        shared = session;
    }
    return session;
}

SaneSession::SaneSession()
{
    // No authorisation callback: a password for a scanner on the network belongs in SANE's own configuration.
    sane_init(nullptr, nullptr);
}

SaneSession::~SaneSession()
{
    sane_exit();
}

QList<SaneSession::Found> SaneSession::devices() const
{
    const SANE_Device **list = nullptr;
    QList<Found> found;
    if (sane_get_devices(&list, SANE_FALSE) != SANE_STATUS_GOOD || !list)
        return found;
    for (; *list; ++list)
        found << Found{QString::fromUtf8((*list)->name),
                       QStringLiteral("%1 %2").arg(QString::fromUtf8((*list)->vendor),
                                                   QString::fromUtf8((*list)->model))};
    return found;
}

Result<SaneHandle> SaneHandle::open(std::shared_ptr<SaneSession> session, const QString &name)
{
    QString wanted = name;
    if (wanted.isEmpty()) {
        const auto found = session->devices();
        if (found.isEmpty())
            return scannerOffline(QStringLiteral("no scanner is found"));
        wanted = found.first().name;
    }
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_open(wanted.toUtf8().constData(), &handle);
    if (status != SANE_STATUS_GOOD)
        return scannerError(status, QStringLiteral("opening"));
    return SaneHandle(std::move(session), handle);
}

SaneHandle::SaneHandle(std::shared_ptr<SaneSession> session, SANE_Handle handle)
    : m_session(std::move(session))
    , m_handle(handle)
{}

SaneHandle::SaneHandle(SaneHandle &&other) noexcept
    : m_session(std::move(other.m_session))
    , m_handle(std::exchange(other.m_handle, nullptr))
{}

SaneHandle::~SaneHandle()
{
    if (!m_handle)
        return;
    sane_cancel(m_handle);
    sane_close(m_handle);
}

} // namespace yichuang::sane
