#pragma once

#include "base/Clock.h"
#include "courier/AnswerPackage.h"
#include "courier/Volumes.h"
#include "platform/ledger/Ledger.h"
#include "platform/pages/PageStore.h"

namespace yichuang {

// Where stations' packages are opened and answered (PACKAGE.md). Any thread, several at once, beside a
// running service. The same package again changes nothing and is answered again.
class CourierDesk
{
public:
    // `folder`: the platform's own; the serial of the last answer is kept in it.
    CourierDesk(Ledger &ledger, PageStore &pages, const Clock &clock, QString folder);

    struct Answered
    {
        courier::SignedCover cover; // its volumes are in the sink
        courier::End content;       // of what was answered
    };
    // PackageSignerUnknown, PackageSignerRevoked, SignatureInvalid, PackageForAnother, PackageDamaged,
    // PackageMalformed, and what the ledger and the page store say.
    Result<Answered> take(const courier::SignedCover &work, courier::VolumeSource &source,
                          courier::VolumeSink &answer);

    // Of the answer that is now made. Grows also when the clock does not.
    Result<qint64> nextSerial();

private:
    Result<KnownDevice> signer(const courier::SignedCover &work);
    Result<QList<courier::FeedPart>> feedFor(const DeviceId &device, const QByteArray &cursor);

    Ledger &m_ledger;
    PageStore &m_pages;
    const Clock &m_clock;
    QString m_folder;
};

} // namespace yichuang
