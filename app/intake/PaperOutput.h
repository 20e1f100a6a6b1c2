#pragma once

#include "base/Async.h"

#include <QByteArray>
#include <QString>

namespace yichuang {

enum class PaperDevice
{
    A4,
    Slip
};

// One sheet for one device, complete and final: whoever prints it changes nothing.
struct PaperJob
{
    QString paper;  // 'paper' of EVENTS.md, `paper-printed`
    QString number; // the paper's own
    QString title;  // for the print queue; without personal data
    int copy = 1;
    PaperDevice device = PaperDevice::A4;
    QByteArray bytes; // a PDF for A4, a ReceiptPage in JSON for the slip
};

enum class PrintState
{
    Confirmed,   // the device said that the paper came out
    Unconfirmed, // it was sent and the device did not say
    Refused      // nothing came out
};

struct PrintReply
{
    PrintState state = PrintState::Refused;
    QString reason; // of a refusal, as an error's short code; empty otherwise
};

// The printers at this window. Prints a job once and never again by itself.
class PaperOutput
{
public:
    virtual ~PaperOutput() = default;
    virtual Pending<PrintReply> print(const PaperJob &job) = 0;
};

} // namespace yichuang
