#pragma once

#include "courier/WorkPackage.h"
#include "platform/ledger/Ledger.h"
#include "platform/pages/PageStore.h"
#include "platform/pages/UploadSpool.h"

namespace yichuang {

// Takes a station's package into the ledger and the page store, piece by piece: what was taken before a
// failure stays, and is a duplicate when the package comes again.
class CourierIntake final : public courier::WorkReceiver
{
public:
    // `first` is the log's sequence with which the package begins.
    CourierIntake(Ledger &ledger, PageStore &pages, const KnownDevice &device, qint64 first);
    ~CourierIntake() override;

    Result<void> request(const courier::Request &request) override;
    Result<void> events(const QList<SignedEvent> &events) override;
    Result<void> pageBegins(const courier::PageHead &head) override;
    Result<void> pageData(const QByteArray &data) override;
    Result<void> pageEnds(const courier::PageHead &head) override;

    const courier::Request &asked() const { return m_request; }
    const QList<courier::Refused> &refused() const { return m_refused; }
    const QList<Digest> &known() const { return m_known; }
    // Of the cases that the events touched, with the pages that are here now.
    Result<QList<courier::CaseLine>> cases() const;

private:
    void note(const PushReceipt &receipt);

    Ledger &m_ledger;
    PageStore &m_pages;
    UploadSpool m_spool;
    const KnownDevice m_device;
    qint64 m_next;
    bool m_gap = false; // the platform lacks what comes before the package
    courier::Request m_request;
    QList<courier::Refused> m_refused;
    QList<Digest> m_known;
    QHash<CaseId, CaseManifest> m_cases;     // as the last batch left them
    std::unique_ptr<SpooledUpload> m_upload; // null while a page is passed over that is here already
};

} // namespace yichuang
