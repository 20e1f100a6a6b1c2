#pragma once

#include "base/Digest.h"
#include "base/Result.h"

#include <QDateTime>

#include <functional>

namespace yichuang {

// Where pages lie for good, each under its SHA-256. A page is there whole or not at all (SYNC.md rule 12).
// Calls wait for a disk or a network: they belong on a worker's thread, any of them, several at once; but
// `isAtHand` answers at once. Everything may be shared by several processes.
//
// Errors of all calls: PageStoreFull where there is no room, PageStoreFailed where the store did not do what
// it was asked for; nothing half is left then.
class PageStore
{
public:
    virtual ~PageStore() = default;

    // Makes what is missing; once, before any other call.
    virtual Result<void> prepare() = 0;
    // Takes in the file, whose bytes the caller has found to hash to `page`: after success it is durable
    // under its hash and the file is gone. A page that is there already stays as it is.
    virtual Result<void> put(const Digest &page, const QString &file) = 0;
    virtual Result<bool> has(const Digest &page) const = 0;
    // True only where it is there; false also where it would take time to find out.
    virtual bool isAtHand(const Digest &page) const = 0;
    // At most `most` bytes from this place on; fewer only at the end. PageUnknown.
    virtual Result<QByteArray> read(const Digest &page, qint64 from, qint64 most) const = 0;
    // No error where it is not there.
    virtual Result<void> remove(const Digest &page) = 0;
    // Every page and when it was put or found again, in no order; false from `visit` ends it.
    using Visit = std::function<bool(const Digest &page, const QDateTime &stored)>;
    virtual Result<void> forEach(const Visit &visit) const = 0;
    // A page that is put again is young again, so that nobody takes it for forgotten.
    virtual void touch(const Digest &page) = 0;

    // The folder in which uploads under way lie, where `put` can take them from. Every process that is to go
    // on with another's upload must reach the same one.
    virtual QString spool() const = 0;
    // So many bytes more may be begun; PageStoreFull.
    virtual Result<void> reserve(qint64 bytes) const = 0;
    // How many calls are worth making at once.
    virtual int width() const = 0;
};

} // namespace yichuang
