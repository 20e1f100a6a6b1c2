#pragma once

#include "PrinterProfile.h"
#include "PrinterStatus.h"

#include "devices/DevicePlugin.h"

namespace yichuang::escpos {

struct PrinterPatience
{
    std::chrono::milliseconds open{1000};
    std::chrono::milliseconds answer{400}; // to each question before a job
    std::chrono::milliseconds job{10000};  // until the printer has taken all bytes
    std::chrono::milliseconds proof{8000}; // until it answers the question behind the job
};

// One printer. The line is open only during a call, because a network printer serves one at a time.
class EscPosPrinter : public ReceiptPrinter
{
public:
    explicit EscPosPrinter(PrinterProfile profile, PrinterPatience patience = {});

    DeviceCondition condition(const Stop &stop) override;
    // An error means that not one byte of the slip was sent.
    Result<PrintProof> print(const ReceiptPage &page, const Stop &stop) override;

private:
    std::optional<PrinterStatus> ask(DeviceLine &line, const Stop &stop) const;
    std::optional<quint8> answerTo(DeviceLine &line, int question, const Stop &stop) const;
    Result<PrintProof> send(DeviceLine &line, const QByteArray &job, std::chrono::milliseconds patience,
                            const Stop &stop) const;
    PrintProof proof(DeviceLine &line, std::chrono::milliseconds patience, const Stop &stop) const;

    PrinterProfile m_profile;
    PrinterPatience m_patience;
};

} // namespace yichuang::escpos
