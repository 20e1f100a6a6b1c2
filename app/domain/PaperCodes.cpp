#include "domain/PaperCodes.h"

namespace yichuang {

namespace {

// Parts are set apart by a byte that stands in none of them, so that no two inputs give the same bytes.
QByteArray hashOf(std::initializer_list<QByteArray> parts)
{
    return Digest::of(QByteArrayList(parts).join('\0')).bytes();
}

quint64 firstEightBytes(const QByteArray &bytes)
{
    quint64 number = 0;
    for (int i = 0; i < 8; ++i)
        number = (number << 8) | static_cast<quint8>(bytes[i]);
    return number;
}

} // namespace

QString queryCode(const CaseId &caseId)
{
    const QByteArray hash = hashOf({"yichuang query code 1", caseId.toString().toLatin1()});
    return QStringLiteral("%1").arg(firstEightBytes(hash) % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString paperCheckCode(const CaseId &caseId, const QString &paper, const QString &paperNumber,
                       const Digest &content)
{
    const QByteArray hash = hashOf({"yichuang check code 1", caseId.toString().toLatin1(), paper.toUtf8(),
                                    paperNumber.toUtf8(), content.toHex().toLatin1()});
    const QString hex = QString::fromLatin1(hash.first(4).toHex()).toUpper();
    return hex.first(4) + u'-' + hex.last(4);
}

} // namespace yichuang
