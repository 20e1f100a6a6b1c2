#include "sync/StrangeReply.h"

#include "base/Result.h"

namespace yichuang {

namespace {

// Below it Qt's codes are of the line itself; from there on somebody spoke.
constexpr int firstProxyError = QNetworkReply::ProxyConnectionRefusedError;

bool isLineError(QNetworkReply::NetworkError error)
{
    return (error != QNetworkReply::NoError && error < firstProxyError) ||
           (error >= firstProxyError && error <= QNetworkReply::ProxyTimeoutError);
}

// 511 is what a portal should say; most redirect, or give their own page as if it were the answer.
bool isPortal(const StrangeReply &reply)
{
    const bool redirected = reply.status >= 300 && reply.status < 400;
    const bool page = reply.status >= 200 && reply.status < 300 && reply.contentType.startsWith("text/");
    return reply.status == 511 || redirected || page;
}

// A proxy on the way says that it gets no further.
bool isGateway(int status)
{
    return status >= 502 && status <= 504;
}

} // namespace

Error whoAnswered(const StrangeReply &reply)
{
    const QString detail =
        QStringLiteral("status %1, error %2").arg(reply.status).arg(static_cast<int>(reply.error));
    if (reply.error == QNetworkReply::SslHandshakeFailedError)
        return raise(ErrorCode::CertificateWrong, detail).value();
    if (!reply.tooLarge) {
        const bool nobody = reply.status == 0 && reply.error != QNetworkReply::ProtocolFailure;
        // A line that is cut within the head looks to Qt like an answer without a body.
        const bool cutHead = reply.isBare && reply.status >= 200 && reply.status < 300;
        if (nobody || cutHead || isLineError(reply.error) || isGateway(reply.status))
            return raise(ErrorCode::LineDown, detail).value();
        if (isPortal(reply))
            return raise(ErrorCode::CaptivePortal, detail).value();
    }
    return raise(ErrorCode::NotThePlatform, detail).value();
}

} // namespace yichuang
