#include "store/OutboxQueries.h"

#include <QVariant>

namespace yichuang {

namespace {

// The cases that have anything to do with the outbox, each found by an index.
const QString unsent = QStringLiteral(
    "SELECT row FROM case_row WHERE last_own > (SELECT acknowledged FROM sync_state)"
    " UNION SELECT p.row FROM blob b JOIN case_page p ON p.digest = b.digest WHERE b.sent = 0 AND p.present");
const QString setAside =
    QStringLiteral("SELECT c.row FROM refusal r JOIN event e ON e.own = 1 AND e.sequence = r.sequence"
                   " JOIN case_row c ON c.id = e.case_id");
const QString waiting = QStringLiteral("waiting(row) AS (%1 UNION %2)").arg(unsent, setAside);

const QString there = QStringLiteral("CASE WHEN b.sent THEN b.size ELSE min(b.received, b.size) END");

QString ofEvents(const char *what)
{
    return QStringLiteral("(SELECT %1 FROM event e WHERE e.case_id = c.id AND e.own = 1"
                          " AND e.sequence > (SELECT acknowledged FROM sync_state))")
        .arg(QLatin1String(what));
}

QString ofPages(const QString &what)
{
    return QStringLiteral("(SELECT %1 FROM case_page p JOIN blob b ON b.digest = p.digest"
                          " WHERE p.row = c.row AND p.present)")
        .arg(what);
}

// One line a waiting case; `since` is null where nothing of it is left to send.
QString measured()
{
    return waiting + QStringLiteral(", measured AS (SELECT c.id, c.number, c.item_name, c.applicant, ") +
           ofEvents("count(*)") + QStringLiteral(" AS events, ") + ofEvents("min(e.time)") +
           QStringLiteral(" AS event_since, ") + ofPages(QStringLiteral("count(*)")) +
           QStringLiteral(" AS pages, ") + ofPages(QStringLiteral("coalesce(sum(b.sent = 0), 0)")) +
           QStringLiteral(" AS to_send, ") + ofPages(QStringLiteral("coalesce(sum(b.size), 0)")) +
           QStringLiteral(" AS bytes, ") + ofPages(QStringLiteral("coalesce(sum(%1), 0)").arg(there)) +
           QStringLiteral(" AS there, ") +
           ofPages(QStringLiteral("min(CASE WHEN b.sent = 0 THEN b.stored_at END)")) +
           QStringLiteral(
               " AS page_since, (SELECT r.reason FROM event e JOIN refusal r ON r.sequence = e.sequence"
               " WHERE e.case_id = c.id AND e.own = 1 ORDER BY e.sequence LIMIT 1) AS reason, c.row AS row"
               " FROM waiting w JOIN case_row c ON c.row = w.row),"
               " placed AS (SELECT *, coalesce(min(event_since, page_since), event_since, page_since) AS "
               "since"
               " FROM measured),"
               " numbered AS (SELECT *, CASE WHEN since IS NOT NULL THEN row_number() OVER (PARTITION BY"
               " since IS NULL ORDER BY since, row) ELSE 0 END AS place FROM placed)");
}

std::optional<QDateTime> instantOf(const QVariant &milliseconds)
{
    return milliseconds.isNull()
               ? std::nullopt
               : std::optional(QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC));
}

OutboxCase caseOf(const QSqlQuery &row)
{
    OutboxCase one;
    one.id = CaseId::fromString(row.value(0).toString());
    one.number = row.value(1).toString();
    one.itemName = row.value(2).toString();
    one.applicant = row.value(3).toString();
    one.events = row.value(4).toInt();
    one.pages = row.value(5).toInt();
    one.pagesToSend = row.value(6).toInt();
    one.bytes = row.value(7).toLongLong();
    one.bytesThere = row.value(8).toLongLong();
    one.refusal = row.value(9).toString();
    one.waitingSince = instantOf(row.value(10));
    one.place = row.value(11).toInt();
    return one;
}

} // namespace

Result<QList<OutboxCase>> OutboxQueries::cases(const OutboxQuery &query)
{
    const QString text = query.text.simplified();
    auto rows = m_database.run(
        QStringLiteral("WITH ") + measured() +
            QStringLiteral(" SELECT id, number, item_name, applicant, events, pages, to_send, bytes, there,"
                           " reason, since, place FROM numbered"
                           // instr takes what was typed as it is: nothing in it is a pattern.
                           " WHERE ? = '' OR instr(number, ?) OR instr(item_name, ?) OR instr(applicant, ?)"
                           " ORDER BY reason IS NULL, place, row LIMIT ? OFFSET ?"),
        {text, text, text, text, query.limit, query.offset});
    if (!rows)
        return passOn(rows);
    QList<OutboxCase> cases;
    while (rows->next())
        cases.append(caseOf(*rows));
    return cases;
}

Result<OutboxTotals> OutboxQueries::totals()
{
    auto cases = m_database.run(QStringLiteral("WITH ") + measured() +
                                QStringLiteral(" SELECT count(*), count(reason), min(since) FROM numbered"));
    auto pages = m_database.run(
        QStringLiteral("WITH ") + waiting +
        QStringLiteral(
            ", page(digest) AS (SELECT DISTINCT p.digest FROM waiting w JOIN case_page p ON p.row = w.row"
            " WHERE p.present)"
            " SELECT count(*), coalesce(sum(b.sent = 0), 0), coalesce(sum(b.size), 0),"
            " coalesce(sum(%1), 0) FROM page JOIN blob b ON b.digest = page.digest")
            .arg(there));
    if (!cases || !pages)
        return cases ? passOn(pages) : passOn(cases);
    cases->next();
    pages->next();
    OutboxTotals totals;
    totals.cases = cases->value(0).toInt();
    totals.needHand = cases->value(1).toInt();
    totals.oldest = instantOf(cases->value(2));
    totals.pages = pages->value(0).toInt();
    totals.pagesToSend = pages->value(1).toInt();
    totals.bytes = pages->value(2).toLongLong();
    totals.bytesThere = pages->value(3).toLongLong();
    return totals;
}

Result<OutboxList> OutboxQueries::list(const OutboxQuery &query)
{
    const auto found = cases(query);
    const auto all = totals();
    if (!found || !all)
        return found ? passOn(all) : passOn(found);
    return OutboxList{*found, *all};
}

Result<OutboxQueries::Count> OutboxQueries::count()
{
    auto row = m_database.run(
        QStringLiteral("SELECT (SELECT count(*) FROM (%1)), (SELECT count(DISTINCT row) FROM (%2))")
            .arg(unsent, setAside));
    if (!row)
        return passOn(row);
    row->next();
    return Count{row->value(0).toInt(), row->value(1).toInt()};
}

Result<OutboxParts> OutboxQueries::parts(const CaseId &id)
{
    auto events =
        m_database.run(QStringLiteral("SELECT e.id, r.reason FROM event e LEFT JOIN refusal r ON"
                                      " r.sequence = e.sequence WHERE e.case_id = ? AND e.own = 1 AND"
                                      " (e.sequence > (SELECT acknowledged FROM sync_state) OR"
                                      " r.reason IS NOT NULL) ORDER BY e.sequence"),
                       {id.toString()});
    auto pages =
        m_database.run(QStringLiteral("SELECT b.digest, b.size, min(b.received, b.size) FROM case_page p"
                                      " JOIN case_row c ON c.row = p.row JOIN blob b ON b.digest = p.digest"
                                      " WHERE c.id = ? AND p.present AND b.sent = 0 ORDER BY b.stored_at"),
                       {id.toString()});
    if (!events || !pages)
        return events ? passOn(pages) : passOn(events);
    OutboxParts parts;
    while (events->next()) {
        const EventId event = EventId::fromString(events->value(0).toString());
        if (events->value(1).isNull())
            parts.events.append(event);
        else
            parts.refused.append({event, events->value(1).toString()});
    }
    while (pages->next()) {
        const auto digest = Digest::fromHex(pages->value(0).toByteArray().toHex());
        if (!digest)
            return passOn(digest);
        parts.pages.append({*digest, pages->value(1).toLongLong(), pages->value(2).toLongLong()});
    }
    return parts;
}

} // namespace yichuang
