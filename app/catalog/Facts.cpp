#include "catalog/Facts.h"

#include "domain/Dates.h"

namespace yichuang {

namespace {

int fullYears(QDate birth, QDate today)
{
    const bool before = std::pair(today.month(), today.day()) < std::pair(birth.month(), birth.day());
    return today.year() - birth.year() - (before ? 1 : 0);
}

} // namespace

QJsonObject factsOf(const GivenFacts &given)
{
    QJsonObject facts = given.answers;
    for (auto answer = given.situation.cbegin(); answer != given.situation.cend(); ++answer)
        facts.insert(QLatin1String("situation.") + answer.key(), answer.value());
    for (const Party &party : given.parties) {
        facts.insert(party.role + QLatin1String(".present"), true);
        facts.insert(party.role + QLatin1String(".kind"), party.kind);
        facts.insert(party.role + QLatin1String(".idType"), party.idType);
        facts.insert(party.role + QLatin1String(".sex"), party.sex);
        const std::optional<QDate> birth = dateFromString(party.birth);
        if (birth && given.today.isValid())
            facts.insert(party.role + QLatin1String(".age"), fullYears(*birth, given.today));
    }
    return facts;
}

} // namespace yichuang
