#include "store/Projections.h"

#include "domain/EventTypes.h"
#include "store/Schema.h"

#include <QVariant>

namespace yichuang {

namespace {

bool isOpen(CaseState state)
{
    switch (state) {
    case CaseState::NotAccepted:
    case CaseState::NotRequired:
    case CaseState::Withdrawn:
    case CaseState::Delivered:
    case CaseState::Archived:
    case CaseState::Voided:
        return false;
    default:
        return true;
    }
}

QVariant dateOrNull(QDate date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant();
}

// The business day on which the papers came over the counter.
QVariant openedOn(const Case &folded)
{
    const QDateTime at = QDateTime::fromString(folded.handedOverAt, Qt::ISODateWithMs);
    return at.isValid() ? dateOrNull(businessDate(at)) : QVariant();
}

QStringList namesOf(const Case &folded)
{
    QStringList names;
    for (const Party &party : folded.parties) {
        if (!names.contains(party.name))
            names.append(party.name);
    }
    return names;
}

bool hasUnconfirmed(const Case &folded)
{
    return std::any_of(folded.papers.begin(), folded.papers.end(),
                       [](const PrintedPaper &paper) { return !paper.confirmed; });
}

// Every page that was ever attached, and whether it still lies on a line; and the papers that were given,
// which stay at this station.
QMap<QString, bool> pagesOf(const Case &folded)
{
    QMap<QString, bool> pages;
    for (const HistoryEntry &entry : folded.history) {
        if (entry.type == eventtype::materialAttached)
            pages.insert(entry.payload.value(QLatin1String("blob")).toString(), false);
    }
    for (const CaseMaterial &material : folded.materials) {
        for (const QString &blob : material.blobs)
            pages.insert(blob, true);
    }
    for (const PrintedPaper &paper : folded.papers)
        pages.insert(paper.hash, false);
    return pages;
}

QStringList lettersOf(const QString &text)
{
    QStringList letters;
    for (const char32_t letter : text.simplified().toCaseFolded().toUcs4()) {
        const QString one = QString::fromUcs4(&letter, 1);
        if (one.at(0).isLetterOrNumber() || one.size() > 1)
            letters.append(one);
    }
    return letters;
}

QStringList pairsOf(const QStringList &letters)
{
    QStringList pairs;
    for (qsizetype i = 0; i + 1 < letters.size(); ++i)
        pairs.append(letters[i] + letters[i + 1]);
    return pairs;
}

} // namespace

QString gramsOf(const QString &name)
{
    const QStringList letters = lettersOf(name);
    return (letters + pairsOf(letters)).join(QLatin1Char(' '));
}

QString gramQuery(const QString &text)
{
    const QStringList letters = lettersOf(text);
    QStringList quoted;
    for (const QString &gram : letters.size() > 1 ? pairsOf(letters) : letters)
        quoted.append(QLatin1Char('"') + gram + QLatin1Char('"'));
    return quoted.join(QLatin1String(" AND "));
}

Projections::Projections(Database &database, EventLog &log)
    : m_database(database)
    , m_log(log)
    , m_workItems(database)
{}

Result<Case> Projections::refresh(const CaseId &caseId)
{
    const auto events = m_log.eventsOf(caseId);
    return events ? refresh(*events) : passOn(events);
}

Result<Case> Projections::refresh(const QList<Event> &events)
{
    qint64 lastOwn = 0;
    for (const Event &event : events) {
        if (event.device == m_log.device())
            lastOwn = qMax(lastOwn, event.sequence);
    }
    const Case folded =
        foldCase(std::span<const Event>(events.constData(), static_cast<size_t>(events.size())));
    const auto row = writeRow(folded, lastOwn);
    if (!row)
        return passOn(row);
    auto written = writeSearch(*row, namesOf(folded).join(QLatin1Char(' ')))
                       .and_then([&] { return writePages(*row, folded); })
                       .and_then([&] { return m_workItems.refresh(folded); });
    if (!written)
        return passOn(written);
    return folded;
}

Result<qint64> Projections::writeRow(const Case &folded, qint64 lastOwn)
{
    const Party *applicant = folded.applicant();
    auto done = m_database.value(
        QStringLiteral(
            "INSERT INTO case_row (id, number, item, item_name, applicant, names, phone, state, open, "
            "committed_due,"
            " respond_by, opened, visits, conflicted, unconfirmed, last_own)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
            " ON CONFLICT (id) DO UPDATE SET number=excluded.number, item=excluded.item,"
            " item_name=excluded.item_name, applicant=excluded.applicant, names=excluded.names,"
            " phone=excluded.phone, state=excluded.state, open=excluded.open,"
            " committed_due=excluded.committed_due, respond_by=excluded.respond_by, opened=excluded.opened,"
            " visits=excluded.visits, conflicted=excluded.conflicted, unconfirmed=excluded.unconfirmed,"
            " last_own=excluded.last_own RETURNING row"),
        {folded.id.toString(), folded.number, folded.item, folded.itemName,
         applicant ? applicant->name : QString(), namesOf(folded).join(QLatin1Char(' ')),
         applicant ? applicant->phone : QString(), toString(folded.state), isOpen(folded.state),
         dateOrNull(folded.committedDue), dateOrNull(folded.respondBy), openedOn(folded), folded.visitCount(),
         !folded.conflicts.isEmpty(), hasUnconfirmed(folded), lastOwn});
    return done.map([](const QVariant &row) { return row.toLongLong(); });
}

Result<void> Projections::writeSearch(qint64 row, const QString &names)
{
    auto done =
        m_database.change(QStringLiteral("INSERT OR REPLACE INTO case_search (rowid, grams) VALUES (?,?)"),
                          {row, gramsOf(names)});
    return done ? Result<void>() : passOn(done);
}

Result<void> Projections::writePages(qint64 row, const Case &folded)
{
    if (auto cleared = m_database.change(QStringLiteral("DELETE FROM case_page WHERE row = ?"), {row});
        !cleared)
        return passOn(cleared);
    for (const auto &[blob, present] : pagesOf(folded).asKeyValueRange()) {
        const auto digest = Digest::fromHex(blob.toLatin1());
        if (!digest)
            continue;
        auto done = m_database.change(QStringLiteral("INSERT INTO case_page VALUES (?,?,?)"),
                                      {row, digest->bytes(), present});
        if (!done)
            return passOn(done);
    }
    return {};
}

Result<int> Projections::rebuild()
{
    int count = 0;
    auto done = m_database.transaction([&]() -> Result<void> {
        if (auto made = recreateProjections(m_database); !made)
            return made;
        auto cases = m_database.run(QStringLiteral("SELECT DISTINCT case_id FROM event WHERE case_id <> ''"));
        if (!cases)
            return passOn(cases);
        QStringList ids;
        while (cases->next())
            ids.append(cases->value(0).toString());
        for (const QString &id : std::as_const(ids)) {
            if (auto refreshed = refresh(CaseId::fromString(id)); !refreshed)
                return passOn(refreshed);
            ++count;
        }
        auto noted = m_database.run(QStringLiteral("INSERT OR REPLACE INTO meta VALUES ('projections', ?)"),
                                    {projectionVersion});
        return noted ? Result<void>() : passOn(noted);
    });
    if (!done)
        return passOn(done);
    return count;
}

} // namespace yichuang
