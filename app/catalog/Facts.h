#pragma once

#include "domain/Case.h"

#include <QDate>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>

namespace yichuang {

// What the clerk has so far, as the rules of the catalogue look at it.
struct GivenFacts
{
    QJsonObject answers;                 // by key
    QMap<QString, QJsonValue> situation; // by question
    QList<Party> parties;
    QDate today; // business date
};

// The answers, "situation.<question>", and for every party "<role>.present" true, "<role>.kind",
// "<role>.idType", "<role>.sex" and, where the birth date is known, "<role>.age" in full years on that day.
QJsonObject factsOf(const GivenFacts &given);

} // namespace yichuang
