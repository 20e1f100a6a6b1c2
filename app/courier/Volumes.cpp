#include "courier/Volumes.h"

#include "courier/Faults.h"

namespace yichuang::courier {

Result<QByteArray> VolumeList::volume(int number, qint64 size)
{
    const QByteArray bytes = m_volumes.value(number - 1);
    if (bytes.size() != size)
        return damaged(QString::number(number));
    return bytes;
}

Result<void> checkVolumes(const Cover &cover, VolumeSource &source, const std::function<bool()> &proceed)
{
    for (int i = 0; i < cover.volumes.size(); ++i) {
        if (!proceed())
            return stopped();
        const auto bytes = source.volume(i + 1, cover.volumes[i].size);
        if (!bytes)
            return passOn(bytes);
        if (Digest::of(*bytes) != cover.volumes[i].digest)
            return damaged(QString::number(i + 1));
    }
    return {};
}

} // namespace yichuang::courier
