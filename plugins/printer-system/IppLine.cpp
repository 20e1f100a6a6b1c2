#include "IppLine.h"

#include "devices/DeviceErrors.h"
#include "devices/DevicePlugin.h"

#include <array>

namespace yichuang::systemprinter {

namespace {

constexpr double lookEvery = 0.2; // seconds
constexpr int longestPart = 400;

// Nobody sits at this process: without it libcups asks for a password at the terminal.
const char *noPassword(const char *, http_t *, const char *, const char *, void *)
{
    return nullptr;
}

} // namespace

std::optional<IppAddress> IppAddress::ofUri(const QByteArray &uri)
{
    std::array<char, 16> scheme{};
    std::array<char, 8> user{};
    std::array<char, longestPart + 1> host{};
    std::array<char, longestPart + 1> resource{};
    int port = 0;
    const auto status = httpSeparateURI(HTTP_URI_CODING_ALL, uri.constData(), scheme.data(),
                                        int(scheme.size()), user.data(), int(user.size()), host.data(),
                                        int(host.size()), &port, resource.data(), int(resource.size()));
    if (status < HTTP_URI_STATUS_OK)
        return std::nullopt;
    return IppAddress{host.data(), port, qstrcmp(scheme.data(), "ipps") == 0, resource.data(), uri};
}

IppAddress IppAddress::ofQueue(const QByteArray &queue)
{
    std::array<char, 1024> uri{};
    const QByteArray resource = "/printers/" + queue;
    httpAssembleURI(HTTP_URI_CODING_ALL, uri.data(), int(uri.size()), "ipp", nullptr, "localhost", 0,
                    resource.constData());
    return {cupsServer(), ippPort(), cupsEncryption() == HTTP_ENCRYPTION_ALWAYS, resource, uri.data()};
}

std::optional<int> IppReply::number(const char *name) const
{
    ipp_attribute_t *found = ippFindAttribute(message.get(), name, IPP_TAG_ZERO);
    const ipp_tag_t tag = found ? ippGetValueTag(found) : IPP_TAG_ZERO;
    if (tag == IPP_TAG_BOOLEAN)
        return ippGetBoolean(found, 0);
    return tag == IPP_TAG_INTEGER || tag == IPP_TAG_ENUM ? std::optional(ippGetInteger(found, 0))
                                                         : std::nullopt;
}

QStringList IppReply::words(const char *name) const
{
    ipp_attribute_t *found = ippFindAttribute(message.get(), name, IPP_TAG_KEYWORD);
    QStringList words;
    for (int index = 0; found && index < std::min(ippGetCount(found), 50); ++index)
        words << QString::fromLatin1(ippGetString(found, index, nullptr)).left(longestPart);
    return words;
}

bool IppReply::isWithoutValue(const char *name) const
{
    ipp_attribute_t *found = ippFindAttribute(message.get(), name, IPP_TAG_ZERO);
    return found && ippGetValueTag(found) == IPP_TAG_NOVALUE;
}

IppLine::IppLine(IppAddress address, Connection connection, const Stop &stop)
    : m_address(std::move(address))
    , m_waiting(std::make_unique<Waiting>(Waiting{&stop, QDeadlineTimer()}))
    , m_connection(std::move(connection))
{
    httpSetTimeout(m_connection.get(), lookEvery, &IppLine::goesOn, m_waiting.get());
}

Result<IppLine> IppLine::open(const IppAddress &address, std::chrono::milliseconds patience, const Stop &stop)
{
    if (stop.isRequested())
        return deviceStopped();
    cupsSetPasswordCB2(noPassword, nullptr);
    const auto encryption = address.isEncrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED;
    Connection connection(httpConnect2(address.host.constData(), address.port, nullptr, AF_UNSPEC, encryption,
                                       1, int(patience.count()), nullptr),
                          &httpClose);
    if (!connection)
        return deviceUnreachable(QString::fromUtf8(address.uri));
    return IppLine(address, std::move(connection), stop);
}

int IppLine::goesOn(http_t *, void *waiting)
{
    const auto *now = static_cast<Waiting *>(waiting);
    return !(now->stop && now->stop->isRequested()) && !now->until.hasExpired();
}

IppMessage IppLine::request(ipp_op_t operation) const
{
    IppMessage message(ippNewRequest(operation), &ippDelete);
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr,
                 m_address.uri.constData());
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return message;
}

IppReply IppLine::ask(IppMessage request, std::chrono::milliseconds patience, const QByteArray &document)
{
    m_waiting->until = QDeadlineTimer(patience);
    IppReply reply;
    const char *resource = m_address.resource.constData();
    const size_t length = ippLength(request.get()) + size_t(document.size());
    http_t *line = m_connection.get();
    // OK is a printer that answered before it asked for the document.
    const http_status_t invited = cupsSendRequest(line, request.get(), resource, length);
    if (invited != HTTP_STATUS_CONTINUE && invited != HTTP_STATUS_OK) {
        reply.status = cupsLastError();
        return reply;
    }
    // What was begun may be taken for a job, so it counts as sent.
    reply.wasSent = true;
    if (invited == HTTP_STATUS_CONTINUE && !document.isEmpty())
        cupsWriteRequestData(line, document.constData(), size_t(document.size()));
    reply.message.reset(cupsGetResponse(line, resource));
    reply.status = reply.message ? ippGetStatusCode(reply.message.get()) : cupsLastError();
    return reply;
}

} // namespace yichuang::systemprinter
