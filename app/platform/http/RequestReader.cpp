#include "platform/http/RequestReader.h"

namespace yichuang {

namespace {

QByteArray bytesOf(beast::string_view view)
{
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

RequestReader::RequestReader(const HttpLimits &limits)
    : m_limits(limits)
{
    m_parser.header_limit(limits.headerBytes);
    m_parser.body_limit(std::numeric_limits<std::uint64_t>::max()); // the path's own comes when it is known
}

RequestReader::Step RequestReader::refuse(int status, const char *reason, const char *limit)
{
    m_refused = {status, reason, limit};
    return Step::Refused;
}

RequestReader::Step RequestReader::feed(const char *bytes, size_t count, size_t &used)
{
    used = 0;
    if (m_headTaken && m_parser.is_done())
        return Step::Done;
    if (count == 0)
        return Step::NeedMore;
    beast::error_code error;
    used = m_parser.put(asio::const_buffer(bytes, count), error);
    if (error == http::error::need_more)
        return Step::NeedMore;
    if (error == http::error::header_limit)
        return refuse(431, "too-large", m_headTaken ? "chunk-header" : "header-bytes");
    if (error == http::error::body_limit)
        return refuse(413, "too-large", "body-bytes");
    if (error)
        return refuse(400, "malformed", "malformed");
    if (!m_headTaken)
        return m_parser.is_header_done() ? takeHead() : Step::NeedMore;
    return m_parser.is_done() ? Step::Done : Step::NeedMore;
}

RequestReader::Step RequestReader::takeHead()
{
    const auto &message = m_parser.get();
    m_headTaken = true;
    m_head.method = bytesOf(message.method_string());
    m_head.target = bytesOf(message.target());
    for (const auto &field : message)
        m_head.headers.insert(bytesOf(field.name_string()).toLower(), bytesOf(field.value()));
    m_route = &routeOf(m_head.path());
    m_head.route = m_route->path;
    m_head.lane = m_route->lane;
    // What is packed in a way that is not understood has no known end: the next request would begin inside
    // it.
    if (m_head.headers.contains("transfer-encoding") && !m_parser.chunked())
        return refuse(400, "malformed", "malformed");
    if (!allows(*m_route, m_head.method))
        return refuse(405, "method", "method");
    if (m_head.headers.contains("expect") && !expectsContinue())
        return refuse(417, "malformed", "malformed");
    const qint64 most = m_limits.*(m_route->bodyBytes);
    if (const auto length = m_parser.content_length(); length && *length > static_cast<std::uint64_t>(most))
        return refuse(413, "too-large", "body-bytes");
    m_parser.body_limit(static_cast<std::uint64_t>(most));
    m_parser.eager(true);
    return Step::HeaderDone;
}

bool RequestReader::hasBody() const
{
    return m_parser.chunked() || m_parser.content_length().value_or(0) > 0;
}

qint64 RequestReader::bodyLength() const
{
    return m_parser.chunked() ? m_limits.*(m_route->bodyBytes)
                              : static_cast<qint64>(m_parser.content_length().value_or(0));
}

bool RequestReader::expectsContinue() const
{
    return m_head.headers.value("expect").compare("100-continue", Qt::CaseInsensitive) == 0;
}

} // namespace yichuang
