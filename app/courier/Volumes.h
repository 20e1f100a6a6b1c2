#pragma once

#include "courier/Cover.h"

#include <functional>

namespace yichuang::courier {

// Where the volumes of a package go, one after the other.
class VolumeSink
{
public:
    virtual ~VolumeSink() = default;
    virtual Result<void> put(int number /* from 1 */, const QByteArray &bytes) = 0;
};

// Where they come from. `size` is what the cover says; a source hands out no more.
class VolumeSource
{
public:
    virtual ~VolumeSource() = default;
    virtual Result<QByteArray> volume(int number /* from 1 */, qint64 size) = 0;
};

// A package in memory, as it goes over the wire.
class VolumeList final : public VolumeSink, public VolumeSource
{
public:
    VolumeList() = default;
    explicit VolumeList(QByteArrayList volumes)
        : m_volumes(std::move(volumes))
    {}
    Result<void> put(int, const QByteArray &bytes) override
    {
        m_volumes.append(bytes);
        return {};
    }
    Result<QByteArray> volume(int number, qint64 size) override;
    const QByteArrayList &volumes() const { return m_volumes; }

private:
    QByteArrayList m_volumes;
};

// Every volume against the cover: PackageDamaged for the first that is another, short or missing. Nothing of
// a package is believed before that and its signature. `proceed` is asked before each and may end it
// (PackageStopped).
Result<void> checkVolumes(
    const Cover &cover, VolumeSource &source, const std::function<bool()> &proceed = [] { return true; });

} // namespace yichuang::courier
