#include "platform/http/ReplyText.h"

#include "platform/http/Asio.h"

namespace yichuang {

namespace {

beast::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

} // namespace

QByteArray replyText(const ApiReply &reply, const ReplyForm &form)
{
    http::response<http::empty_body> head{static_cast<http::status>(reply.status), 11};
    for (auto it = reply.headers.begin(); it != reply.headers.end(); ++it)
        head.set(viewOf(it.key()), viewOf(it.value()));
    head.set("Request-Id", viewOf(form.requestId));
    const bool isBare = reply.status == 204 || reply.status == 304;
    if (!reply.body.isEmpty() && !isBare)
        head.set(http::field::content_type, viewOf(reply.type));
    if (!isBare)
        head.content_length(static_cast<std::uint64_t>(reply.body.size()));
    head.keep_alive(form.keepAlive);
    QByteArray text;
    text.reserve(512 + (form.toHead ? 0 : reply.body.size()));
    http::response_serializer<http::empty_body> serializer(head);
    beast::error_code error;
    while (!error && !serializer.is_done()) {
        serializer.next(error, [&](beast::error_code &, const auto &buffers) {
            for (const auto part : beast::buffers_range_ref(buffers))
                text.append(static_cast<const char *>(part.data()), static_cast<qsizetype>(part.size()));
            serializer.consume(beast::buffer_bytes(buffers));
        });
    }
    if (!form.toHead && !isBare)
        text += reply.body;
    return text;
}

} // namespace yichuang
