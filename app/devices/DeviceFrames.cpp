#include "devices/DeviceFrames.h"

#include <QJsonDocument>
#include <QtEndian>

namespace yichuang {

namespace {

constexpr qsizetype prefix = 8; // two sizes, big-endian

quint32 sizeAt(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

} // namespace

tl::unexpected<Error> malformedMessage(const QString &what)
{
    return raise(ErrorCode::DeviceMessageMalformed, what);
}

QByteArray toFrame(const DeviceMessage &message)
{
    const QByteArray header = QJsonDocument(message.header).toJson(QJsonDocument::Compact);
    QByteArray frame(prefix, '\0');
    qToBigEndian(static_cast<quint32>(header.size()), frame.data());
    qToBigEndian(static_cast<quint32>(message.body.size()), frame.data() + 4);
    return frame + header + message.body;
}

Result<std::optional<DeviceMessage>> DeviceFrameReader::next()
{
    if (m_bytes.size() < prefix)
        return std::nullopt;
    const quint32 headerSize = sizeAt(m_bytes, 0);
    const quint32 bodySize = sizeAt(m_bytes, 4);
    if (headerSize > mostHeaderBytes || bodySize > mostBodyBytes)
        return malformedMessage(QStringLiteral("size"));
    const qsizetype whole = prefix + static_cast<qsizetype>(headerSize) + static_cast<qsizetype>(bodySize);
    if (m_bytes.size() < whole)
        return std::nullopt;
    const QJsonDocument header = QJsonDocument::fromJson(m_bytes.mid(prefix, headerSize));
    if (!header.isObject())
        return malformedMessage(QStringLiteral("header"));
    DeviceMessage message{header.object(), m_bytes.mid(prefix + headerSize, bodySize)};
    m_bytes.remove(0, whole);
    return message;
}

} // namespace yichuang
