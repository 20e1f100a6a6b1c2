#pragma once

#include "base/Clock.h"
#include "platform/http/Exchange.h"
#include "platform/pages/PageStore.h"
#include "platform/pages/UploadSpool.h"

namespace yichuang {

// The pages as the wire has them: tus 1.0 (creation, also with the upload; checksum, termination, expiration)
// over a store. A page is here only when its bytes are whole, hash to the promised name and are durable. An
// upload belongs to the device that began it; to others it is unknown. Every call but `has` waits for a disk
// or a network and may be made by several threads and processes at once.
//
// Replies are those of tus, with a refusal's reason of WIRE.md as body: 400 malformed, 404 unknown, 409
// wrong-offset, 410 gone (expired), 412 tus-version, 413 too-large, 415 media-type, 429 busy (too many under
// way), 460 checksum (the piece was damaged) or page-damaged (the whole was; the upload is dropped), 503
// busy, 507 full.
class BlobVault
{
public:
    static constexpr qint64 mostBytes = 64 * 1024 * 1024; // of a page
    static constexpr int expireAfterDays = 7;             // without a piece
    static constexpr int rememberTakenHours = 6;          // so that a late final reply can be asked for again

    BlobVault(std::unique_ptr<PageStore> store, const Clock &clock);
    Result<void> prepare() { return m_store->prepare(); }
    PageStore &store() { return *m_store; }

    // Answers at once, from any thread; at times false for a page that is here (see PageStore::isAtHand).
    bool has(const QString &hash) const;
    // Which of these are here, surely.
    Result<QStringList> known(const QStringList &hashes) const;
    // A request to /v1/blobs or to an upload, whose device was proved.
    ApiReply answer(const ApiRequest &request);
    // What OPTIONS says; needs no proof.
    static ApiReply capabilities();
    // Drops uploads that have expired; how many.
    int expire();

private:
    ApiReply onUpload(const ApiRequest &request, const QByteArray &method, const QString &owner);
    ApiReply create(const ApiRequest &request, const QString &owner);
    ApiReply begin(const ApiRequest &request, const UploadSpool::Begin &begin);
    ApiReply offset(const SpooledUpload &upload) const;
    ApiReply proceed(SpooledUpload &upload, const ApiRequest &request);
    ApiReply keep(SpooledUpload &upload, const QByteArray &body, const Digest &bodyDigest);
    ApiReply taken(const SpooledUpload &upload) const;
    ApiReply failed(const Error &error) const;
    QByteArray expiry(const QDateTime &touched) const;

    std::unique_ptr<PageStore> m_store;
    UploadSpool m_spool;
    const Clock &m_clock;
};

} // namespace yichuang
