#pragma once

#include "IppLine.h"

#include "devices/DeviceTypes.h"

namespace yichuang::systemprinter {

// One job in a queue, followed from its number on.
class PrintJob
{
public:
    PrintJob(IppLine &line, int number)
        : m_line(line)
        , m_number(number)
    {}

    // What the queue says of it now; false where it does not answer.
    bool look(std::chrono::milliseconds patience);
    void cancel(std::chrono::milliseconds patience);

    bool isCompleted() const { return m_state == IPP_JSTATE_COMPLETED && !m_hadErrors; }
    bool isOver() const { return m_state >= IPP_JSTATE_CANCELED; }
    bool isHeld() const { return m_state == IPP_JSTATE_HELD; }
    // Nothing of it was printed and nothing will be: only where the queue itself says so.
    bool cameToNothing() const;

private:
    IppMessage request(ipp_op_t operation) const;

    IppLine &m_line;
    int m_number;
    int m_state = IPP_JSTATE_PENDING;
    bool m_wasBegun = true;
    bool m_wasSeenBegun = false;
    bool m_hadErrors = false;
};

} // namespace yichuang::systemprinter
