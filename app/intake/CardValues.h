#pragma once

#include "base/Async.h"
#include "domain/Dates.h"

#include <QDate>
#include <QString>

namespace yichuang {

// What an identity card says, as the reader's plugin parsed it. `idType` is one of domain/IdType.h.
struct CardValues
{
    QString idType;
    QString name;
    QString sex;    // code of GB/T 2261.1: "1", "2"
    QString nation; // code of GB/T 3304: "01"
    QDate birth;
    QString address;
    QString idNumber;
    QString issuer;
    QDate validFrom;
    ValidUntil validUntil;
    bool operator==(const CardValues &) const = default;
};

// The reader at this window, as the flow needs it; the workstation joins it to the device.
class CardSource
{
public:
    virtual ~CardSource() = default;
    // One card. Finishes with an error where the card was taken away, is of an unknown kind or the device is
    // out of reach; cancelling the future stops the search.
    virtual Pending<CardValues> readCard() = 0;
};

} // namespace yichuang
