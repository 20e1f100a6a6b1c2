#include "store/CaseQueries.h"

#include "store/Projections.h"

#include <QVariant>

namespace yichuang {

namespace {

const QString acknowledged = QStringLiteral("(SELECT acknowledged FROM sync_state)");
const QString unsentPage =
    QStringLiteral("EXISTS (SELECT 1 FROM case_page p JOIN blob b ON b.digest = p.digest"
                   " WHERE p.row = c.row AND p.present AND b.sent = 0)");
const QString refused =
    QStringLiteral("EXISTS (SELECT 1 FROM event e JOIN refusal r ON r.sequence = e.sequence"
                   " WHERE e.case_id = c.id AND e.own = 1)");

// 0 only here, 1 sent, 2 events sent, 3 set aside.
QString sendingColumn()
{
    return QStringLiteral("CASE WHEN %1 THEN 3 WHEN c.last_own > %2 THEN 0 WHEN %3 THEN 2 ELSE 1 END")
        .arg(refused, acknowledged, unsentPage);
}

SendState sendStateOf(int value)
{
    switch (value) {
    case 1:
        return SendState::Sent;
    case 2:
        return SendState::EventsSent;
    case 3:
        return SendState::SetAside;
    default:
        return SendState::OnlyHere;
    }
}

struct Condition
{
    QStringList terms;
    QVariantList values;
};

void addFilter(Condition &condition, const CaseQuery &query)
{
    const QString today = query.today.toString(Qt::ISODate);
    switch (query.filter) {
    case CaseFilter::Open:
        condition.terms << QStringLiteral("c.open = 1");
        break;
    case CaseFilter::Supplement:
        condition.terms << QStringLiteral("c.state = 'await-supplement'");
        break;
    case CaseFilter::Ready:
        condition.terms << QStringLiteral("c.state = 'result-ready'");
        break;
    case CaseFilter::DueBy:
        condition.terms << QStringLiteral("c.open = 1 AND c.committed_due <= ?");
        condition.values << today;
        break;
    case CaseFilter::Today:
        condition.terms << QStringLiteral("c.opened = ?");
        condition.values << today;
        break;
    case CaseFilter::Unsent:
        condition.terms << QStringLiteral("(c.last_own > %1 OR %2)").arg(acknowledged, unsentPage);
        break;
    case CaseFilter::All:
        break;
    }
}

// Digits and dashes are a part of a number or the tail of a telephone; anything else is of a name, found by
// its pairs and then checked, since pairs alone also match them in another order.
void addText(Condition &condition, const QString &typed)
{
    QString text = typed.simplified();
    if (text.isEmpty())
        return;
    const bool numeric =
        std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; });
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('%'), QLatin1String("\\%"));
    text.replace(QLatin1Char('_'), QLatin1String("\\_"));
    if (numeric) {
        condition.terms << QStringLiteral(
            "(c.number LIKE ? ESCAPE '\\' OR c.phone LIKE ? ESCAPE '\\' OR c.names LIKE ? ESCAPE '\\')");
        condition.values << QLatin1Char('%') + text + QLatin1Char('%') << QLatin1Char('%') + text
                         << QLatin1Char('%') + text + QLatin1Char('%');
        return;
    }
    condition.terms << QStringLiteral("c.row IN (SELECT rowid FROM case_search WHERE case_search MATCH ?)")
                    << QStringLiteral("c.names LIKE ? ESCAPE '\\'");
    condition.values << gramQuery(typed) << QLatin1Char('%') + text + QLatin1Char('%');
}

QString whereOf(const Condition &condition)
{
    return condition.terms.isEmpty()
               ? QString()
               : QStringLiteral(" WHERE ") + condition.terms.join(QLatin1String(" AND "));
}

CaseRow rowOf(const QSqlQuery &query)
{
    CaseRow row;
    row.id = CaseId::fromString(query.value(0).toString());
    row.number = query.value(1).toString();
    row.item = query.value(2).toString();
    row.itemName = query.value(3).toString();
    row.applicant = query.value(4).toString();
    row.phone = query.value(5).toString();
    row.state = caseStateFromString(query.value(6).toString()).value_or(CaseState::Received);
    row.committedDue = QDate::fromString(query.value(7).toString(), Qt::ISODate);
    row.respondBy = QDate::fromString(query.value(8).toString(), Qt::ISODate);
    row.opened = QDate::fromString(query.value(9).toString(), Qt::ISODate);
    row.visits = query.value(10).toInt();
    row.conflicted = query.value(11).toBool();
    row.hasUnconfirmedPaper = query.value(12).toBool();
    row.sending = sendStateOf(query.value(13).toInt());
    return row;
}

} // namespace

Result<QList<CaseRow>> CaseQueries::rows(const CaseQuery &query)
{
    Condition condition;
    addFilter(condition, query);
    addText(condition, query.text);
    // The shortest time first; what has no date last, newest first.
    const QString statement =
        QStringLiteral(
            "SELECT c.id, c.number, c.item, c.item_name, c.applicant, c.phone, c.state, c.committed_due,"
            " c.respond_by, c.opened, c.visits, c.conflicted, c.unconfirmed, ") +
        sendingColumn() + QStringLiteral(" FROM case_row c") + whereOf(condition) +
        QStringLiteral(
            " ORDER BY coalesce(c.respond_by, c.committed_due, '9999'), c.row DESC LIMIT ? OFFSET ?");
    condition.values << query.limit << query.offset;
    auto found = m_database.run(statement, condition.values);
    if (!found)
        return passOn(found);
    QList<CaseRow> rows;
    while (found->next())
        rows.append(rowOf(*found));
    return rows;
}

Result<CaseCounts> CaseQueries::counts(QDate today)
{
    CaseCounts counts;
    const std::pair<CaseFilter, int *> wanted[] = {
        {CaseFilter::Open, &counts.open},   {CaseFilter::Supplement, &counts.supplement},
        {CaseFilter::Ready, &counts.ready}, {CaseFilter::DueBy, &counts.dueToday},
        {CaseFilter::Today, &counts.today}, {CaseFilter::Unsent, &counts.unsent},
        {CaseFilter::All, &counts.all},
    };
    for (const auto &[filter, count] : wanted) {
        Condition condition;
        CaseQuery query;
        query.filter = filter;
        query.today = today;
        addFilter(condition, query);
        const auto value = m_database.value(
            QStringLiteral("SELECT count(*) FROM case_row c") + whereOf(condition), condition.values);
        if (!value)
            return passOn(value);
        *count = value->toInt();
    }
    return counts;
}

Result<std::optional<CaseId>> CaseQueries::byNumber(const QString &number)
{
    return m_database.value(QStringLiteral("SELECT id FROM case_row WHERE number = ?"), {number})
        .map([](const QVariant &id) {
            return id.isValid() ? std::optional(CaseId::fromString(id.toString())) : std::nullopt;
        });
}

Result<SendState> CaseQueries::sending(const CaseId &caseId)
{
    return m_database
        .value(QStringLiteral("SELECT %1 FROM case_row c WHERE c.id = ?").arg(sendingColumn()),
               {caseId.toString()})
        .map([](const QVariant &value) { return sendStateOf(value.toInt()); });
}

} // namespace yichuang
