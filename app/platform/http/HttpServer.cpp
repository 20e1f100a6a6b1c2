#include "platform/http/HttpServer.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#pragma GCC diagnostic pop

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <chrono>

namespace yichuang {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

constexpr std::uint32_t mostHeaderBytes = 16 * 1024;
constexpr std::uint64_t mostBodyBytes = 65 * 1024 * 1024;
constexpr size_t readBuffer = 128 * 1024;
constexpr std::chrono::seconds headerTime{20};
constexpr std::chrono::seconds bodyTime{300};
constexpr std::chrono::seconds idleTime{120};

QByteArray bytesOf(beast::string_view view)
{
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

ApiRequest requestOf(const http::request<http::string_body> &message)
{
    ApiRequest request;
    request.method = bytesOf(message.method_string());
    request.target = bytesOf(message.target());
    for (const auto &field : message)
        request.headers.insert(bytesOf(field.name_string()).toLower(), bytesOf(field.value()));
    request.body = QByteArray::fromStdString(message.body());
    return request;
}

// One connection: reads a request, waits for its answer, writes it, reads the next.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(tcp::socket socket, const HttpServer::Handler &handler)
        : m_stream(std::move(socket))
        , m_handler(handler)
    {
        m_buffer.reserve(readBuffer);
        beast::error_code ignored;
        m_stream.socket().set_option(tcp::no_delay(true), ignored);
    }

    void readHeader()
    {
        acknowledgeAtOnce();
        m_parser.emplace();
        m_parser->header_limit(mostHeaderBytes);
        m_parser->body_limit(mostBodyBytes);
        m_stream.expires_after(m_first ? headerTime : idleTime);
        m_first = false;
        http::async_read_header(
            m_stream, m_buffer, *m_parser,
            [self = shared_from_this()](beast::error_code error, size_t) { self->headerRead(error); });
    }

private:
    // A client that sends head and body in two pieces (Qt's does, and it waits for the first to be
    // acknowledged) would lose the time of a delayed acknowledgement at every request. The kernel forgets
    // this by itself.
    void acknowledgeAtOnce()
    {
        const int on = 1;
        ::setsockopt(m_stream.socket().native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    }

    void headerRead(beast::error_code error)
    {
        if (error)
            return close();
        m_stream.expires_after(bodyTime);
        if (beast::iequals(m_parser->get()[http::field::expect], "100-continue")) {
            m_goOn = {http::status::continue_, 11};
            return http::async_write(m_stream, m_goOn,
                                     [self = shared_from_this()](beast::error_code failed, size_t) {
                                         if (!failed)
                                             self->readBody();
                                     });
        }
        readBody();
    }

    void readBody()
    {
        acknowledgeAtOnce();
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](beast::error_code error, size_t) {
                             if (!error)
                                 self->handle();
                             else if (error == http::error::body_limit)
                                 self->write(refusal(413, "too-large"), false);
                             else
                                 self->close();
                         });
    }

    void handle()
    {
        const bool keepAlive = m_parser->get().keep_alive();
        m_version = m_parser->get().version();
        // The answer comes on another thread, perhaps after the sender has gone.
        m_handler(requestOf(m_parser->get()), [self = shared_from_this(), keepAlive](ApiReply reply) {
            asio::post(self->m_stream.get_executor(),
                       [self, keepAlive, reply = std::move(reply)] { self->write(reply, keepAlive); });
        });
    }

    void write(const ApiReply &reply, bool keepAlive)
    {
        m_reply = {static_cast<http::status>(reply.status), m_version};
        for (auto it = reply.headers.begin(); it != reply.headers.end(); ++it)
            m_reply.set(it.key().toStdString(), it.value().toStdString());
        if (!reply.body.isEmpty()) {
            m_reply.set(http::field::content_type, reply.type.toStdString());
            m_reply.body() = reply.body.toStdString();
        }
        m_reply.keep_alive(keepAlive);
        m_reply.prepare_payload();
        m_stream.expires_after(bodyTime);
        http::async_write(m_stream, m_reply,
                          [self = shared_from_this(), keepAlive](beast::error_code error, size_t) {
                              if (error || !keepAlive)
                                  self->close();
                              else
                                  self->readHeader();
                          });
    }

    void close()
    {
        beast::error_code ignored;
        m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    beast::tcp_stream m_stream;
    const HttpServer::Handler &m_handler;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    http::response<http::empty_body> m_goOn;
    http::response<http::string_body> m_reply;
    unsigned int m_version = 11;
    bool m_first = true;
};

} // namespace

struct HttpServer::Private
{
    explicit Private(Handler given)
        : handler(std::move(given))
    {}

    Handler handler;
    asio::io_context context{1};
    tcp::acceptor acceptor{context};
    asio::signal_set signals{context, SIGTERM, SIGINT};

    void accept()
    {
        acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
            if (!acceptor.is_open())
                return;
            if (!error)
                std::make_shared<Connection>(std::move(socket), handler)->readHeader();
            accept();
        });
    }
};

HttpServer::HttpServer(Handler handler)
    : d(std::make_unique<Private>(std::move(handler)))
{}

HttpServer::~HttpServer() = default;

Result<unsigned short> HttpServer::listen(const QString &address, unsigned short port)
{
    beast::error_code error;
    const auto host = asio::ip::make_address(address.toStdString(), error);
    const tcp::endpoint endpoint(host, port);
    if (!error)
        d->acceptor.open(endpoint.protocol(), error);
    if (!error)
        d->acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        d->acceptor.bind(endpoint, error);
    if (!error)
        d->acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return raise(ErrorCode::PortUnusable, QString::number(port));
    d->accept();
    d->signals.async_wait([this](beast::error_code failed, int) {
        if (!failed)
            stop();
    });
    return d->acceptor.local_endpoint().port();
}

void HttpServer::run()
{
    d->context.run();
}

void HttpServer::stop()
{
    asio::post(d->context, [this] {
        beast::error_code ignored;
        d->acceptor.close(ignored);
        d->context.stop();
    });
}

} // namespace yichuang
