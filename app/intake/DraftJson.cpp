#include "intake/DraftDocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yichuang {

namespace {

constexpr int maximumText = 4000;
constexpr int maximumEntries = 2000;

// Reads one object strictly: every key must be asked for, every value must have its type. The first fault is
// kept; reading goes on with empty values and the whole is refused at the end.
class StrictObject
{
public:
    StrictObject(const QJsonValue &value, QString *fault)
        : m_object(value.toObject())
        , m_fault(fault)
    {
        if (!value.isObject())
            fail(QStringLiteral("an object is missing"));
    }
    ~StrictObject()
    {
        if (m_seen != m_object.size())
            fail(QStringLiteral("an unknown key"));
    }
    Q_DISABLE_COPY_MOVE(StrictObject)

    QString text(QLatin1String key)
    {
        const QJsonValue value = take(key);
        if (!value.isString() || value.toString().size() > maximumText)
            fail(key);
        return value.toString();
    }
    qint64 number(QLatin1String key, qint64 least, qint64 most)
    {
        const QJsonValue value = take(key);
        const qint64 number = value.toInteger(least - 1);
        if (number < least || number > most)
            fail(key);
        return number;
    }
    QJsonValue any(QLatin1String key) { return take(key); }
    QJsonArray array(QLatin1String key)
    {
        const QJsonValue value = take(key);
        if (!value.isArray() || value.toArray().size() > maximumEntries)
            fail(key);
        return value.toArray();
    }
    QJsonObject object(QLatin1String key)
    {
        const QJsonValue value = take(key);
        if (!value.isObject() || value.toObject().size() > maximumEntries)
            fail(key);
        return value.toObject();
    }
    bool has(QLatin1String key) const { return m_object.contains(key); }
    QString *fault() const { return m_fault; }
    void fail(const QString &what)
    {
        if (m_fault->isEmpty())
            *m_fault = what;
    }

private:
    QJsonValue take(QLatin1String key)
    {
        const auto found = m_object.constFind(key);
        if (found == m_object.constEnd()) {
            fail(key);
            return QJsonValue(QJsonValue::Undefined);
        }
        ++m_seen;
        return *found;
    }

    QJsonObject m_object;
    QString *m_fault;
    qsizetype m_seen = 0;
};

QLatin1String name(LineState state)
{
    switch (state) {
    case LineState::Missing:
        return QLatin1String("missing");
    case LineState::Complete:
        return QLatin1String("complete");
    case LineState::Reused:
        return QLatin1String("reused");
    case LineState::Exempted:
        return QLatin1String("exempted");
    case LineState::Deferred:
        return QLatin1String("deferred");
    }
    Q_UNREACHABLE();
}

LineState lineState(StrictObject &object, QLatin1String key)
{
    const QString text = object.text(key);
    for (const LineState state : {LineState::Missing, LineState::Complete, LineState::Reused,
                                  LineState::Exempted, LineState::Deferred}) {
        if (text == name(state))
            return state;
    }
    object.fail(key);
    return LineState::Missing;
}

QDate date(StrictObject &object, QLatin1String key)
{
    const QString text = object.text(key);
    const QDate result = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !result.isValid())
        object.fail(key);
    return result;
}

using Latin = QLatin1String;

QJsonObject write(const DraftParty &party)
{
    const Party &p = party.party;
    return {{Latin("role"), p.role},
            {Latin("kind"), p.kind},
            {Latin("name"), p.name},
            {Latin("idType"), p.idType},
            {Latin("idNumber"), p.idNumber},
            {Latin("sex"), p.sex},
            {Latin("birth"), p.birth},
            {Latin("nation"), p.nation},
            {Latin("address"), p.address},
            {Latin("phone"), p.phone},
            {Latin("validUntil"), p.validUntil},
            {Latin("source"), p.source},
            {Latin("manualReason"), party.manualReason}};
}

DraftParty readParty(const QJsonValue &value, QString *fault)
{
    StrictObject o(value, fault);
    DraftParty result;
    Party &p = result.party;
    p.role = o.text(Latin("role"));
    p.kind = o.text(Latin("kind"));
    p.name = o.text(Latin("name"));
    p.idType = o.text(Latin("idType"));
    p.idNumber = o.text(Latin("idNumber"));
    p.sex = o.text(Latin("sex"));
    p.birth = o.text(Latin("birth"));
    p.nation = o.text(Latin("nation"));
    p.address = o.text(Latin("address"));
    p.phone = o.text(Latin("phone"));
    p.validUntil = o.text(Latin("validUntil"));
    p.source = o.text(Latin("source"));
    result.manualReason = o.text(Latin("manualReason"));
    return result;
}

QJsonObject write(const DraftAnswer &answer)
{
    QJsonObject object{
        {Latin("value"), answer.value}, {Latin("source"), answer.source}, {Latin("at"), answer.at}};
    if (!answer.original.isUndefined()) {
        object.insert(Latin("original"), answer.original);
        object.insert(Latin("originalSource"), answer.originalSource);
    }
    return object;
}

DraftAnswer readAnswer(const QJsonValue &value, QString *fault)
{
    StrictObject o(value, fault);
    DraftAnswer result;
    result.value = o.any(Latin("value"));
    result.source = o.text(Latin("source"));
    result.at = o.text(Latin("at"));
    if (o.has(Latin("original"))) {
        result.original = o.any(Latin("original"));
        result.originalSource = o.text(Latin("originalSource"));
    }
    return result;
}

QJsonObject write(const DraftPage &page)
{
    return {{Latin("id"), page.id},
            {Latin("blob"), page.blob.toHex()},
            {Latin("size"), page.size},
            {Latin("mediaType"), page.mediaType},
            {Latin("rotation"), page.rotation},
            {Latin("origin"), page.origin},
            {Latin("at"), page.at},
            {Latin("note"), page.note}};
}

DraftPage readPage(const QJsonValue &value, QString *fault)
{
    StrictObject o(value, fault);
    DraftPage result;
    result.id = static_cast<int>(o.number(Latin("id"), 1, 1'000'000));
    const Result<Digest> blob = Digest::fromHex(o.text(Latin("blob")).toLatin1());
    if (blob)
        result.blob = *blob;
    else
        o.fail(QStringLiteral("blob"));
    result.size = o.number(Latin("size"), 0, Q_INT64_C(1) << 40);
    result.mediaType = o.text(Latin("mediaType"));
    result.rotation = static_cast<int>(o.number(Latin("rotation"), 0, 270));
    if (result.rotation % 90 != 0)
        o.fail(QStringLiteral("rotation"));
    result.origin = o.text(Latin("origin"));
    result.at = o.text(Latin("at"));
    result.note = o.text(Latin("note"));
    return result;
}

QJsonObject write(const DraftMaterial &material)
{
    QJsonArray pages;
    for (const DraftPage &page : material.pages)
        pages.append(write(page));
    return {{Latin("line"), material.line},
            {Latin("state"), name(material.state)},
            {Latin("pages"), pages},
            {Latin("form"), material.form},
            {Latin("count"), material.count},
            {Latin("ground"), material.ground},
            {Latin("reference"), material.reference},
            {Latin("due"), material.due.toString(Qt::ISODate)}};
}

DraftMaterial readMaterial(const QJsonValue &value, QString *fault)
{
    StrictObject o(value, fault);
    DraftMaterial result;
    result.line = o.text(Latin("line"));
    result.state = lineState(o, Latin("state"));
    const QJsonArray pages = o.array(Latin("pages"));
    for (const QJsonValue &page : pages)
        result.pages.append(readPage(page, fault));
    result.form = o.text(Latin("form"));
    result.count = static_cast<int>(o.number(Latin("count"), 0, 1000));
    result.ground = o.text(Latin("ground"));
    result.reference = o.text(Latin("reference"));
    result.due = date(o, Latin("due"));
    return result;
}

QJsonObject write(const DraftVisit &visit)
{
    return {{Latin("reason"), visit.reason}, {Latin("ticket"), visit.ticket}, {Latin("at"), visit.at}};
}

DraftVisit readVisit(const QJsonValue &value, QString *fault)
{
    StrictObject o(value, fault);
    return {o.text(Latin("reason")), o.text(Latin("ticket")), o.text(Latin("at"))};
}

template <typename Element>
QJsonArray writeList(const QList<Element> &elements)
{
    QJsonArray array;
    for (const Element &element : elements)
        array.append(write(element));
    return array;
}

template <typename Element>
QJsonObject writeMap(const QMap<QString, Element> &elements)
{
    QJsonObject object;
    for (auto element = elements.cbegin(); element != elements.cend(); ++element)
        object.insert(element.key(), write(*element));
    return object;
}

QJsonObject envelope(const DraftDocument &draft)
{
    QJsonObject versions, situation;
    for (auto entry = draft.itemVersions.cbegin(); entry != draft.itemVersions.cend(); ++entry)
        versions.insert(entry.key(), *entry);
    for (auto entry = draft.situation.cbegin(); entry != draft.situation.cend(); ++entry)
        situation.insert(entry.key(), *entry);
    return {{Latin("v"), DraftDocument::version},
            {Latin("id"), draft.id.toString()},
            {Latin("createdAt"), draft.createdAt},
            {Latin("handedOverAt"), draft.handedOverAt},
            {Latin("items"), QJsonArray::fromStringList(draft.items)},
            {Latin("itemVersions"), versions},
            {Latin("bundle"), draft.bundle},
            {Latin("situation"), situation},
            {Latin("focusField"), draft.focusField},
            {Latin("nextPage"), draft.nextPage}};
}

void readHead(StrictObject &o, DraftDocument *draft)
{
    o.number(Latin("v"), DraftDocument::version, DraftDocument::version);
    draft->id = DraftId::fromString(o.text(Latin("id")));
    if (draft->id.isNull())
        o.fail(QStringLiteral("id"));
    draft->createdAt = o.text(Latin("createdAt"));
    draft->handedOverAt = o.text(Latin("handedOverAt"));
    const QJsonArray items = o.array(Latin("items"));
    for (const QJsonValue &item : items) {
        if (!item.isString())
            o.fail(QStringLiteral("items"));
        draft->items.append(item.toString());
    }
    const QJsonObject versions = o.object(Latin("itemVersions"));
    for (auto entry = versions.begin(); entry != versions.end(); ++entry)
        draft->itemVersions.insert(entry.key(), entry->toString());
    draft->bundle = o.text(Latin("bundle"));
    const QJsonObject situation = o.object(Latin("situation"));
    for (auto entry = situation.begin(); entry != situation.end(); ++entry)
        draft->situation.insert(entry.key(), *entry);
    draft->focusField = o.text(Latin("focusField"));
    draft->nextPage = static_cast<int>(o.number(Latin("nextPage"), 1, 1'000'000));
}

void readBody(StrictObject &o, DraftDocument *draft)
{
    const QJsonArray parties = o.array(Latin("parties"));
    for (const QJsonValue &party : parties)
        draft->parties.append(readParty(party, o.fault()));
    const QJsonObject answers = o.object(Latin("answers"));
    for (auto answer = answers.begin(); answer != answers.end(); ++answer)
        draft->answers.insert(answer.key(), readAnswer(*answer, o.fault()));
    const QJsonObject materials = o.object(Latin("materials"));
    for (auto material = materials.begin(); material != materials.end(); ++material) {
        draft->materials.insert(material.key(), readMaterial(*material, o.fault()));
        if (draft->materials.value(material.key()).line != material.key())
            o.fail(QStringLiteral("line"));
    }
    const QJsonArray visits = o.array(Latin("visits"));
    for (const QJsonValue &visit : visits)
        draft->visits.append(readVisit(visit, o.fault()));
}

} // namespace

QByteArray toJson(const DraftDocument &draft)
{
    QJsonObject object = envelope(draft);
    object.insert(Latin("parties"), writeList(draft.parties));
    object.insert(Latin("answers"), writeMap(draft.answers));
    object.insert(Latin("materials"), writeMap(draft.materials));
    object.insert(Latin("visits"), writeList(draft.visits));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<DraftDocument> parseDraft(const QByteArray &json)
{
    QString fault;
    DraftDocument draft;
    if (json.size() > maximumDraftBytes) {
        fault = QStringLiteral("too large");
    } else {
        StrictObject o(QJsonDocument::fromJson(json).object(), &fault);
        readHead(o, &draft);
        readBody(o, &draft);
    }
    if (!fault.isEmpty())
        return raise(ErrorCode::DraftMalformed, fault);
    return draft;
}

} // namespace yichuang
