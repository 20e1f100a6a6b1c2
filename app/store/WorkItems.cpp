#include "store/WorkItems.h"

#include <QVariant>

namespace yichuang {

namespace {

// For one case, of each way of finding them: a number of twins above it is hostile or a test's.
constexpr int mostCandidates = 50;

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

QString wordFor(TwinKind kind)
{
    return kind == TwinKind::SameCase ? QStringLiteral("same-case") : QStringLiteral("same-person");
}

WorkItemKind kindOf(const QString &word)
{
    if (word == QLatin1String("same-case"))
        return WorkItemKind::SameCase;
    return word == QLatin1String("same-person") ? WorkItemKind::SamePerson : WorkItemKind::FieldConflict;
}

} // namespace

Result<void> WorkItems::refresh(const Case &folded)
{
    const TwinSummary summary = twinSummary(folded);
    const QString id = folded.id.toString();
    return only(m_database.change(QStringLiteral("DELETE FROM work_item WHERE first = ?"), {id}))
        .and_then([&] {
            return only(m_database.change(QStringLiteral("DELETE FROM work_item WHERE second = ?"), {id}));
        })
        .and_then([&] { return note(summary); })
        .and_then([&] { return noteVerdicts(folded); })
        .and_then([&] { return noteConflicts(folded); })
        .and_then([&] { return noteTwins(summary); });
}

Result<void> WorkItems::note(const TwinSummary &summary)
{
    return only(m_database.change(
        QStringLiteral("INSERT OR REPLACE INTO case_person (id, device, item, id_number, name,"
                       " birth, opened, state) VALUES (?,?,?,?,?,?,?,?)"),
        {summary.id.toString(), summary.device.toString(), summary.item, summary.idNumber, summary.name,
         summary.birth, summary.opened.toString(Qt::ISODate), toString(summary.state)}));
}

Result<void> WorkItems::noteVerdicts(const Case &folded)
{
    for (const TwinVerdict &twin : folded.twins) {
        auto done = m_database.change(
            QStringLiteral("INSERT OR REPLACE INTO twin_verdict VALUES (?,?,?)"),
            {folded.id.toString(), twin.other.toString(), twin.verdict != QLatin1String("held")});
        if (!done)
            return passOn(done);
    }
    return {};
}

Result<void> WorkItems::noteConflicts(const Case &folded)
{
    for (const FieldConflict &conflict : folded.conflicts) {
        auto done = m_database.change(
            QStringLiteral("INSERT OR REPLACE INTO work_item VALUES"
                           " ('conflict', ?, '', ?, ?, ?, 0)"),
            {folded.id.toString(), conflict.field, conflict.kept.toString(), conflict.other.toString()});
        if (!done)
            return passOn(done);
    }
    return {};
}

Result<void> WorkItems::noteTwins(const TwinSummary &summary)
{
    const auto found = candidates(summary);
    if (!found)
        return passOn(found);
    for (const TwinSummary &other : *found) {
        const auto kind = twinKind(summary, other);
        if (!kind)
            continue;
        if (auto noted = noteTwin(*kind, summary.id, other.id); !noted)
            return noted;
    }
    return {};
}

// Either case's word settles the pair; nobody's word, or only 'held', leaves it on the list.
Result<void> WorkItems::noteTwin(TwinKind kind, const CaseId &one, const CaseId &other)
{
    QString first = one.toString();
    QString second = other.toString();
    if (second < first)
        std::swap(first, second);
    const auto settled = m_database.value(
        QStringLiteral("SELECT max(settled) FROM twin_verdict WHERE (case_id = ? AND other = ?)"
                       " OR (case_id = ? AND other = ?)"),
        {first, second, second, first});
    if (!settled)
        return passOn(settled);
    if (settled->toInt() == 1)
        return {};
    return only(
        m_database.change(QStringLiteral("INSERT OR REPLACE INTO work_item VALUES (?, ?, ?, '', '', '', ?)"),
                          {wordFor(kind), first, second, !settled->isNull()}));
}

// Each question stands on one index, so that a case is compared with those that may be its twins and not with
// every case of the same person, of whom there may be thousands.
Result<QList<TwinSummary>> WorkItems::candidates(const TwinSummary &summary)
{
    QList<TwinSummary> found;
    Result<void> done;
    const QVariant device = summary.device.toString();
    for (const char *way : {"<", ">"}) {
        const QLatin1String than(way);
        if (done && !summary.idNumber.isEmpty()) {
            done =
                take(QStringLiteral("id_number = ? AND name %1 ?").arg(than),
                     {summary.idNumber, summary.name}, found)
                    .and_then([&] {
                        return take(QStringLiteral("id_number = ? AND name = ? AND item = ? AND device %1 ?")
                                        .arg(than),
                                    {summary.idNumber, summary.name, summary.item, device}, found);
                    });
        }
        if (done && !summary.birth.isEmpty()) {
            done = take(QStringLiteral("birth = ? AND id_number %1 ?").arg(than),
                        {summary.birth, summary.idNumber}, found);
        }
    }
    // Two that both lack a number.
    if (done && !summary.birth.isEmpty() && summary.idNumber.isEmpty())
        done = take(QStringLiteral("birth = ? AND id_number = ''"), {summary.birth}, found);
    return done ? Result<QList<TwinSummary>>(found) : passOn(done);
}

Result<void> WorkItems::take(const QString &condition, const QVariantList &values, QList<TwinSummary> &found)
{
    auto rows = m_database.run(
        QStringLiteral(
            "SELECT id, device, item, id_number, name, birth, opened, state FROM case_person WHERE ") +
            condition + QStringLiteral(" LIMIT %1").arg(mostCandidates),
        values);
    if (!rows)
        return passOn(rows);
    while (rows->next()) {
        TwinSummary one;
        one.id = CaseId::fromString(rows->value(0).toString());
        one.device = DeviceId::fromString(rows->value(1).toString());
        one.item = rows->value(2).toString();
        one.idNumber = rows->value(3).toString();
        one.name = rows->value(4).toString();
        one.birth = rows->value(5).toString();
        one.opened = QDate::fromString(rows->value(6).toString(), Qt::ISODate);
        one.state = caseStateFromString(rows->value(7).toString()).value_or(CaseState::Received);
        found.append(one);
    }
    return {};
}

Result<QList<WorkItem>> WorkItems::list(int most)
{
    auto rows = m_database.run(
        QStringLiteral(
            "SELECT w.kind, w.first, w.second, w.field, w.kept, w.other, w.held, a.item_name, a.number,"
            " b.number, a.applicant, b.applicant FROM work_item w LEFT JOIN case_row a ON a.id = w.first"
            " LEFT JOIN case_row b ON b.id = w.second ORDER BY w.held, CASE w.kind WHEN 'same-case' THEN 0"
            " WHEN 'conflict' THEN 1 ELSE 2 END, w.first, w.second, w.field, w.other LIMIT ?"),
        {most});
    if (!rows)
        return passOn(rows);
    QList<WorkItem> items;
    while (rows->next()) {
        WorkItem item;
        item.kind = kindOf(rows->value(0).toString());
        item.first = CaseId::fromString(rows->value(1).toString());
        item.second = CaseId::fromString(rows->value(2).toString());
        item.field = rows->value(3).toString();
        item.kept = EventId::fromString(rows->value(4).toString());
        item.other = EventId::fromString(rows->value(5).toString());
        item.held = rows->value(6).toBool();
        item.itemName = rows->value(7).toString();
        item.firstNumber = rows->value(8).toString();
        item.secondNumber = rows->value(9).toString();
        item.firstApplicant = rows->value(10).toString();
        item.secondApplicant = rows->value(11).toString();
        items.append(item);
    }
    return items;
}

Result<int> WorkItems::count()
{
    return m_database.value(QStringLiteral("SELECT count(*) FROM work_item")).map([](const QVariant &count) {
        return count.toInt();
    });
}

} // namespace yichuang
