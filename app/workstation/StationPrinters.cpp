#include "workstation/StationPrinters.h"

#include "workstation/StationDevices.h"

#include <QJsonDocument>

namespace yichuang {

namespace {

// An error means that nothing came out (DevicePlugin.h); its code is shown beside the paper.
PrintReply replyOf(const Result<PrintProof> &proof)
{
    if (!proof)
        return {PrintState::Refused, shortCode(proof.error().code)};
    return {*proof == PrintProof::Confirmed ? PrintState::Confirmed : PrintState::Unconfirmed, {}};
}

} // namespace

StationPrinters::StationPrinters(StationDevices &devices, QObject *parent)
    : QObject(parent)
    , m_devices(devices)
{}

Pending<PrintReply> StationPrinters::print(const PaperJob &job)
{
    auto promise = std::make_shared<QPromise<Result<PrintReply>>>();
    promise->start();
    whenFinished(send(job), this, [promise](const Result<PrintProof> &proof) {
        promise->addResult(replyOf(proof));
        promise->finish();
    });
    return promise->future();
}

Pending<PrintProof> StationPrinters::send(const PaperJob &job)
{
    const bool isSlip = job.device == PaperDevice::Slip;
    const auto host = m_devices.first(isSlip ? DeviceKind::ReceiptPrinter : DeviceKind::DocumentPrinter);
    if (!host)
        return finished(Result<PrintProof>(passOn(host)));
    if (!isSlip)
        return (*host)->printDocument({job.bytes, job.title});
    const auto page = receiptPageFromJson(QJsonDocument::fromJson(job.bytes).object());
    if (!page)
        return finished(Result<PrintProof>(passOn(page)));
    return (*host)->print(*page);
}

} // namespace yichuang
