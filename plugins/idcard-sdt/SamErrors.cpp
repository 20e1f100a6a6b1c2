#include "SamErrors.h"

namespace yichuang::sdt {

tl::unexpected<Error> replyBroken(const QString &during)
{
    return raise(ErrorCode::ReaderReplyBroken, during);
}

tl::unexpected<Error> readerSilent(const QString &during)
{
    return raise(ErrorCode::ReaderSilent, during);
}

tl::unexpected<Error> cardMalformed(const QString &field)
{
    return raise(ErrorCode::CardMalformed, field);
}

tl::unexpected<Error> statusError(quint8 status, const QString &during)
{
    const QString detail = QStringLiteral("%1: status %2").arg(during).arg(status, 2, 16, QLatin1Char('0'));
    switch (status) {
    case 0x10: // the module did not understand the request: the line damages bytes
    case 0x11:
    case 0x21:
        return replyBroken(detail);
    case 0x60:
        return raise(ErrorCode::ReaderSelfTestFailed, detail);
    case 0x23:
    case 0x66:
        return raise(ErrorCode::ReaderNotAuthorised, detail);
    case 0x31:
    case 0x32:
    case 0x33:
        return raise(ErrorCode::CardNotAuthenticated, detail);
    default:
        return raise(ErrorCode::CardReadFailed, detail);
    }
}

} // namespace yichuang::sdt
