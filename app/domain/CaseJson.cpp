#include "domain/Case.h"
#include "domain/Dates.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yichuang {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

template <typename List, typename ToJson>
QJsonArray array(const List &list, ToJson toJson)
{
    QJsonArray result;
    for (const auto &entry : list)
        result.append(toJson(entry));
    return result;
}

QJsonValue partyJson(const Party &party)
{
    return QJsonObject{{key("role"), party.role},
                       {key("kind"), party.kind},
                       {key("name"), party.name},
                       {key("idType"), party.idType},
                       {key("idNumber"), party.idNumber},
                       {key("sex"), party.sex},
                       {key("birth"), party.birth},
                       {key("nation"), party.nation},
                       {key("address"), party.address},
                       {key("phone"), party.phone},
                       {key("validUntil"), party.validUntil},
                       {key("source"), party.source}};
}

QJsonValue materialJson(const CaseMaterial &material)
{
    return QJsonObject{{key("line"), material.line},
                       {key("name"), material.name},
                       {key("state"), toString(material.state)},
                       {key("blobs"), QJsonArray::fromStringList(material.blobs)},
                       {key("note"), material.note}};
}

QJsonValue paperJson(const PrintedPaper &paper)
{
    return QJsonObject{{key("paper"), paper.paper},        {key("number"), paper.number},
                       {key("copy"), paper.copy},          {key("confirmed"), paper.confirmed},
                       {key("refused"), paper.refused},    {key("hash"), paper.hash},
                       {key("checkCode"), paper.checkCode}};
}

QJsonValue conflictJson(const FieldConflict &conflict)
{
    return QJsonObject{{key("field"), conflict.field},
                       {key("kept"), conflict.kept.toString()},
                       {key("other"), conflict.other.toString()}};
}

QJsonValue twinJson(const TwinVerdict &twin)
{
    return QJsonObject{{key("other"), twin.other.toString()},
                       {key("verdict"), twin.verdict},
                       {key("reason"), twin.reason},
                       {key("secondClerk"), twin.secondClerk}};
}

QJsonValue stopJson(const Suspension &stop)
{
    return QJsonObject{{key("from"), toString(stop.from)},
                       {key("to"), stop.to ? toString(*stop.to) : QString()}};
}

void addOpening(const Case &folded, QJsonObject &json)
{
    json.insert(key("id"), folded.id.toString());
    json.insert(key("number"), folded.number);
    json.insert(key("state"), toString(folded.state));
    json.insert(key("item"), folded.item);
    json.insert(key("itemName"), folded.itemName);
    json.insert(key("itemVersion"), folded.itemVersion);
    json.insert(key("site"), folded.site);
    json.insert(key("siteName"), folded.siteName);
    json.insert(key("window"), folded.window);
    json.insert(key("channel"), folded.channel);
    json.insert(key("caseKind"), folded.caseKind);
    json.insert(key("holder"), folded.holder.toString());
    json.insert(key("handedOverAt"), folded.handedOverAt);
}

void addContent(const Case &folded, QJsonObject &json)
{
    json.insert(key("parties"), array(folded.parties, partyJson));
    json.insert(key("answers"), folded.answers);
    json.insert(key("sources"), folded.sources);
    json.insert(key("materials"), array(folded.materials, materialJson));
    json.insert(key("visits"), array(folded.visits, [](const Visit &visit) {
                    return QJsonValue(QJsonObject{{key("reason"), visit.reason}, {key("at"), visit.at}});
                }));
    json.insert(key("papers"), array(folded.papers, paperJson));
    json.insert(key("conflicts"), array(folded.conflicts, conflictJson));
    // Only where there are any: cases of before this was known keep their digest.
    if (!folded.twins.isEmpty())
        json.insert(key("twins"), array(folded.twins, twinJson));
    json.insert(key("heads"),
                array(folded.heads, [](const EventId &id) { return QJsonValue(id.toString()); }));
    json.insert(key("history"), array(folded.history, [](const HistoryEntry &entry) {
                    return QJsonValue(entry.event.toString());
                }));
}

void addProgress(const Case &folded, QJsonObject &json)
{
    json.insert(key("acceptedAt"), folded.acceptedAt);
    json.insert(key("receivedByAuthorityAt"), folded.receivedByAuthorityAt);
    json.insert(key("committedDue"), toString(folded.committedDue));
    json.insert(key("statutoryDue"), toString(folded.statutoryDue));
    json.insert(key("respondBy"), toString(folded.respondBy));
    json.insert(key("committedDays"), folded.committed.count);
    json.insert(key("unit"), toString(folded.committed.unit));
    json.insert(key("explanation"), folded.explanation);
    json.insert(key("tolerated"), QJsonArray::fromStringList(folded.tolerated));
    json.insert(key("stops"), array(folded.stops, stopJson));
    json.insert(key("department"), folded.department);
    json.insert(key("departmentName"), folded.departmentName);
    json.insert(key("decision"), folded.decision);
    json.insert(key("opinion"), folded.opinion);
    json.insert(key("declinedReason"), folded.declinedReason);
    json.insert(key("declinedGround"), folded.declinedGround);
    json.insert(key("result"), folded.result);
    json.insert(key("certificateNumber"), folded.certificateNumber);
    json.insert(key("resultValidUntil"), folded.resultValidUntil);
    json.insert(key("shelf"), folded.shelf);
    json.insert(key("deliveredAt"), folded.deliveredAt);
}

} // namespace

QByteArray Case::canonicalJson() const
{
    QJsonObject json;
    addOpening(*this, json);
    addContent(*this, json);
    addProgress(*this, json);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace yichuang
