#include "intake/CardReading.h"

#include "domain/IdNumber.h"
#include "domain/IdType.h"
#include "domain/PersonName.h"

namespace yichuang {

namespace {

// Only numbers of GB 11643 can be checked; another document's number is taken as it is read.
bool contradictsItself(const CardValues &card, QDate today)
{
    if (card.idType != idtype::resident)
        return card.idNumber.isEmpty();
    const auto number = IdNumber::parse(card.idNumber, today);
    if (!number)
        return true;
    const bool birthDiffers = card.birth.isValid() && number->birth() != card.birth;
    const bool sexDiffers = !card.sex.isEmpty() && toCode(number->sex()) != card.sex;
    return birthDiffers || sexDiffers;
}

} // namespace

Result<void> checkCard(const CardValues &card, QDate today)
{
    if (!PersonName::parse(card.name) || contradictsItself(card, today))
        return raise(ErrorCode::CardUnreadable);
    if (card.validUntil.isExpiredOn(today))
        return raise(ErrorCode::CardExpired);
    return {};
}

Party toParty(const CardValues &card, const QString &role)
{
    Party party;
    party.role = role;
    party.kind = QStringLiteral("person");
    party.name = card.name;
    party.idType = card.idType;
    party.idNumber = card.idNumber;
    party.sex = card.sex;
    party.birth = toString(card.birth);
    party.nation = card.nation;
    party.address = card.address;
    party.validUntil = card.validUntil.toString();
    party.source = QStringLiteral("card");
    return party;
}

} // namespace yichuang
