#include "carriage/CourierImport.h"

#include "courier/Faults.h"

#include <QSet>

namespace yichuang {

namespace {

tl::unexpected<Error> ofOtherLog(qint64 sequence)
{
    return raise(ErrorCode::AnswerOfOtherLog, QString::number(sequence));
}

// Every page that the answer says is there.
QList<Digest> pagesOf(const courier::Answer &answer)
{
    QSet<Digest> pages(answer.known.begin(), answer.known.end());
    for (const courier::CaseLine &line : answer.cases) {
        for (const auto &[digest, present] : line.pages) {
            if (present)
                pages.insert(digest);
        }
    }
    return pages.values();
}

} // namespace

CourierImport::CourierImport(Store &store, std::shared_ptr<courier::Stick> stick, courier::PackageName answer,
                             QByteArray platformKey, std::chrono::milliseconds stepLimit, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_stick(std::move(stick))
    , m_name(std::move(answer))
    , m_platformKey(std::move(platformKey))
    , m_stepLimit(stepLimit)
{
    m_stall.setSingleShot(true);
    connect(&m_stall, &QTimer::timeout, this, [this] { end(stickSilent("import")); });
}

template <typename T, typename Next>
void CourierImport::then(const Pending<T> &pending, Next next)
{
    m_stall.start(m_stepLimit);
    whenFinished(pending, this, [this, next = std::move(next)](const Result<T> &result) {
        if (m_ended)
            return;
        m_stall.stop();
        if (!result)
            return end(passOn(result));
        if (m_cancelled)
            return end(courier::stopped());
        if constexpr (std::is_void_v<T>)
            next();
        else
            next(*result);
    });
}

void CourierImport::start()
{
    if (m_name.direction != courier::Direction::ToStation || m_name.device != m_store.device())
        return end(courier::forAnother("station"));
    const auto key = std::make_shared<const SigningKey>(SigningKey::fromSeed(m_store.signingKey().seed()));
    then(m_work.run<Read>(
             [stick = m_stick, name = m_name, platformKey = m_platformKey, key, proceed = m_work.proceed()] {
                 return readWhole(*stick, name, platformKey, *key, proceed);
             }),
         [this](const Read &read) {
             m_read = read;
             then(m_store.syncState(), [this](const SyncState &state) {
                 m_state = state;
                 checkSerial();
             });
         });
}

void CourierImport::cancel()
{
    m_cancelled = true;
    m_work.stop();
}

Result<CourierImport::Read> CourierImport::readWhole(courier::Stick &stick, const courier::PackageName &name,
                                                     const QByteArray &platformKey, const SigningKey &key,
                                                     const std::function<bool()> &proceed)
{
    courier::PackageReader reader(stick, name);
    const auto cover = reader.cover();
    if (!cover)
        return passOn(cover);
    if (cover->cover.platform != courier::shortIdOf(platformKey))
        return courier::forAnother("platform's station");
    return courier::verify(*cover, platformKey)
        .and_then([&] { return courier::checkVolumes(cover->cover, reader, proceed); })
        .and_then([&] { return courier::readAnswer(cover->cover, reader, key); })
        .map([&](const courier::Answer &answer) { return Read{*cover, answer}; });
}

void CourierImport::checkSerial()
{
    then(m_store.setting(QLatin1String(ImportRecord::setting)), [this](const QByteArray &json) {
        const ImportRecord last = ImportRecord::fromJson(json);
        if (last.epoch == m_read.answer.reply.epoch && m_read.cover.cover.serial <= last.serial)
            return end(raise(ErrorCode::AnswerOutdated, QString::number(last.serial)));
        checkEpoch();
    });
}

// Another epoch sends everything anew, and an old answer of an epoch long gone must not do that: it counts
// only where it answers a package that was made after this station had last heard of the epoch that it knows.
void CourierImport::checkEpoch()
{
    if (m_state.epoch.isEmpty() || m_state.epoch == m_read.answer.reply.epoch)
        return checkLog();
    then(m_store.setting(QLatin1String(ExportRecords::setting)), [this](const QByteArray &json) {
        const auto record = ExportRecords::fromJson(json).byCover(m_read.cover.cover.answered->cover);
        if (!record || record->epoch != m_state.epoch)
            return end(raise(ErrorCode::AnswerEpochUnproved));
        checkLog();
    });
}

void CourierImport::checkLog()
{
    const qint64 upTo = m_read.answer.reply.acknowledged;
    if (upTo == 0)
        return acknowledge();
    then(m_store.unsent(upTo - 1, 1, courier::mostEventBytes), [this, upTo](const QList<OutboxEvent> &last) {
        if (!namesThisLog(last))
            return end(ofOtherLog(upTo));
        acknowledge();
    });
}

// The hash of the last event names, through the chain, every one before it. Where the platform has another in
// that very place it says so itself.
bool CourierImport::namesThisLog(const QList<OutboxEvent> &last) const
{
    const courier::Reply &reply = m_read.answer.reply;
    if (last.isEmpty() || last.first().sequence != reply.acknowledged)
        return false;
    const courier::Refused conflict{reply.acknowledged, QStringLiteral("conflict")};
    return last.first().event.digest() == reply.tail || m_read.answer.refused.contains(conflict);
}

void CourierImport::acknowledge()
{
    const courier::Reply &reply = m_read.answer.reply;
    QList<EventRefusal> refusals;
    for (const courier::Refused &refused : m_read.answer.refused)
        refusals.append({refused.sequence, refused.reason});
    m_imported.acknowledged = reply.acknowledged;
    m_imported.setAside = static_cast<int>(refusals.size());
    then(m_store.acknowledge(reply.acknowledged, reply.backedUp, reply.epoch, refusals), [this] {
        const QList<Digest> pages = pagesOf(m_read.answer);
        m_imported.pagesThere = static_cast<int>(pages.size());
        markPages(pages);
    });
}

void CourierImport::markPages(QList<Digest> pages)
{
    if (pages.isEmpty())
        return applyFeed(0);
    const Digest page = pages.takeLast();
    then(m_store.pageSent(page), [this, pages] { markPages(pages); });
}

// The cursor moves only where it stands at this part's beginning: whatever the station heard in between, or
// forgot, nothing of the feed is skipped.
void CourierImport::applyFeed(qsizetype part)
{
    if (part == m_read.answer.feed.size())
        return remember();
    const courier::FeedPart &feed = m_read.answer.feed[part];
    then(m_store.applyPulled({m_read.answer.reply.epoch, feed.to, feed.events, feed.from}),
         [this, part](int fresh) {
             m_imported.received += fresh;
             applyFeed(part + 1);
         });
}

void CourierImport::remember()
{
    const ImportRecord record{m_read.answer.reply.epoch, m_read.cover.cover.serial};
    then(m_store.setSetting(QLatin1String(ImportRecord::setting), record.toJson()), [this] { clearStick(); });
}

// What is done with goes from the stick; where it cannot, it is known the next time.
void CourierImport::clearStick()
{
    const courier::Answered answered = *m_read.cover.cover.answered;
    const courier::PackageName work{courier::Direction::ToPlatform, m_name.device, answered.serial};
    then(m_work.run<void>([stick = m_stick, name = m_name, work, hash = answered.cover]() -> Result<void> {
        const auto cover = courier::PackageReader(*stick, work).cover();
        if (cover && cover->digest() == hash)
            stick->remove(work.toString());
        stick->remove(name.toString());
        return {};
    }),
         [this] { end(m_imported); });
}

void CourierImport::end(Result<Imported> result)
{
    if (std::exchange(m_ended, true))
        return;
    m_stall.stop();
    m_work.stop();
    Q_EMIT finished(result);
}

} // namespace yichuang
