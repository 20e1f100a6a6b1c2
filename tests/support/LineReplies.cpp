#include "support/LineReplies.h"

#include <QList>

namespace yichuang {

namespace {

QByteArray field(const QByteArray &head, const QByteArray &name)
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\n" + name + ":");
    if (at < 0)
        return {};
    const qsizetype from = at + name.size() + 3;
    return lower.mid(from, lower.indexOf("\r\n", from) - from).trimmed();
}

// -1 while the last chunk has not come.
qsizetype chunkedLength(const QByteArray &bytes, qsizetype from)
{
    qsizetype at = from;
    while (true) {
        const qsizetype line = bytes.indexOf("\r\n", at);
        if (line < 0)
            return -1;
        const qsizetype size = bytes.mid(at, line - at).split(';').first().toLongLong(nullptr, 16);
        at = line + 2 + size + 2;
        if (at > bytes.size())
            return -1;
        if (size == 0)
            return at - from;
    }
}

// The size of the whole message at the beginning of `bytes`; -1 while it is not whole.
qsizetype messageLength(const QByteArray &bytes, bool hasBody)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    const QByteArray head = bytes.left(end + 2);
    qsizetype body = 0;
    if (hasBody)
        body = field(head, "transfer-encoding") == "chunked" ? chunkedLength(bytes, end + 4)
                                                             : field(head, "content-length").toLongLong();
    if (body < 0 || bytes.size() < end + 4 + body)
        return -1;
    return end + 4 + body;
}

QByteArray takeFront(QByteArray &bytes, qsizetype count)
{
    const QByteArray front = bytes.first(count);
    bytes.remove(0, count);
    return front;
}

} // namespace

void LineReplies::sent(const QByteArray &bytes)
{
    m_up += bytes;
    for (qsizetype size = messageLength(m_up, true); size >= 0; size = messageLength(m_up, true))
        m_requests.push_back(takeFront(m_up, size));
}

bool LineReplies::received(const QByteArray &bytes, QByteArray *request, QByteArray *reply)
{
    m_down += bytes;
    if (m_down.size() < 12)
        return false;
    const QByteArray status = m_down.mid(9, 3);
    // The request may have been answered before its end; its body matters to nobody then.
    const bool head = (m_requests.empty() ? m_up : m_requests.front()).startsWith("HEAD ");
    const qsizetype size =
        messageLength(m_down, !head && status != "204" && status != "304" && status[0] != '1');
    if (size < 0)
        return false;
    if (status[0] == '1') {
        (void)takeFront(m_down, size);
        return received({}, request, reply);
    }
    *reply = takeFront(m_down, size);
    *request = m_requests.empty() ? m_up : m_requests.front();
    if (!m_requests.empty())
        m_requests.pop_front();
    return true;
}

} // namespace yichuang
