#pragma once

#include "domain/EventTypes.h"
#include "store/StoreTypes.h"

namespace yichuang::bench {

inline constexpr int eventsOfACase = 8;

inline QJsonObject attached(int line, const Digest &digest)
{
    return {{QStringLiteral("line"), QStringLiteral("line-%1").arg(line)},
            {QStringLiteral("lineName"), QStringLiteral("材料 %1").arg(line)},
            {QStringLiteral("blob"), digest.toHex()},
            {QStringLiteral("size"), 180000},
            {QStringLiteral("mediaType"), QStringLiteral("image/png")},
            {QStringLiteral("page"), 1},
            {QStringLiteral("origin"), QStringLiteral("scan")}};
}

inline QJsonObject applicant(int serial)
{
    return {{QStringLiteral("role"), QStringLiteral("applicant")},
            {QStringLiteral("kind"), QStringLiteral("person")},
            {QStringLiteral("source"), QStringLiteral("card")},
            {QStringLiteral("person"),
             QJsonObject{{QStringLiteral("name"), QStringLiteral("示例%1").arg(serial)},
                         {QStringLiteral("idType"), QStringLiteral("111")},
                         {QStringLiteral("idNumber"),
                          QStringLiteral("430407195803%1").arg(serial, 6, 10, QLatin1Char('0'))},
                         {QStringLiteral("phone"), QStringLiteral("13800004321")}}}};
}

// Opened, applicant (each another person), form of thirty answers, four pages, accepted: seven thousand bytes
// in eight events. The pages are named only; no blob of theirs lies in the store. A day has five hundred
// cases, of the number series' 9999.
inline Transaction acceptedCase(int serial, DraftId draft = {})
{
    const CaseId id(QUuid::createUuid());
    QJsonObject answers;
    for (int i = 0; i < 30; ++i)
        answers.insert(QStringLiteral("field.%1").arg(i), QStringLiteral("这一栏的内容 %1").arg(serial));
    Transaction transaction;
    transaction.clerk = QStringLiteral("0317");
    transaction.finishedDraft = draft;
    transaction.numbers = NumberSeries{QStringLiteral("430407"), QStringLiteral("W03"),
                                       QDate(2026, 11, 23).addDays(serial / 500)};
    transaction.events = {{id,
                           eventtype::opened,
                           {{QStringLiteral("item"), QStringLiteral("demo")},
                            {QStringLiteral("itemName"), QStringLiteral("不动产转移登记")},
                            {QStringLiteral("channel"), QStringLiteral("window")},
                            {QStringLiteral("caseKind"), QStringLiteral("committed")},
                            {QStringLiteral("handedOverAt"), QStringLiteral("2026-11-23T02:42:10.123Z")}}},
                          {id, eventtype::applicantIdentified, applicant(serial)},
                          {id, eventtype::formRecorded, {{QStringLiteral("answers"), answers}}}};
    for (int line = 0; line < 4; ++line)
        transaction.events.append({id, eventtype::materialAttached,
                                   attached(line, Digest::of(QByteArray::number(serial * 4 + line)))});
    transaction.events.append({id,
                               eventtype::accepted,
                               {{QStringLiteral("acceptedAt"), QStringLiteral("2026-11-23T02:50:10.123Z")},
                                {QStringLiteral("committedDue"), QStringLiteral("2026-11-30")},
                                {QStringLiteral("committedDays"), 5}}});
    return transaction;
}

} // namespace yichuang::bench
