#include "platform/courier/CourierDesk.h"

#include "platform/api/FeedCursor.h"
#include "platform/courier/CourierIntake.h"

#include <QDir>
#include <QLockFile>
#include <QSaveFile>

namespace yichuang {

namespace {

constexpr int feedLimit = 200;
// Of event bytes: of one piece, and of an answer. What is more comes with the next one.
constexpr qint64 mostPartBytes = 2 * 1024 * 1024;
constexpr qint64 mostFeedBytes = 8 * 1024 * 1024;
constexpr int lockMilliseconds = 10000;

qint64 bytesOf(const QList<SignedEvent> &events)
{
    qint64 bytes = 0;
    for (const SignedEvent &event : events)
        bytes += event.bytes.size();
    return bytes;
}

} // namespace

CourierDesk::CourierDesk(Ledger &ledger, PageStore &pages, const Clock &clock, QString folder)
    : m_ledger(ledger)
    , m_pages(pages)
    , m_clock(clock)
    , m_folder(std::move(folder))
{}

Result<KnownDevice> CourierDesk::signer(const courier::SignedCover &work)
{
    const auto device = m_ledger.device(work.cover.device);
    if (!device)
        return passOn(device);
    if (!*device)
        return raise(ErrorCode::PackageSignerUnknown, work.cover.device.toString());
    if (auto proved = courier::verify(work, (*device)->publicKey); !proved)
        return passOn(proved);
    if ((*device)->revoked)
        return raise(ErrorCode::PackageSignerRevoked, work.cover.device.toString());
    return **device;
}

Result<CourierDesk::Answered> CourierDesk::take(const courier::SignedCover &work,
                                                courier::VolumeSource &source, courier::VolumeSink &answer)
{
    const auto known = signer(work);
    if (!known)
        return passOn(known);
    CourierIntake intake(m_ledger, m_pages, *known, work.cover.first);
    const auto content = courier::checkVolumes(work.cover, source).and_then([&] {
        return courier::readWork(work.cover, source, m_ledger.key(), intake);
    });
    if (!content)
        return passOn(content);
    const auto device = m_ledger.device(known->id);
    const auto cases = intake.cases();
    const auto feed = feedFor(known->id, intake.asked().cursor);
    const auto serial = nextSerial();
    if (!device || !cases || !feed || !serial)
        return !device ? passOn(device) : !cases ? passOn(cases) : !feed ? passOn(feed) : passOn(serial);
    const KnownDevice now = device->value_or(*known);
    courier::Cover cover;
    cover.device = now.id;
    cover.serial = *serial;
    cover.made = m_clock.now();
    cover.answered = courier::Answered{work.cover.serial, work.digest()};
    const courier::Answer said{
        {QString::fromLatin1(m_ledger.epoch()), now.acknowledged, now.backedUp, now.tail},
        intake.refused(),
        *cases,
        intake.known(),
        *feed};
    return courier::writeAnswer(said, cover, m_ledger.key(), now.publicKey, answer)
        .map([&](const courier::SignedCover &made) { return Answered{made, *content}; });
}

// A cursor of another epoch begins the feed anew, as it does on the wire.
Result<QList<courier::FeedPart>> CourierDesk::feedFor(const DeviceId &device, const QByteArray &cursor)
{
    const auto given = positionOf(QString::fromLatin1(cursor), m_ledger.epoch(), m_ledger.key());
    qint64 position = given.value_or(0);
    QByteArray from = given ? cursor : QByteArray();
    QList<courier::FeedPart> parts;
    int limit = feedLimit;
    bool more = true;
    for (qint64 bytes = 0; more && bytes < mostFeedBytes;) {
        const auto page = m_ledger.feed(device, position, limit);
        if (!page)
            return passOn(page);
        const qint64 size = bytesOf(page->events);
        if (size > mostPartBytes && limit > 1) {
            limit /= 2;
            continue;
        }
        const QByteArray to = cursorOf(m_ledger.epoch(), page->position, m_ledger.key()).toLatin1();
        parts.append({from, to, page->events});
        from = to;
        position = page->position;
        more = page->more;
        bytes += size;
    }
    return parts;
}

Result<qint64> CourierDesk::nextSerial()
{
    const QDir folder(m_folder);
    QLockFile lock(folder.filePath(QStringLiteral("courier.lock")));
    lock.setStaleLockTime(0);
    const QString path = folder.filePath(QStringLiteral("courier.serial"));
    QFile last(path);
    QSaveFile next(path);
    const bool locked = lock.tryLock(lockMilliseconds);
    const qint64 before = last.open(QIODevice::ReadOnly) ? last.read(32).trimmed().toLongLong() : 0;
    // Seconds, so that it grows also where the file was lost, and where several hosts answer.
    const qint64 serial = qMax(before + 1, m_clock.now().toSecsSinceEpoch());
    if (!locked || !next.open(QIODevice::WriteOnly) || next.write(QByteArray::number(serial)) < 0 ||
        !next.commit())
        return raise(ErrorCode::CourierSerialUnwritable);
    return serial;
}

} // namespace yichuang
