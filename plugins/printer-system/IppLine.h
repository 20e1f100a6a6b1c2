#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <chrono>
#include <cups/cups.h>
#include <memory>

namespace yichuang {
class Stop;
}

namespace yichuang::systemprinter {

using IppMessage = std::unique_ptr<ipp_t, decltype(&ippDelete)>;

// Where a printer is asked: the host that is connected to, and the name under which it knows the printer.
struct IppAddress
{
    QByteArray host;
    int port = 631;
    bool isEncrypted = false;
    QByteArray resource; // "/ipp/print"
    QByteArray uri;      // of the printer, in every request
    static std::optional<IppAddress> ofUri(const QByteArray &uri);
    static IppAddress ofQueue(const QByteArray &queue);
};

struct IppReply
{
    bool wasSent = false;                    // the printer may have taken the request, or a part of it
    IppMessage message{nullptr, &ippDelete}; // null where no reply came
    ipp_status_t status = IPP_STATUS_ERROR_INTERNAL;

    bool succeeded() const { return message && status < IPP_STATUS_REDIRECTION_OTHER_SITE; }
    std::optional<int> number(const char *name) const; // nothing where it is missing or has no value
    QStringList words(const char *name) const;
    bool isWithoutValue(const char *name) const; // it is there and says that there is none
};

// A connection over which requests are sent once, never again by themselves: libcups' own calls send a job
// anew where the line broke. Looks at Stop every 200 ms.
class IppLine
{
public:
    // DeviceUnreachable; DeviceStopped.
    static Result<IppLine> open(const IppAddress &address, std::chrono::milliseconds patience,
                                const Stop &stop);

    // What is asked from now on tidies up, and must get through although Stop asked.
    void finishRegardless() { m_waiting->stop = nullptr; }
    IppMessage request(ipp_op_t operation) const; // with what every request holds
    IppReply ask(IppMessage request, std::chrono::milliseconds patience, const QByteArray &document = {});

private:
    struct Waiting
    {
        const Stop *stop;
        QDeadlineTimer until;
    };
    using Connection = std::unique_ptr<http_t, decltype(&httpClose)>;

    IppLine(IppAddress address, Connection connection, const Stop &stop);
    static int goesOn(http_t *, void *waiting);

    IppAddress m_address;
    std::unique_ptr<Waiting> m_waiting; // outlives the connection, which asks it
    Connection m_connection;
};

} // namespace yichuang::systemprinter
