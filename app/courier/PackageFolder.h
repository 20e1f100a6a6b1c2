#pragma once

#include "courier/Stick.h"
#include "courier/Volumes.h"

namespace yichuang::courier {

// A package's folder on a stick: `to-platform-<device, 32 hex>-<serial, 10 digits>`, or `to-station-…`. It
// holds `cover.yc` and `0001.ycv` on; nothing of it is read by a name that somebody else has chosen.
struct PackageName
{
    Direction direction = Direction::ToPlatform;
    DeviceId device;
    qint64 serial = 0;

    static PackageName of(const Cover &cover) { return {cover.direction, cover.device, cover.serial}; }
    // Nothing where it is not exactly such a name.
    static std::optional<PackageName> parse(const QString &text);
    QString toString() const;
    bool operator==(const PackageName &) const = default;
};

// What seems to lie on the stick, by the names alone.
QList<PackageName> packagesOn(Stick &stick);

// A package as it lies on a stick.
class PackageReader final : public VolumeSource
{
public:
    PackageReader(Stick &stick, const PackageName &name)
        : m_stick(stick)
        , m_name(name)
    {}
    // PackageMalformed also where the cover is not of the folder's name.
    Result<SignedCover> cover();
    Result<QByteArray> volume(int number, qint64 size) override;

private:
    Stick &m_stick;
    PackageName m_name;
};

// Puts a package on the stick: under a name that nobody reads, then read back from the stick and compared,
// then renamed. What is cut short leaves no package, and what it leaves is removed by the next attempt.
class PackageMaker final : public VolumeSink
{
public:
    PackageMaker(Stick &stick, const PackageName &name);

    Result<void> begin();
    Result<void> put(int number, const QByteArray &bytes) override;
    // PackageNotAsWritten. `proceed` is asked before each volume is read back (PackageStopped).
    Result<void> finish(const SignedCover &cover, const std::function<bool()> &proceed);
    // Removes what is there of it.
    void abandon();

private:
    Result<void> readBack(const SignedCover &cover, const std::function<bool()> &proceed);

    Stick &m_stick;
    PackageName m_name;
    QString m_folder; // while it is made
};

} // namespace yichuang::courier
