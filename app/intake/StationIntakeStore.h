#pragma once

#include "intake/IntakeStore.h"
#include "intake/StationFacts.h"

namespace yichuang {

class Clock;
class Store;

// The station's store as the flow needs it: numbers come from this station's own series of the business day.
class StationIntakeStore final : public IntakeStore
{
public:
    StationIntakeStore(Store &store, const Clock &clock, const StationFacts &station);

    Pending<void> saveDraft(DraftId id, const QByteArray &json) override;
    Pending<void> removeDraft(DraftId id) override;
    Pending<QList<StoredDraft>> drafts() override;
    Pending<Digest> putBlob(const QByteArray &bytes, const QString &mediaType) override;
    Pending<QByteArray> blob(const Digest &digest) override;
    Pending<QList<CommittedCase>> commit(const QList<Fact> &facts, DraftId consumedDraft,
                                         const QString &clerk) override;
    Pending<void> append(const QList<Fact> &facts, const QString &clerk) override;

private:
    Store &m_store;
    const Clock &m_clock;
    QString m_region;
    QString m_segment;
};

} // namespace yichuang
