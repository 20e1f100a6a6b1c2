#include "store/Salvage.h"

#include "base/Signing.h"
#include "domain/CaseNumber.h"
#include "domain/EventTypes.h"

#include <QSqlError>
#include <QVariant>

namespace yichuang {

namespace {

// How far behind the last place that was read the search goes on where nothing tells the end.
constexpr qint64 searchBehindLast = 2000;
// Numbers that are left out where the count of them could not be read: more than are given in one
// transaction.
constexpr int numbersLeftOut = 100;

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

} // namespace

Salvage::Salvage(Database &from, Database &to, const StationIdentity &identity)
    : m_from(from)
    , m_to(to)
    , m_identity(identity)
    , m_publicKey(SigningKey::fromSeed(identity.signingSeed).publicKey())
{}

Result<SalvageReport> Salvage::run(const QDateTime &now)
{
    const bool any = m_from.isOpen();
    auto done = (any ? takeEvents() : Result<void>())
                    .and_then([&] { return any ? takeTables() : Result<void>(); })
                    .and_then([this] { return raiseNumbers(m_numbersWhole ? 0 : numbersLeftOut); })
                    .and_then([&] { return notePages(now); })
                    .and_then([this] { return finish(); });
    return done ? Result<SalvageReport>(m_report) : passOn(done);
}

// The largest value that the table or one of its indexes still shows; 0 where none can be read.
qint64 Salvage::highest(const QString &expression) const
{
    const auto value = m_from.value(expression);
    return value ? value->toLongLong() : 0;
}

Result<void> Salvage::takeEvents()
{
    const qint64 known = qMax(highest(QStringLiteral("SELECT max(position) FROM event")),
                              highest(QStringLiteral("SELECT max(sequence) FROM event WHERE own = 1")));
    for (qint64 position = 1; position <= qMax(known, m_lastFound + searchBehindLast); ++position) {
        if (auto taken = takeEvent(position, position <= known); !taken)
            return taken;
    }
    return {};
}

Result<void> Salvage::takeEvent(qint64 position, bool expected)
{
    auto row = m_from.run(
        QStringLiteral("SELECT own, bytes, algorithm, signature, digest FROM event WHERE position = ?"),
        {position});
    const bool found = row && row->next();
    SignedEvent record;
    if (found)
        record = {row->value(1).toByteArray(), row->value(2).toString(), row->value(3).toByteArray()};
    const bool own = found && row->value(0).toBool();
    const auto event = parseEvent(record.bytes);
    const bool holds = found && event && record.digest().bytes() == row->value(4).toByteArray() &&
                       (!own || (event->device == m_identity.device &&
                                 verifySignature(record.bytes, record.signature, m_publicKey)));
    if (found)
        m_lastFound = position;
    if (!holds) {
        m_unreadable = m_unreadable || !row;
        m_report.eventsLost += found || expected ? 1 : 0;
        return {};
    }
    ++m_report.events;
    if (own) {
        m_lastOwn = qMax(m_lastOwn, event->sequence);
        if (event->type == eventtype::opened)
            m_opened.append(*event);
    }
    if (event->type == eventtype::materialAttached)
        m_attached.append(*event);
    return insert(*event, record, own);
}

Result<void> Salvage::insert(const Event &event, const SignedEvent &record, bool own)
{
    return only(m_to.run(
        QStringLiteral("INSERT OR IGNORE INTO event (id, device, sequence, case_id, own, bytes, algorithm,"
                       " signature, digest, time) VALUES (?,?,?,?,?,?,?,?,?,?)"),
        {event.id.toString(), event.device.toString(), event.sequence,
         event.caseId.isNull() ? QString() : event.caseId.toString(), own, record.bytes, record.algorithm,
         record.signature, record.digest().bytes(), event.time.milliseconds}));
}

// From both ends, so that one unreadable page in the middle costs no more than itself. False where not all of
// it could be read.
Result<bool> Salvage::takeTable(const QString &table, const QString &columns)
{
    const QString marks = QStringList(columns.count(QLatin1Char(',')) + 1, QStringLiteral("?")).join(u',');
    bool whole = true;
    for (const QString &order : {QStringLiteral("ASC"), QStringLiteral("DESC")}) {
        auto rows = m_from.run(QStringLiteral("SELECT %1 FROM %2 ORDER BY 1 %3").arg(columns, table, order));
        while (rows && rows->next()) {
            QVariantList values;
            for (int column = 0; column <= columns.count(QLatin1Char(',')); ++column)
                values.append(rows->isNull(column) ? QVariant() : rows->value(column));
            auto put = m_to.run(
                QStringLiteral("INSERT OR REPLACE INTO %1 (%2) VALUES (%3)").arg(table, columns, marks),
                values);
            if (!put)
                return passOn(put);
        }
        whole = rows && !rows->lastError().isValid();
        if (whole)
            break;
    }
    return whole;
}

Result<void> Salvage::takeTables()
{
    const std::pair<QString, QString> tables[] = {
        {QStringLiteral("number_series"), QStringLiteral("region, segment, day, last")},
        {QStringLiteral("draft"), QStringLiteral("id, json, saved_at")},
        {QStringLiteral("setting"), QStringLiteral("key, value")},
        {QStringLiteral("blob"), QStringLiteral("digest, media_type, size, stored_at, sent, location")},
        {QStringLiteral("refusal"), QStringLiteral("sequence, reason")},
        {QStringLiteral("strange_event"), QStringLiteral("digest, bytes, reason")},
        {QStringLiteral("sync_state"),
         QStringLiteral("one, epoch, cursor, acknowledged, backed_up, failed_attempts, last_success")},
    };
    for (const auto &[table, columns] : tables) {
        const auto whole = takeTable(table, columns);
        if (!whole)
            return passOn(whole);
        if (!*whole && table == QLatin1String("number_series"))
            m_numbersWhole = false;
    }
    return {};
}

// A number that was given is in an event, whatever the count of them says.
Result<void> Salvage::raiseNumbers(int margin)
{
    for (const Event &event : std::as_const(m_opened)) {
        const auto number = CaseNumber::parse(event.payload.value(QLatin1String("number")).toString());
        if (!number)
            continue;
        auto raised = m_to.run(
            QStringLiteral("INSERT INTO number_series VALUES (?,?,?,?) ON CONFLICT (region, segment, day)"
                           " DO UPDATE SET last = max(last, excluded.last)"),
            {number->region, number->segment, number->date.toString(Qt::ISODate), number->serial + margin});
        if (!raised)
            return passOn(raised);
    }
    return {};
}

Result<void> Salvage::notePages(const QDateTime &now)
{
    for (const Event &event : std::as_const(m_attached)) {
        const auto digest = Digest::fromHex(event.payload.value(QLatin1String("blob")).toString().toLatin1());
        if (!digest || event.device != m_identity.device)
            continue;
        auto noted =
            m_to.run(QStringLiteral(
                         "INSERT OR IGNORE INTO blob (digest, media_type, size, stored_at) VALUES (?,?,?,?)"),
                     {digest->bytes(), event.payload.value(QLatin1String("mediaType")).toString(),
                      event.payload.value(QLatin1String("size")).toInteger(), now.toMSecsSinceEpoch()});
        if (!noted)
            return passOn(noted);
    }
    return {};
}

// The log goes on only behind an event that is there and that nothing shows to have had one after it.
Result<void> Salvage::finish()
{
    const auto acknowledged = m_to.value(QStringLiteral("SELECT acknowledged FROM sync_state"));
    const auto unsent = m_to.value(QStringLiteral("SELECT count(*) FROM event WHERE own = 1 AND sequence >"
                                                  " (SELECT acknowledged FROM sync_state)"));
    const auto drafts = m_to.value(QStringLiteral("SELECT count(*) FROM draft"));
    if (!acknowledged || !unsent || !drafts)
        return only(!acknowledged ? acknowledged : !unsent ? unsent : drafts);
    m_report.unsent = unsent->toLongLong();
    m_report.drafts = drafts->toInt();
    if (!m_from.isOpen())
        return {};
    const auto byIndex = m_from.value(QStringLiteral("SELECT max(sequence) FROM event WHERE own = 1"));
    const qint64 shown = qMax(byIndex ? byIndex->toLongLong() : 0, acknowledged->toLongLong());
    const bool certain = byIndex || (m_report.eventsLost == 0 && !m_unreadable);
    m_report.logContinues = certain && m_lastOwn > 0 && m_lastOwn >= shown;
    // Others' events that were lost come again from the start of the feed.
    return m_report.eventsLost == 0 && byIndex
               ? Result<void>()
               : only(m_to.run(QStringLiteral("UPDATE sync_state SET cursor = x''")));
}

} // namespace yichuang
