#pragma once

#include "platform/pages/PageStore.h"

namespace yichuang {

// Pages as files, named by their hash, on up to 256 shelves by its first two characters. `folder` may be a
// network file system that renames atomically and keeps what it has synchronised (NFS 4 does).
class FolderPages final : public PageStore
{
public:
    // What uploads leave free, so that the ledger on the same disk can still write.
    static constexpr qint64 reserveBytes = 256 * 1024 * 1024;

    explicit FolderPages(QString folder, qint64 reserve = reserveBytes);

    Result<void> prepare() override;
    Result<void> put(const Digest &page, const QString &file) override;
    Result<bool> has(const Digest &page) const override;
    bool isAtHand(const Digest &page) const override;
    Result<QByteArray> read(const Digest &page, qint64 from, qint64 most) const override;
    Result<void> remove(const Digest &page) override;
    Result<void> forEach(const Visit &visit) const override;
    void touch(const Digest &page) override;
    QString spool() const override { return m_folder + QStringLiteral("/uploads"); }
    Result<void> reserve(qint64 bytes) const override;
    int width() const override;

private:
    Result<void> makeShelf(const Digest &page);
    QString shelfOf(const Digest &page) const;
    QString pathOf(const Digest &page) const;

    QString m_folder;
    qint64 m_reserve;
};

} // namespace yichuang
