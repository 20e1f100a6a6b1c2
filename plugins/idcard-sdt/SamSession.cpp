#include "SamSession.h"

#include "SamErrors.h"

#include "devices/DeviceErrors.h"
#include "devices/DeviceLine.h"
#include "devices/DevicePlugin.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace yichuang::sdt {

namespace {

using std::chrono::milliseconds;

// Until the rest of a damaged answer has gone by, so that it is not taken for the next one's beginning.
constexpr milliseconds settling{60};
constexpr milliseconds writing{300};
constexpr milliseconds gap{500}; // within an answer that has begun, which comes in one go

// An answer to another question, one that came too late, does not fit this one.
bool fits(const SamReply &reply, const SamQuestion &question)
{
    return reply.status != question.success || reply.data.size() == question.dataSize;
}

bool isWorthAsking(const Error &error)
{
    return error.code == ErrorCode::ReaderSilent || error.code == ErrorCode::ReaderReplyBroken;
}

} // namespace

Result<SamReply> SamSession::ask(const SamQuestion &question, int attempts)
{
    Result<SamReply> reply = askOnce(question);
    for (int done = 1; !reply && done < attempts && isWorthAsking(reply.error()); ++done) {
        pause(settling);
        reply = askOnce(question);
    }
    return reply;
}

void SamSession::pause(milliseconds duration)
{
    const QDeadlineTimer deadline(duration);
    while (!deadline.hasExpired() && !m_line.isBroken() && !isStopped())
        m_line.read(256, milliseconds(deadline.remainingTime()), m_stop);
}

bool SamSession::isStopped() const
{
    return m_stop.isRequested();
}

Result<SamReply> SamSession::askOnce(const SamQuestion &question)
{
    const QByteArray frame = frameOf(question);
    m_line.discard();
    const bool isSent = m_line.write(frame, writing, m_stop) == frame.size();
    if (isStopped())
        return deviceStopped(QLatin1String(question.name));
    if (m_line.isBroken())
        return deviceUnreachable(QLatin1String(question.name));
    return isSent ? hear(question) : readerSilent(QLatin1String(question.name));
}

Result<SamReply> SamSession::hear(const SamQuestion &question)
{
    const QString name = QLatin1String(question.name);
    const QDeadlineTimer deadline(question.patience);
    SamReplyReader reader;
    auto state = SamReplyReader::State::Incomplete;
    while (state == SamReplyReader::State::Incomplete && !deadline.hasExpired()) {
        const milliseconds left(deadline.remainingTime());
        const QByteArray bytes =
            m_line.read(reader.wanted(), reader.hasStarted() ? std::min(gap, left) : left, m_stop);
        if (isStopped())
            return deviceStopped(name);
        if (m_line.isBroken())
            return deviceUnreachable(name);
        if (bytes.isEmpty())
            break;
        state = reader.take(bytes);
    }
    if (state == SamReplyReader::State::Incomplete && !reader.hasStarted())
        return readerSilent(name);
    if (state != SamReplyReader::State::Whole || !fits(reader.reply(), question))
        return replyBroken(name);
    return reader.reply();
}

} // namespace yichuang::sdt
