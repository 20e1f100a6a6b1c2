#include "courier/PackageFolder.h"

#include "courier/Faults.h"

#include <QRegularExpression>

namespace yichuang::courier {

namespace {

const QString coverFile = QStringLiteral("cover.yc");
const QString makingPrefix = QStringLiteral("making-");

QString volumeFile(int number)
{
    return QStringLiteral("%1.ycv").arg(number, 4, 10, QLatin1Char('0'));
}

} // namespace

std::optional<PackageName> PackageName::parse(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("\\Ato-(platform|station)-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})"
                       "([0-9a-f]{12})-([0-9]{10})\\z"));
    const auto match = form.match(text);
    PackageName name;
    name.direction =
        match.captured(1) == QLatin1String("station") ? Direction::ToStation : Direction::ToPlatform;
    name.device = DeviceId::fromString(match.capturedTexts().mid(2, 5).join(QLatin1Char('-')));
    name.serial = match.captured(7).toLongLong();
    return match.hasMatch() && !name.device.isNull() && name.serial > 0 ? std::optional(name) : std::nullopt;
}

QString PackageName::toString() const
{
    return QStringLiteral("to-%1-%2-%3")
        .arg(direction == Direction::ToPlatform ? QStringLiteral("platform") : QStringLiteral("station"),
             device.toString().remove(QLatin1Char('-')))
        .arg(serial, 10, 10, QLatin1Char('0'));
}

QList<PackageName> packagesOn(Stick &stick)
{
    QList<PackageName> names;
    const QStringList folders = stick.folders();
    for (const QString &folder : folders) {
        if (const auto name = PackageName::parse(folder))
            names.append(*name);
    }
    return names;
}

Result<SignedCover> PackageReader::cover()
{
    const auto bytes = m_stick.read(m_name.toString(), coverFile, mostCoverBytes);
    if (!bytes)
        return passOn(bytes);
    auto read = readCover(*bytes);
    if (read && PackageName::of(read->cover) != m_name)
        return malformed("name of the folder");
    return read;
}

Result<QByteArray> PackageReader::volume(int number, qint64 size)
{
    auto bytes = m_stick.read(m_name.toString(), volumeFile(number), size);
    if (bytes && bytes->size() != size)
        return damaged(QString::number(number));
    return bytes;
}

PackageMaker::PackageMaker(Stick &stick, const PackageName &name)
    : m_stick(stick)
    , m_name(name)
    , m_folder(makingPrefix + name.toString())
{}

Result<void> PackageMaker::begin()
{
    if (auto prepared = m_stick.prepare(); !prepared)
        return prepared;
    // What an attempt of this station left behind when the stick was pulled out.
    const QString mine = m_folder.chopped(10);
    const QStringList folders = m_stick.folders();
    for (const QString &folder : folders) {
        if (folder.startsWith(mine))
            m_stick.remove(folder);
    }
    return m_stick.makeFolder(m_folder);
}

Result<void> PackageMaker::put(int number, const QByteArray &bytes)
{
    return m_stick.write(m_folder, volumeFile(number), bytes);
}

Result<void> PackageMaker::finish(const SignedCover &cover, const std::function<bool()> &proceed)
{
    return m_stick.write(m_folder, coverFile, cover.bytes)
        .and_then([&] { return readBack(cover, proceed); })
        .and_then([&] { return m_stick.rename(m_folder, m_name.toString()); });
}

Result<void> PackageMaker::readBack(const SignedCover &cover, const std::function<bool()> &proceed)
{
    const auto bytes = m_stick.read(m_folder, coverFile, mostCoverBytes);
    if (!bytes)
        return passOn(bytes);
    bool same = *bytes == cover.bytes;
    for (int i = 0; same && i < cover.cover.volumes.size(); ++i) {
        if (!proceed())
            return stopped();
        const Volume &volume = cover.cover.volumes[i];
        const auto read = m_stick.read(m_folder, volumeFile(i + 1), mostVolumeBytes);
        if (!read)
            return passOn(read);
        same = read->size() == volume.size && Digest::of(*read) == volume.digest;
    }
    return same ? Result<void>() : raise(ErrorCode::PackageNotAsWritten);
}

void PackageMaker::abandon()
{
    m_stick.remove(m_folder);
}

} // namespace yichuang::courier
