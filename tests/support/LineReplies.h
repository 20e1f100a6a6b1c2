#pragma once

#include <QByteArray>

#include <deque>

namespace yichuang {

// Cuts the two streams of an HTTP/1.1 connection into whole requests and whole replies. Bodies have a
// Content-Length or are chunked.
class LineReplies
{
public:
    void sent(const QByteArray &bytes);
    // Adds bytes of the server; takes out the next whole reply with its request, if there is one. An interim
    // reply (100) belongs to the one that follows it.
    bool received(const QByteArray &bytes, QByteArray *request, QByteArray *reply);

private:
    std::deque<QByteArray> m_requests;
    QByteArray m_up;
    QByteArray m_down;
};

} // namespace yichuang
