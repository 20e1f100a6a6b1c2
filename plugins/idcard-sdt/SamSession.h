#pragma once

#include "SamFrame.h"

#include "base/Result.h"

namespace yichuang {
class DeviceLine;
class Stop;
} // namespace yichuang

namespace yichuang::sdt {

// Questions and answers over one open line, on the caller's thread. Looks at `stop` at least every 100 ms.
class SamSession
{
public:
    // Both must outlive the session.
    SamSession(DeviceLine &line, const Stop &stop)
        : m_line(line)
        , m_stop(stop)
    {}

    // The module's answer: its success as the question says, or a status word that is none. ReaderSilent,
    // ReaderReplyBroken, DeviceStopped, or DeviceUnreachable where the line breaks. An answer that is damaged
    // or does not come is asked for `attempts` times.
    Result<SamReply> ask(const SamQuestion &question, int attempts = 2);
    // Lets time pass, hearing nothing.
    void pause(std::chrono::milliseconds duration);
    bool isStopped() const;

private:
    Result<SamReply> askOnce(const SamQuestion &question);
    Result<SamReply> hear(const SamQuestion &question);

    DeviceLine &m_line;
    const Stop &m_stop;
};

} // namespace yichuang::sdt
