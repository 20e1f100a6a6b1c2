#include "carriage/CourierExport.h"

#include "courier/Faults.h"

#include <limits>

namespace yichuang {

namespace {

// What the room is reckoned with before the beginning: an event as it is packed, and all that is around.
constexpr qint64 bytesOfEvent = 3000;
constexpr qint64 bytesAround = 2 * 1024 * 1024;

} // namespace

// What the stick's thread works with; it outlives the job where a step does.
struct CourierExport::Making
{
    Making(std::shared_ptr<courier::Stick> on, const courier::Cover &cover, qint64 volumeBytes)
        : stick(std::move(on))
        , maker(*stick, courier::PackageName::of(cover))
        , writer(cover, maker, volumeBytes)
    {}
    // On the thread of the last step, also where nobody waits for it any more.
    ~Making()
    {
        if (begun && !whole)
            maker.abandon();
    }

    std::shared_ptr<courier::Stick> stick;
    courier::PackageMaker maker;
    courier::WorkWriter writer;
    bool begun = false;
    bool whole = false;
};

CourierExport::CourierExport(Store &store, std::shared_ptr<courier::Stick> stick, QByteArray platformKey,
                             const Clock &clock, Limits limits, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_platformKey(std::move(platformKey))
    , m_limits(limits)
    , m_stick(std::move(stick))
{
    m_stall.setSingleShot(true);
    connect(&m_stall, &QTimer::timeout, this, [this] { end(stickSilent("export")); });
}

CourierExport::~CourierExport()
{
    // The last one that holds the making removes what is there of it, on the stick's thread.
    (void)m_work.run<void>([making = std::move(m_making)]() mutable -> Result<void> {
        making.reset();
        return {};
    });
}

template <typename T, typename Next>
void CourierExport::then(const Pending<T> &pending, Next next)
{
    m_stall.start(m_limits.step);
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

void CourierExport::start()
{
    then(m_store.syncState(), [this](const SyncState &state) {
        m_state = state;
        then(m_store.outbox(), [this](const OutboxStatus &status) { askRoom(status); });
    });
}

void CourierExport::cancel()
{
    m_cancelled = true;
    m_work.stop();
}

void CourierExport::askRoom(const OutboxStatus &status)
{
    m_cover.device = m_store.device();
    m_cover.made = m_clock.now().toUTC();
    m_cover.first = status.lastSequence > m_state.acknowledged ? m_state.acknowledged + 1 : 0;
    m_cover.last = m_cover.first > 0 ? status.lastSequence : 0;
    m_all = status.unsentPageBytes + status.unsentEvents * bytesOfEvent;
    then(m_work.run<qint64>([stick = m_stick] { return stick->room(); }), [this](qint64 room) {
        if (room < m_all + m_all / 500 + bytesAround)
            return end(courier::stickFull(QString::number(m_all + bytesAround)));
        number();
    });
}

// Before anything is written, so that no serial is ever given twice.
void CourierExport::number()
{
    then(m_store.setting(QLatin1String(ExportRecords::setting)), [this](const QByteArray &json) {
        m_records = ExportRecords::fromJson(json);
        m_cover.serial = m_exported.serial = m_records.nextSerial();
        m_records.add({m_cover.serial, {}, m_state.epoch});
        then(m_store.setSetting(QLatin1String(ExportRecords::setting), m_records.toJson()),
             [this] { begin(); });
    });
}

void CourierExport::begin()
{
    m_making = std::make_shared<Making>(m_stick, m_cover, m_limits.volumeBytes);
    const courier::Request request{m_state.epoch, m_state.cursor};
    then(m_work.run<void>([making = m_making, key = m_platformKey, request] {
        making->begun = true;
        return making->maker.begin().and_then([&] { return making->writer.begin(key, request); });
    }),
         [this] { addEvents(qMax<qint64>(0, m_cover.first - 1)); });
}

void CourierExport::addEvents(qint64 after)
{
    const auto pages = [this] {
        then(m_store.pagesToSend(std::numeric_limits<int>::max()),
             [this](const QList<PendingPage> &pending) { addPages(pending); });
    };
    if (after >= m_cover.last)
        return pages();
    const int most = static_cast<int>(qMin<qint64>(courier::mostEvents, m_cover.last - after));
    then(m_store.unsent(after, most, courier::mostEventBytes),
         [this, pages](const QList<OutboxEvent> &batch) {
             if (batch.isEmpty())
                 return end(courier::malformed("log"));
             QList<SignedEvent> records;
             for (const OutboxEvent &event : batch)
                 records.append(event.event);
             m_exported.events += static_cast<int>(records.size());
             then(m_work.run<void>([making = m_making, records] { return making->writer.events(records); }),
                  [this, last = batch.last().sequence, count = records.size()] {
                      advance(count * bytesOfEvent);
                      addEvents(last);
                  });
         });
}

void CourierExport::addPages(QList<PendingPage> pages)
{
    if (pages.isEmpty())
        return seal();
    const PendingPage first = pages.takeFirst();
    addPage(first, pages);
}

// A page that cannot be read here is left out, and holds up nothing (SYNC.md rule 10).
void CourierExport::addPage(const PendingPage &page, const QList<PendingPage> &rest)
{
    m_stall.start(m_limits.step);
    whenFinished(m_store.blob(page.digest), this, [this, page, rest](const Result<QByteArray> &content) {
        if (m_ended)
            return;
        if (!content) {
            ++m_exported.pagesUnreadable;
            return addPages(rest);
        }
        then(m_work.run<void>([making = m_making, page, bytes = *content] {
            return making->writer.page(page.digest, page.mediaType, bytes);
        }),
             [this, page, rest] {
                 ++m_exported.pages;
                 advance(page.size);
                 addPages(rest);
             });
    });
}

void CourierExport::seal()
{
    const auto key = std::make_shared<const SigningKey>(SigningKey::fromSeed(m_store.signingKey().seed()));
    then(m_work.run<courier::SignedCover>([making = m_making, key] { return making->writer.finish(*key); }),
         [this](const courier::SignedCover &cover) {
             m_exported.bytes = m_making->writer.written();
             m_records.add({m_cover.serial, cover.digest(), m_state.epoch});
             // Remembered first: an answer to it must find what it answers.
             then(m_store.setSetting(QLatin1String(ExportRecords::setting), m_records.toJson()),
                  [this, cover] { finishPackage(cover); });
         });
}

void CourierExport::finishPackage(const courier::SignedCover &cover)
{
    then(m_work.run<void>([making = m_making, cover, proceed = m_work.proceed()] {
        auto done = making->maker.finish(cover, proceed);
        making->whole = done.has_value();
        return done;
    }),
         [this] { removeOlder(); });
}

// This one holds everything that they held and that is not acknowledged.
void CourierExport::removeOlder()
{
    then(m_work.run<void>([stick = m_stick, own = courier::PackageName::of(m_cover)]() -> Result<void> {
        for (const courier::PackageName &name : courier::packagesOn(*stick)) {
            if (name.direction == own.direction && name.device == own.device && name.serial < own.serial)
                stick->remove(name.toString());
        }
        return {};
    }),
         [this] { end(m_exported); });
}

void CourierExport::advance(qint64 bytes)
{
    m_done += bytes;
    Q_EMIT progressed(qMin(m_done, m_all), m_all);
}

void CourierExport::end(Result<Exported> result)
{
    if (std::exchange(m_ended, true))
        return;
    m_stall.stop();
    m_work.stop();
    if (!m_making) {
        Q_EMIT finished(result);
        return;
    }
    // What was begun is removed before it is said, but a silent stick is not waited for.
    const auto cleared =
        m_work.run<void>([making = std::exchange(m_making, nullptr)]() mutable -> Result<void> {
            making.reset();
            return {};
        });
    if (!result && result.error().code == ErrorCode::StickSilent) {
        Q_EMIT finished(result);
        return;
    }
    whenFinished(cleared, this, [this, result](const Result<void> &) { Q_EMIT finished(result); });
}

} // namespace yichuang
