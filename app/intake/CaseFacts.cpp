#include "intake/CaseFacts.h"

#include "domain/Dates.h"
#include "domain/EventTypes.h"

#include <QJsonArray>

namespace yichuang {

namespace {

using Latin = QLatin1String;

QJsonObject personOf(const Party &party)
{
    return {{Latin("name"), party.name},
            {Latin("idType"), party.idType},
            {Latin("idNumber"), party.idNumber},
            {Latin("sex"), party.sex},
            {Latin("birth"), party.birth},
            {Latin("nation"), party.nation},
            {Latin("address"), party.address},
            {Latin("phone"), party.phone},
            {Latin("validUntil"), party.validUntil}};
}

Fact opened(const CaseRecord &record, const DraftDocument &draft, const StationFacts &station)
{
    QJsonArray situation;
    for (auto answer = draft.situation.cbegin(); answer != draft.situation.cend(); ++answer)
        situation.append(QJsonObject{{Latin("question"), answer.key()}, {Latin("answer"), *answer}});
    const bool village = station.level == AdminLevel::Village;
    return {record.caseId, eventtype::opened,
            QJsonObject{{Latin("item"), record.item},
                        {Latin("itemName"), record.itemName},
                        {Latin("itemVersion"), record.itemVersion},
                        {Latin("itemScheme"), record.itemScheme},
                        {Latin("site"), station.site},
                        {Latin("siteName"), station.siteName},
                        {Latin("window"), station.window},
                        {Latin("channel"), village ? Latin("village") : Latin("window")},
                        {Latin("caseKind"), record.caseKind},
                        {Latin("situation"), situation},
                        {Latin("handedOverAt"), draft.handedOverAt}}};
}

Fact identified(const CaseRecord &record, const DraftParty &party)
{
    QJsonObject payload{{Latin("role"), party.party.role},
                        {Latin("kind"), party.party.kind},
                        {Latin("person"), personOf(party.party)},
                        {Latin("source"), party.party.source}};
    if (!party.manualReason.isEmpty())
        payload.insert(Latin("reason"), party.manualReason);
    if (party.party.kind == u"enterprise") {
        payload.insert(Latin("creditCode"), party.party.idNumber);
        payload.insert(Latin("enterpriseName"), party.party.name);
    }
    return {record.caseId, eventtype::applicantIdentified, payload};
}

Fact formRecorded(const CaseRecord &record, const DraftDocument &draft)
{
    QJsonObject answers, sources;
    for (const QString &key : record.fields) {
        const auto answer = draft.answers.constFind(key);
        if (answer == draft.answers.cend())
            continue;
        answers.insert(key, answer->value);
        sources.insert(key, QJsonObject{{Latin("source"), answer->source}, {Latin("at"), answer->at}});
    }
    return {record.caseId, eventtype::formRecorded,
            QJsonObject{{Latin("answers"), answers}, {Latin("sources"), sources}}};
}

QJsonObject lineOf(const ChecklistLine &line)
{
    return {{Latin("line"), line.line}, {Latin("lineName"), line.name}};
}

Fact attached(const CaseRecord &record, const ChecklistLine &line, const DraftPage &page, int number)
{
    QJsonObject payload = lineOf(line);
    payload.insert(Latin("blob"), page.blob.toHex());
    payload.insert(Latin("size"), page.size);
    payload.insert(Latin("mediaType"), page.mediaType);
    payload.insert(Latin("page"), number);
    payload.insert(Latin("origin"), page.origin);
    payload.insert(Latin("rotation"), page.rotation);
    if (!page.note.isEmpty())
        payload.insert(Latin("note"), page.note);
    return {record.caseId, eventtype::materialAttached, payload};
}

// What the clerk said of the line itself; none where only pages speak for it.
std::optional<Fact> declared(const CaseRecord &record, const ChecklistLine &line,
                             const DraftMaterial &material)
{
    QJsonObject payload = lineOf(line);
    switch (line.state) {
    case LineState::Complete:
        if (material.form.isEmpty() && !line.fromForm)
            return std::nullopt;
        payload.insert(Latin("form"), material.form.isEmpty() ? QStringLiteral("original") : material.form);
        payload.insert(Latin("count"), qMax(1, material.count));
        return Fact{record.caseId, eventtype::materialChecked, payload};
    case LineState::Reused:
        payload.insert(Latin("ground"), line.note);
        payload.insert(Latin("reference"), material.reference);
        return Fact{record.caseId, eventtype::materialReused, payload};
    case LineState::Exempted:
        payload.insert(Latin("ground"), line.note);
        return Fact{record.caseId, eventtype::materialExempted, payload};
    case LineState::Deferred:
        payload.insert(Latin("due"), toString(line.due));
        return Fact{record.caseId, eventtype::materialDeferred, payload};
    case LineState::Missing:
        break;
    }
    return std::nullopt;
}

QLatin1String printWord(IssuedPaper::State state)
{
    switch (state) {
    case IssuedPaper::State::Confirmed:
        return Latin("confirmed");
    case IssuedPaper::State::Refused:
        return Latin("refused");
    case IssuedPaper::State::Ready:
    case IssuedPaper::State::Printing:
    case IssuedPaper::State::Unconfirmed:
        break;
    }
    return Latin("unconfirmed");
}

} // namespace

QList<Fact> factsOfReceipt(const CaseRecord &record, const DraftDocument &draft, const StationFacts &station)
{
    QList<Fact> facts{opened(record, draft, station)};
    for (const DraftParty &party : draft.parties)
        facts.append(identified(record, party));
    for (const DraftVisit &visit : draft.visits)
        facts.append(Fact{record.caseId, eventtype::visitRecorded,
                          QJsonObject{{Latin("reason"), visit.reason},
                                      {Latin("ticket"), visit.ticket},
                                      {Latin("at"), visit.at}}});
    facts.append(formRecorded(record, draft));
    for (const ChecklistLine &line : record.lines) {
        const DraftMaterial material = draft.materials.value(line.line);
        int number = 0;
        for (const DraftPage &page : material.pages)
            facts.append(attached(record, line, page, ++number));
        if (const std::optional<Fact> fact = declared(record, line, material))
            facts.append(*fact);
    }
    return facts;
}

Fact factOfAcceptance(const CaseRecord &record, const DraftDocument &draft, const QDateTime &now)
{
    QJsonArray tolerated;
    for (const ChecklistLine &line : record.lines) {
        if (line.state == LineState::Deferred)
            tolerated.append(line.line);
    }
    QJsonObject payload{{Latin("acceptedAt"), toString(now)},
                        {Latin("receivedByAuthorityAt"), draft.handedOverAt},
                        {Latin("tolerated"), tolerated}};
    if (record.due) {
        const auto dateOf = [](const std::optional<DueDate> &due) {
            return due ? toString(due->date) : QString();
        };
        payload.insert(Latin("committedDue"), dateOf(record.due->committed));
        payload.insert(Latin("statutoryDue"), dateOf(record.due->statutory));
        payload.insert(Latin("committedDays"), record.due->committedLimit.count);
        payload.insert(Latin("unit"), toString(record.due->committedLimit.unit));
        payload.insert(Latin("explanation"),
                       record.due->committed ? toJson(record.due->committed->steps) : QJsonArray());
    }
    return {record.caseId, eventtype::accepted, payload};
}

Fact factOfCollection(const CaseRecord &record, const StationFacts &station, const QDateTime &now)
{
    return {record.caseId, eventtype::collected,
            QJsonObject{{Latin("collectedAt"), toString(now)}, {Latin("authority"), station.authority}}};
}

Fact factOfNotice(const CaseRecord &record, const QList<MissingThing> &missing, QDate respondBy)
{
    QJsonArray list;
    for (const MissingThing &thing : missing)
        list.append(
            QJsonObject{{Latin("what"), thing.what}, {Latin("why"), thing.why}, {Latin("how"), thing.how}});
    return {record.caseId, eventtype::notifiedOnce,
            QJsonObject{{Latin("paper"), Latin("one-time-notice")},
                        {Latin("missing"), list},
                        {Latin("respondBy"), toString(respondBy)}}};
}

Fact factOfRefusal(const CaseRecord &record, const Refusal &refusal)
{
    return {record.caseId, eventtype::declined,
            QJsonObject{{Latin("outcome"), refusal.outcome},
                        {Latin("reason"), refusal.reason},
                        {Latin("ground"), refusal.ground},
                        {Latin("authority"), refusal.authority},
                        {Latin("remedy"), refusal.remedy}}};
}

Fact factOfPaper(const IssuedPaper &paper)
{
    return {paper.caseId, eventtype::paperPrinted,
            QJsonObject{{Latin("paper"), paper.paper},
                        {Latin("paperNumber"), paper.number},
                        {Latin("copy"), paper.copy},
                        {Latin("state"), printWord(paper.state)},
                        {Latin("hash"), paper.hash.toHex()},
                        {Latin("checkCode"), paper.checkCode}}};
}

} // namespace yichuang
