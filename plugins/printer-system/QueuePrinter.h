#pragma once

#include "IppLine.h"
#include "SystemProfile.h"

#include "devices/DevicePlugin.h"

namespace yichuang::systemprinter {

struct QueuePatience
{
    std::chrono::milliseconds condition{900}; // to connect, and again for the answer
    std::chrono::milliseconds connect{3000};
    std::chrono::milliseconds reply{10000};
    std::chrono::milliseconds document{30000}; // until the queue has taken the whole document
    std::chrono::milliseconds job{50000};      // until its last sheet lies in the tray
    std::chrono::milliseconds pollEvery{400};
};

// A printer that speaks IPP, or a queue of CUPS.
class QueuePrinter final : public DocumentPrinter
{
public:
    explicit QueuePrinter(SystemProfile profile, QueuePatience patience = {});

    DeviceCondition condition(const Stop &stop) override;
    // Confirmed once the queue says that the job is completed. A job that is held, or not done in time, is
    // cancelled, so that it does not come out later unseen: DocumentPrinterRefused where the queue says that
    // it was never begun, Unconfirmed otherwise.
    Result<PrintProof> print(const PrintDocument &document, const Stop &stop) override;

private:
    Result<IppAddress> address() const;
    Result<IppReply> askPrinter(IppLine &line, std::chrono::milliseconds patience) const;
    IppMessage jobRequest(const IppLine &line, const PrintDocument &document) const;
    Result<PrintProof> watch(IppLine &line, int job, const Stop &stop) const;

    SystemProfile m_profile;
    QueuePatience m_patience;
};

} // namespace yichuang::systemprinter
