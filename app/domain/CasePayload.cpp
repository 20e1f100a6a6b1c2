#include "domain/CasePayload.h"

#include "domain/Dates.h"

namespace yichuang::payload {

namespace {

QStringList texts(const QJsonObject &payload, const char *key)
{
    QStringList result;
    const QJsonArray values = payload.value(QLatin1String(key)).toArray();
    for (const QJsonValue &value : values) {
        if (value.isString())
            result.append(value.toString());
    }
    return result;
}

} // namespace

QString text(const QJsonObject &payload, const char *key)
{
    return payload.value(QLatin1String(key)).toString();
}

QDate date(const QJsonObject &payload, const char *key)
{
    return dateFromString(text(payload, key)).value_or(QDate());
}

LineState lineState(const QString &name)
{
    for (const LineState state : {LineState::Missing, LineState::Complete, LineState::Reused,
                                  LineState::Exempted, LineState::Deferred}) {
        if (toString(state) == name)
            return state;
    }
    return LineState::Missing;
}

Party party(const QString &role, const QJsonObject &payload)
{
    const QJsonObject person = payload.value(QLatin1String("person")).toObject();
    Party result;
    result.role = role;
    result.kind = text(payload, "kind");
    result.name = text(person, "name");
    result.idType = text(person, "idType");
    result.idNumber = text(person, "idNumber");
    result.sex = text(person, "sex");
    result.birth = text(person, "birth");
    result.nation = text(person, "nation");
    result.address = text(person, "address");
    result.phone = text(person, "phone");
    result.validUntil = text(person, "validUntil");
    result.source = text(payload, "source");
    if (result.kind == QLatin1String("enterprise")) {
        result.name = text(payload, "enterpriseName");
        result.idNumber = text(payload, "creditCode");
    }
    return result;
}

PrintedPaper paper(const QJsonObject &payload)
{
    PrintedPaper result;
    result.paper = text(payload, "paper");
    result.number = text(payload, "paperNumber");
    result.copy = payload.value(QLatin1String("copy")).toInt(1);
    result.confirmed = text(payload, "state") == QLatin1String("confirmed");
    result.refused = text(payload, "state") == QLatin1String("refused");
    result.hash = text(payload, "hash");
    result.checkCode = text(payload, "checkCode");
    return result;
}

QJsonObject withoutManifest(QJsonObject payload)
{
    payload.remove(QLatin1String("manifest"));
    return payload;
}

void readOpening(const QJsonObject &payload, Case &into)
{
    into.number = text(payload, "number");
    into.item = text(payload, "item");
    into.itemName = text(payload, "itemName");
    into.itemVersion = text(payload, "itemVersion");
    into.site = text(payload, "site");
    into.siteName = text(payload, "siteName");
    into.window = text(payload, "window");
    into.channel = text(payload, "channel");
    into.caseKind = text(payload, "caseKind");
    into.handedOverAt = text(payload, "handedOverAt");
}

void readAcceptance(const QJsonObject &payload, Case &into)
{
    into.acceptedAt = text(payload, "acceptedAt");
    into.receivedByAuthorityAt = text(payload, "receivedByAuthorityAt");
    into.committedDue = date(payload, "committedDue");
    into.statutoryDue = date(payload, "statutoryDue");
    into.committed.count = payload.value(QLatin1String("committedDays")).toInt();
    into.committed.unit = limitUnitFromString(text(payload, "unit")).value_or(LimitUnit::WorkingDays);
    into.explanation = payload.value(QLatin1String("explanation")).toArray();
    into.tolerated = texts(payload, "tolerated");
}

void readRoute(const QJsonObject &payload, Case &into)
{
    into.department = text(payload, "department");
    into.departmentName = text(payload, "departmentName");
}

void readDecision(const QJsonObject &payload, Case &into)
{
    into.department = text(payload, "department");
    into.decision = text(payload, "decision");
    into.opinion = text(payload, "opinion");
}

void readResult(const QJsonObject &payload, Case &into)
{
    into.result = text(payload, "result");
    into.certificateNumber = text(payload, "certificateNumber");
    into.resultValidUntil = text(payload, "validUntil");
}

void assignAnswer(const QString &key, const QJsonValue &value, Case &into)
{
    if (!value.isNull()) {
        into.answers.insert(key, value);
        return;
    }
    into.answers.remove(key);
    into.sources.remove(key);
}

void assignParty(const Party &party, Case &into)
{
    for (Party &known : into.parties) {
        if (known.role == party.role) {
            known = party;
            return;
        }
    }
    if (party.role == QLatin1String("applicant"))
        into.parties.prepend(party);
    else
        into.parties.append(party);
}

} // namespace yichuang::payload
