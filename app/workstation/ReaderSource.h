#pragma once

#include "devices/DeviceTypes.h"
#include "intake/CardValues.h"

#include <QObject>

namespace yichuang {

class StationDevices;

// The station's card reader as the flow needs it.
class ReaderSource final : public QObject, public CardSource
{
    Q_OBJECT
public:
    explicit ReaderSource(StationDevices &devices, QObject *parent = nullptr);
    Pending<CardValues> readCard() override;

private:
    StationDevices &m_devices;
};

// What the card says, with the codes of GA/T 2000.156 for its kind. A foreign card without a Chinese name
// goes by its English one.
CardValues cardValuesOf(const IdCard &card);

} // namespace yichuang
