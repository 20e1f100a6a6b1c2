#pragma once

#include "base/Clock.h"
#include "base/Digest.h"
#include "base/Result.h"

#include <QDateTime>
#include <QString>

#include <memory>

namespace yichuang {

// An upload that was begun: what is known of it, in the hands of one at a time. While this stands nobody
// else, in no other thread or process, can go on with it.
class SpooledUpload
{
public:
    ~SpooledUpload();

    const QString &id() const { return m_id; }
    const Digest &page() const { return m_page; }
    qint64 length() const { return m_length; }
    qint64 offset() const { return m_offset; }
    const QByteArray &metadata() const { return m_metadata; } // as it was sent
    const QDateTime &touched() const { return m_touched; }
    // Its bytes were taken out: the page was whole, or was there before.
    bool isTaken() const { return m_taken; }
    QString file() const; // of the bytes

    // The bytes are after the offset then, or PageStoreFull or PageStoreFailed and the offset is where it
    // was.
    Result<void> append(const QByteArray &bytes);
    // The hash of all bytes so far, read from the disk.
    Result<Digest> digest() const;
    // Nothing is left of it.
    void remove();

private:
    friend class UploadSpool;
    SpooledUpload() = default;

    QString m_about;
    QString m_id;
    Digest m_page;
    qint64 m_length = 0;
    qint64 m_offset = 0;
    QByteArray m_metadata;
    QDateTime m_touched;
    bool m_taken = false;
    int m_lock = -1;
};

// The uploads under way, in a folder that several processes may share: for each a file that describes it,
// which is also its lock, and one with its bytes. Neither is synchronised: an upload that a power cut took
// begins anew, and one that it damaged fails its hash. Any thread.
class UploadSpool
{
public:
    // How many uploads of one owner may be under way; the next is refused.
    static constexpr int mostOfOneOwner = 200;

    explicit UploadSpool(QString folder);

    struct Begin
    {
        QString owner; // the device; a name that is safe in a path
        Digest page;
        qint64 length = 0;
        QByteArray metadata;
        bool taken = false; // the page is here already: there will be no bytes
    };
    // Null where the owner has too many.
    Result<std::unique_ptr<SpooledUpload>> begin(const Begin &begin);
    // Waits while another goes on with it. Null where there is no such upload of this owner.
    std::unique_ptr<SpooledUpload> open(const QString &owner, const QString &id) const;
    // Removes uploads that nobody has touched since, and descriptions of those that were taken before. How
    // many uploads went.
    int sweep(const QDateTime &untouchedSince, const QDateTime &takenBefore);

private:
    QString m_folder;
};

} // namespace yichuang
