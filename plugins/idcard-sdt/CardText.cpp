#include "CardText.h"

#include "CardFields.h"
#include "SamErrors.h"

#include <QStringView>

#include <algorithm>

namespace yichuang::sdt {

namespace {

constexpr int kindPlace = 248;

bool isForeignNumber(QStringView number)
{
    const auto isCapital = [](QChar unit) { return unit >= u'A' && unit <= u'Z'; };
    const auto isDigit = [](QChar unit) { return unit >= u'0' && unit <= u'9'; };
    return number.size() == 15 && std::all_of(number.begin(), number.begin() + 3, isCapital) &&
           std::all_of(number.begin() + 3, number.end(), isDigit);
}

IdCard resident(CardFields &fields)
{
    IdCard card;
    card.kind = IdCardKind::Resident;
    card.name = fields.filled("name", 0, 30);
    card.sex = fields.sex(30);
    card.nation = fields.nation(32);
    card.birth = fields.date("birth", 36);
    card.address = fields.text("address", 52, 70);
    card.number = fields.citizenNumber(122);
    card.issuer = fields.text("issuer", 158, 30);
    card.validFrom = fields.date("validFrom", 188);
    card.longTerm = fields.text("validUntil", 204, 16) == u"长期";
    if (!card.longTerm)
        card.validUntil = fields.date("validUntil", 204);
    return card;
}

IdCard hongKongMacaoTaiwan(CardFields &fields)
{
    IdCard card;
    card.kind = IdCardKind::HongKongMacaoTaiwan;
    card.name = fields.filled("name", 0, 30);
    card.sex = fields.sex(30);
    card.birth = fields.date("birth", 36);
    card.address = fields.text("address", 52, 70);
    card.number = fields.citizenNumber(122, u'8');
    card.issuer = fields.text("issuer", 158, 30);
    card.validFrom = fields.date("validFrom", 188);
    card.validUntil = fields.date("validUntil", 204);
    card.passNumber = fields.capitals("passNumber", 220, 18);
    return card;
}

IdCard foreign2017(CardFields &fields)
{
    IdCard card;
    card.kind = IdCardKind::Foreign2017;
    card.englishName = fields.filled("englishName", 0, 120);
    card.sex = fields.sex(120);
    card.number = fields.text("number", 122, 30);
    fields.demand("number", isForeignNumber(card.number));
    card.country = fields.letters("country", 152, 6);
    card.name = fields.text("name", 158, 30);
    card.validFrom = fields.date("validFrom", 188);
    card.validUntil = fields.date("validUntil", 204);
    card.birth = fields.date("birth", 220);
    card.issuer = fields.capitals("issuer", 240, 8); // the authority's code
    return card;
}

IdCard foreign2023(CardFields &fields)
{
    IdCard card;
    card.kind = IdCardKind::Foreign2023;
    card.name = fields.text("name", 0, 30);
    card.sex = fields.sex(30);
    card.birth = fields.date("birth", 36);
    // A long name goes on behind the dates; a blank between the two halves belongs to it.
    card.englishName = fields.cleaned("englishName", fields.padded(52, 70) + fields.padded(220, 22));
    fields.demand("englishName", !card.englishName.isEmpty());
    card.number = fields.citizenNumber(122, u'9');
    card.validFrom = fields.date("validFrom", 188);
    card.validUntil = fields.date("validUntil", 204);
    card.country = fields.letters("country", 242, 6);
    return card;
}

IdCard cardOfKind(char16_t kind, CardFields &fields)
{
    switch (kind) {
    case u' ':
    case u'\0':
        return resident(fields);
    case u'J':
        return hongKongMacaoTaiwan(fields);
    case u'I':
        return foreign2017(fields);
    case u'Y':
        return foreign2023(fields);
    default:
        fields.demand("kind", false);
        return {};
    }
}

} // namespace

Result<IdCard> cardFromText(const QByteArray &text)
{
    CardFields fields(text);
    fields.demand("size", text.size() == cardTextSize);
    IdCard card = cardOfKind(fields.unit(kindPlace), fields);
    if (!fields.wrong().isEmpty())
        return cardMalformed(fields.wrong());
    return card;
}

Result<QString> addressFromExtra(const QByteArray &text)
{
    CardFields fields(text);
    fields.demand("extraAddress", text.size() == extraAddressSize);
    QString address = fields.text("extraAddress", 0, extraAddressSize);
    if (!fields.wrong().isEmpty())
        return cardMalformed(fields.wrong());
    return address;
}

} // namespace yichuang::sdt
