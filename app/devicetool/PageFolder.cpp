#include "PageFolder.h"

#include "devices/DeviceTypes.h"

#include <QDir>
#include <QFile>

namespace yichuang {

namespace {

constexpr int mostPages = 9999;

QString endingOf(const QString &mediaType)
{
    if (mediaType == u"image/jpeg")
        return QStringLiteral("jpg");
    return mediaType == u"image/png" ? QStringLiteral("png") : QStringLiteral("bin");
}

bool writeWhole(QFile &file, const QByteArray &bytes)
{
    if (file.write(bytes) == bytes.size() && file.flush())
        return true;
    file.remove();
    return false;
}

} // namespace

bool PageFolder::make() const
{
    return QDir().mkpath(m_path);
}

std::optional<QString> PageFolder::keep(const ScannedPage &page)
{
    while (m_last < mostPages) {
        const QString name = QStringLiteral("page-%1.%2").arg(++m_last, 4, 10, QLatin1Char('0'));
        QFile file(QDir(m_path).filePath(name.arg(endingOf(page.mediaType))));
        if (file.open(QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
            return writeWhole(file, page.bytes) ? std::optional(file.fileName()) : std::nullopt;
        if (!file.exists())
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace yichuang
