#include "store/StationIdentity.h"

#include "store/ChunkCipher.h"
#include "store/DurableFile.h"

#include <QFile>

namespace yichuang {

namespace {

const QByteArray magic("YCI1");
constexpr qsizetype deviceBytes = 16;
constexpr qsizetype keyBytes = 32;
constexpr qsizetype plainBytes = deviceBytes + 2 * keyBytes;
constexpr qint64 mostFileBytes = 4096;

// A key of its own, so that the data key itself only ever opens the database.
Secret sealingKey(const Secret &dataKey)
{
    QByteArray bytes = chunkcipher::keyed(dataKey, "identity", {});
    Secret key(bytes);
    wipe(bytes);
    return key;
}

} // namespace

Result<void> writeIdentity(const QString &path, const Secret &dataKey, const StationIdentity &identity)
{
    QByteArray plain = identity.device.uuid().toRfc4122();
    plain.append(identity.signingSeed.view());
    plain.append(identity.pageKey.view());
    const QByteArray sealed = magic + chunkcipher::wrap(sealingKey(dataKey), Secret(plain));
    wipe(plain);
    if (!writeDurably(path, sealed))
        return raise(ErrorCode::IdentityUnwritable);
    return {};
}

Result<StationIdentity> readIdentity(const QString &path, const Secret &dataKey)
{
    QFile file(path);
    const QByteArray sealed = file.open(QIODevice::ReadOnly) ? file.read(mostFileBytes) : QByteArray();
    std::optional<Secret> plain;
    if (sealed.startsWith(magic))
        plain = chunkcipher::unwrap(sealingKey(dataKey), QByteArrayView(sealed).sliced(magic.size()));
    if (!plain || plain->size() != plainBytes)
        return raise(ErrorCode::IdentityDamaged);
    const QByteArrayView view = plain->view();
    return StationIdentity{DeviceId(QUuid::fromRfc4122(view.first(deviceBytes))),
                           Secret(view.sliced(deviceBytes, keyBytes)), Secret(view.last(keyBytes))};
}

} // namespace yichuang
