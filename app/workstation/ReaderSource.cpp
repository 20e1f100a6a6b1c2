#include "workstation/ReaderSource.h"

#include "domain/IdType.h"
#include "workstation/StationDevices.h"

namespace yichuang {

namespace {

QString idTypeOf(IdCardKind kind)
{
    switch (kind) {
    case IdCardKind::Resident:
        return idtype::resident;
    case IdCardKind::HongKongMacaoTaiwan:
        return idtype::residencePermit;
    case IdCardKind::Foreign2017:
    case IdCardKind::Foreign2023:
        return idtype::foreignResident;
    }
    return {};
}

} // namespace

CardValues cardValuesOf(const IdCard &card)
{
    CardValues values;
    values.idType = idTypeOf(card.kind);
    values.name = card.name.isEmpty() ? card.englishName : card.name;
    values.sex = card.sex;
    values.nation = card.nation;
    values.birth = card.birth;
    values.address = card.address;
    values.idNumber = card.number;
    values.issuer = card.issuer;
    values.validFrom = card.validFrom;
    values.validUntil.longTerm = card.longTerm;
    if (card.validUntil.isValid())
        values.validUntil.last = card.validUntil;
    return values;
}

ReaderSource::ReaderSource(StationDevices &devices, QObject *parent)
    : QObject(parent)
    , m_devices(devices)
{}

Pending<CardValues> ReaderSource::readCard()
{
    const auto reader = m_devices.first(DeviceKind::IdCardReader);
    if (!reader)
        return finished(Result<CardValues>(passOn(reader)));
    return chained((*reader)->readCard(), this,
                   [](const IdCard &card) { return finished(Result<CardValues>(cardValuesOf(card))); });
}

} // namespace yichuang
