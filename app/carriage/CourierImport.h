#pragma once

#include "base/Clock.h"
#include "carriage/ExportRecords.h"
#include "carriage/StickWork.h"
#include "courier/AnswerPackage.h"
#include "courier/PackageFolder.h"
#include "store/Store.h"

namespace yichuang {

struct Imported
{
    qint64 acknowledged = 0; // everything up to here is at the platform
    int pagesThere = 0;      // named by the answer
    int received = 0;        // new events of other stations
    int setAside = 0;        // events that the platform refused
    bool operator==(const Imported &) const = default;
};

// Takes in one answer of the platform from a stick. It is looked through whole first (signature, addressee,
// volumes, content, serial, epoch, and that it speaks of this very log); until that has succeeded nothing is
// changed. Then it goes the way of every other reply, in an order in which it may be cut anywhere and taken
// in again: acknowledgement, pages, feed, and last that it was taken in. Lives on its owner's thread and is
// used once; destroying it ends it without `finished`.
class CourierImport final : public QObject
{
    Q_OBJECT

public:
    // The store outlives the job. `answer` is one of packagesOn(*stick), to this station.
    CourierImport(Store &store, std::shared_ptr<courier::Stick> stick, courier::PackageName answer,
                  QByteArray platformKey, std::chrono::milliseconds stepLimit, QObject *parent = nullptr);

    void start();
    // `finished` follows with PackageStopped; what was taken in by then stays, and can be again.
    void cancel();

Q_SIGNALS:
    // PackageForAnother, SignatureInvalid, PackageDamaged, PackageMalformed, PackageSealBroken,
    // PackageFromNewerVersion, AnswerOutdated, AnswerEpochUnproved, AnswerOfOtherLog: nothing was changed.
    // StickReadFailed, StickSilent, PackageStopped, or the store's error.
    void finished(const yichuang::Result<yichuang::Imported> &imported);

private:
    struct Read
    {
        courier::SignedCover cover;
        courier::Answer answer;
    };

    static Result<Read> readWhole(courier::Stick &stick, const courier::PackageName &name,
                                  const QByteArray &platformKey, const SigningKey &key,
                                  const std::function<bool()> &proceed);
    void checkSerial();
    void checkEpoch();
    void checkLog();
    bool namesThisLog(const QList<OutboxEvent> &last) const;
    void acknowledge();
    void markPages(QList<Digest> pages);
    void applyFeed(qsizetype part);
    void remember();
    void clearStick();
    void end(Result<Imported> result);
    template <typename T, typename Next>
    void then(const Pending<T> &pending, Next next);

    Store &m_store;
    std::shared_ptr<courier::Stick> m_stick;
    const courier::PackageName m_name;
    const QByteArray m_platformKey;
    const std::chrono::milliseconds m_stepLimit;
    StickWork m_work;
    QTimer m_stall;
    Read m_read;
    SyncState m_state;
    Imported m_imported;
    bool m_ended = false;
    bool m_cancelled = false;
};

} // namespace yichuang
