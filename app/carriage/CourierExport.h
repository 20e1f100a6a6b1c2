#pragma once

#include "base/Clock.h"
#include "carriage/ExportRecords.h"
#include "carriage/StickWork.h"
#include "courier/PackageFolder.h"
#include "courier/WorkPackage.h"
#include "store/Store.h"

namespace yichuang {

struct Exported
{
    qint64 serial = 0;
    int events = 0;
    int pages = 0;
    int pagesUnreadable = 0; // damaged here, and so left out
    qint64 bytes = 0;        // of the package
    bool operator==(const Exported &) const = default;
};

// Everything that the platform is not known to have, onto a stick (PACKAGE.md). Changes nothing of what
// counts as sent. Lives on its owner's thread and is used once; destroying it ends it without `finished`, and
// no package is on the stick then.
class CourierExport final : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        // Of one step: a volume of 32 MiB to a slow stick, and on it.
        std::chrono::milliseconds step{180000};
        qint64 volumeBytes = courier::mostVolumeBytes;
    };

    // Store and clock outlive the job. `platformKey`: known since the enrolment.
    CourierExport(Store &store, std::shared_ptr<courier::Stick> stick, QByteArray platformKey,
                  const Clock &clock, Limits limits, QObject *parent = nullptr);
    ~CourierExport() override;

    void start();
    // `finished` follows with PackageStopped; nothing is on the stick then.
    void cancel();

Q_SIGNALS:
    // Bytes of pages and events that are in the package, of how many about.
    void progressed(qint64 done, qint64 all);
    // The package is on the stick, synchronised and read back; or StickFull, StickReadOnly, StickWriteFailed,
    // StickReadFailed, StickSilent, PackageNotAsWritten, PackageStopped, or the store's error.
    void finished(const yichuang::Result<yichuang::Exported> &exported);

private:
    struct Making;

    void askRoom(const OutboxStatus &status);
    void number();
    void begin();
    void addEvents(qint64 after);
    void addPages(QList<PendingPage> pages);
    void addPage(const PendingPage &page, const QList<PendingPage> &rest);
    void seal();
    void finishPackage(const courier::SignedCover &cover);
    void removeOlder();
    void end(Result<Exported> result);
    void advance(qint64 bytes);
    // Goes on with the value, or ends. A step on the stick may take so long and no longer.
    template <typename T, typename Next>
    void then(const Pending<T> &pending, Next next);

    Store &m_store;
    const Clock &m_clock;
    const QByteArray m_platformKey;
    const Limits m_limits;
    StickWork m_work;
    std::shared_ptr<courier::Stick> m_stick;
    std::shared_ptr<Making> m_making;
    ExportRecords m_records;
    courier::Cover m_cover;
    SyncState m_state;
    Exported m_exported;
    QTimer m_stall;
    qint64 m_done = 0;
    qint64 m_all = 0;
    bool m_ended = false;
    bool m_cancelled = false;
};

} // namespace yichuang
