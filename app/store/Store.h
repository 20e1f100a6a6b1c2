#pragma once

#include "base/Async.h"
#include "base/Clock.h"
#include "base/Random.h"
#include "base/Secret.h"
#include "base/Signing.h"
#include "store/OutboxTypes.h"
#include "store/StoreTypes.h"
#include "store/WorkItemTypes.h"

#include <QObject>

#include <functional>
#include <memory>

namespace yichuang {

class StoreEngine;

// The one way to the station's data. Every call returns at once; the work is done in order on the store's own
// thread, which owns the single connection, and the future finishes with a value or an error of the
// catalogue. Cancelling a future drops its answer, never its effect. Destroying the store first finishes what
// was asked of it, so that the last thing typed before the window closes is kept. Before open, everything
// ends in StoreClosed.
class Store : public QObject
{
    Q_OBJECT

public:
    // `folder` holds the database and the page files. Clock and random source outlive the store.
    Store(QString folder, const Clock &clock, RandomSource &random, QObject *parent = nullptr);
    ~Store() override;

    // Makes a new store for this device. Refuses where one exists.
    Pending<void> create(Secret dataKey, DeviceId device, Secret signingSeed);
    // Opens the existing one: checks the cipher, the key, the schema's version and, after an unclean end,
    // the pages. Rebuilds the projections where their version is another.
    Pending<void> open(Secret dataKey);
    // After StoreDamaged, StorePageDamaged, WriteAheadLogDamaged or StoreKeyWrong though the key is right,
    // and only when a person has decided it: moves the damaged files aside as they are, brings what can be
    // read into a new database and opens that. Call it on a store that is not open.
    Pending<SalvageReport> salvage(Secret dataKey);
    // Known once open has succeeded.
    DeviceId device() const;
    const SigningKey &signingKey() const;

    Pending<Appended> append(Transaction transaction);

    Pending<void> saveDraft(DraftId id, QByteArray json);
    Pending<QList<DraftRecord>> drafts(); // newest first
    Pending<void> discardDraft(DraftId id);

    // Page files: encrypted, named by a keyed hash. Putting the same bytes twice keeps one file.
    Pending<Digest> putBlob(QByteArray bytes, QString mediaType);
    Pending<QByteArray> blob(Digest digest);
    // At most so many bytes from this place on, without the rest of the page in memory.
    Pending<QByteArray> blobPart(Digest digest, qint64 from, qint64 most);
    // Those that neither a case nor a draft names and that were put before this time; done at every open for
    // those of a week ago. Returns how many went.
    Pending<int> dropUnusedPages(QDateTime storedBefore);

    Pending<QList<CaseRow>> cases(CaseQuery query);
    Pending<CaseCounts> counts(QDate today);
    Pending<CaseDetail> loadCase(CaseId id);
    // The case with this number; an empty optional where there is none.
    Pending<std::optional<CaseId>> caseByNumber(QString number);

    // What a person must decide: conflicts and twins, of the cases that are here. Changes with caseChanged.
    Pending<QList<WorkItem>> workItems(int most = 200);
    Pending<int> workItemCount();

    // Small values of other rooms (accounts, window), encrypted with everything else.
    Pending<QByteArray> setting(QString key); // empty where it was never set
    Pending<void> setSetting(QString key, QByteArray value);

    // For the client of the platform.
    Pending<QList<OutboxEvent>> unsent(qint64 after, int mostEvents, qint64 mostBytes);
    Pending<OutboxStatus> outbox();
    // For the outbox screen: the cases that wait, in the order in which they are sent, and one of them.
    Pending<OutboxList> outboxCases(OutboxQuery query);
    Pending<OutboxParts> outboxParts(CaseId id);
    // How many events of other workstations are here.
    Pending<qint64> foreignEvents();
    Pending<SyncState> syncState();
    // In all three of these another epoch than the known one means a platform that was restored: everything
    // counts as unsent again, pages included, except what the call itself says.
    Pending<void> setSyncState(SyncState state);
    // One more exchange in a row that came to nothing: counted on through restarts, until a success is set.
    Pending<void> countFailure();
    // Everything up to `upTo` is durable at the platform; those of `refusals` are set aside there.
    Pending<void> acknowledge(qint64 upTo, qint64 backedUp, QString epoch, QList<EventRefusal> refusals);
    // Keeps and folds what came from other workstations; what is known already changes nothing, what cannot
    // be read or contradicts is set aside and holds up nothing. The platform has checked the signatures,
    // whose keys it alone knows. Returns how many were new.
    Pending<int> applyPulled(PulledBatch batch);
    Pending<QList<PendingPage>> pagesToSend(int most);
    // `received`: how many of its bytes the platform says that it has.
    Pending<void> rememberUpload(Digest digest, QString location, qint64 received);
    Pending<void> pageSent(Digest digest);

    // Care.
    Pending<LogReport> verifyLog();
    Pending<int> rebuildProjections(); // number of cases
    Pending<void> quickCheck();

Q_SIGNALS:
    void caseChanged(const yichuang::CaseId &id);
    void draftsChanged();
    void outboxChanged();
    // More of a page is at the platform; nothing else has changed.
    void uploadAdvanced();

private:
    template <typename T>
    Pending<T> run(std::function<Result<T>(StoreEngine &)> work);
    template <typename T>
    Pending<T> runOpen(std::function<Result<T>(StoreEngine &)> work);
    template <typename T>
    Pending<T> begin(std::function<Result<T>(StoreEngine &)> work);

    struct Thread;
    std::unique_ptr<Thread> m_thread;
};

} // namespace yichuang
