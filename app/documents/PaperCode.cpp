#include "documents/PaperCode.h"

#include <QRegularExpression>

namespace yichuang {

QString PaperCode::toString() const
{
    return QStringLiteral("YC1:%1:%2:%3:%4")
        .arg(caseNumber, QString::fromLatin1(caseId.uuid().toByteArray(QUuid::Id128)), paper, checkCode);
}

std::optional<PaperCode> PaperCode::fromString(QStringView text)
{
    static const QRegularExpression form(
        QStringLiteral("^YC1:([0-9]{6}-[A-Z0-9]{2,4}-[0-9]{6}-[0-9]{4,6}):([0-9a-f]{32}):([a-z-]{3,32}):([0-"
                       "9A-F]{4}-[0-9A-F]{4})$"));
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QUuid uuid = QUuid::fromRfc4122(QByteArray::fromHex(match.captured(2).toLatin1()));
    return PaperCode{match.captured(1), CaseId(uuid), match.captured(3), match.captured(4)};
}

} // namespace yichuang
