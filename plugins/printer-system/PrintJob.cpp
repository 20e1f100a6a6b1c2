#include "PrintJob.h"

#include <QStringList>

#include <array>

namespace yichuang::systemprinter {

IppMessage PrintJob::request(ipp_op_t operation) const
{
    IppMessage message = m_line.request(operation);
    // The number belongs beside printer-uri, before the other attributes that may follow.
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", m_number);
    return message;
}

bool PrintJob::look(std::chrono::milliseconds patience)
{
    static constexpr std::array<const char *, 3> wanted{"job-state", "job-state-reasons",
                                                        "time-at-processing"};
    IppMessage message = request(IPP_OP_GET_JOB_ATTRIBUTES);
    ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  int(wanted.size()), nullptr, wanted.data());
    const IppReply reply = m_line.ask(std::move(message), patience);
    const auto state = reply.number("job-state");
    if (!reply.succeeded() || !state)
        return false;
    m_state = *state;
    m_wasSeenBegun |= m_state == IPP_JSTATE_PROCESSING || m_state == IPP_JSTATE_STOPPED;
    m_wasBegun = m_wasSeenBegun || !reply.isWithoutValue("time-at-processing");
    m_hadErrors = reply.words("job-state-reasons").contains(QStringLiteral("job-completed-with-errors"));
    return true;
}

void PrintJob::cancel(std::chrono::milliseconds patience)
{
    m_line.ask(request(IPP_OP_CANCEL_JOB), patience);
    look(patience);
}

bool PrintJob::cameToNothing() const
{
    return (m_state == IPP_JSTATE_CANCELED || m_state == IPP_JSTATE_ABORTED) && !m_wasBegun;
}

} // namespace yichuang::systemprinter
