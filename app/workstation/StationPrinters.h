#pragma once

#include "devices/DeviceTypes.h"
#include "intake/PaperOutput.h"

#include <QObject>

namespace yichuang {

class StationDevices;

// The station's printers as the flow needs them: the slip's and the A4 papers'.
class StationPrinters final : public QObject, public PaperOutput
{
    Q_OBJECT
public:
    explicit StationPrinters(StationDevices &devices, QObject *parent = nullptr);
    Pending<PrintReply> print(const PaperJob &job) override;

private:
    Pending<PrintProof> send(const PaperJob &job);

    StationDevices &m_devices;
};

} // namespace yichuang
