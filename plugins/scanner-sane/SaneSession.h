#pragma once

#include "base/Result.h"

#include <QList>
#include <QString>

#include <sane/sane.h>

#include <memory>

namespace yichuang::sane {

// SANE is one for a process: begun by the first who needs it and ended by the last. One thread at a time.
class SaneSession
{
public:
    static std::shared_ptr<SaneSession> share();
    ~SaneSession();
    SaneSession(const SaneSession &) = delete;
    SaneSession &operator=(const SaneSession &) = delete;

    struct Found
    {
        QString name;
        QString title;
    };
    // The scanners that are connected now, those on the network too; may take seconds.
    QList<Found> devices() const;

private:
    SaneSession();
};

// An open scanner; closed with it, a page that is under way is given up.
class SaneHandle
{
public:
    static Result<SaneHandle> open(std::shared_ptr<SaneSession> session, const QString &name);
    SaneHandle(SaneHandle &&other) noexcept;
    SaneHandle &operator=(SaneHandle &&) = delete;
    ~SaneHandle();

    SANE_Handle get() const { return m_handle; }

private:
    SaneHandle(std::shared_ptr<SaneSession> session, SANE_Handle handle);

    std::shared_ptr<SaneSession> m_session;
    SANE_Handle m_handle;
};

} // namespace yichuang::sane
