#pragma once

#include "base/Async.h"
#include "devices/DeviceConfiguration.h"
#include "devices/ReceiptPage.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace yichuang {

class HostProcess;

// A scan under way. Every scan ends with exactly one finished(), also where its host dies.
class ScanJob : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void stop() = 0; // after the sheet that is in the machine

Q_SIGNALS:
    void pageScanned(const yichuang::ScannedPage &page);
    void finished(const yichuang::Result<int> &pages);
};

struct DeviceHostPrograms
{
    QString host;    // path of yichuang-devicehost
    QString plugins; // the folder that holds one folder a plugin
};

// As they lie in this folder of programs and beside it, installed or in the build tree.
DeviceHostPrograms hostProgramsIn(const QString &folder);

// How long each call may be silent before its process is killed and started again.
struct DevicePatience
{
    std::chrono::milliseconds start{5000};
    std::chrono::milliseconds silence{3000}; // no heartbeat from the host's thread that runs the call
    std::chrono::milliseconds page{60000};   // no page and no end of a scan
    std::chrono::milliseconds print{15000};
    std::chrono::milliseconds document{60000};
    std::chrono::milliseconds restartAfter{300}; // doubles up to 30 s while starts fail
};

// The client of one yichuang-devicehost: one device, in a process of its own. Lives on its owner's thread and
// never blocks it. A host that dies is started again by itself (back within two seconds); the call that was
// running ends with DeviceHostDied (a print with Unconfirmed: it may have come out). Calls to one device
// queue up to eight; cancelling a future stops its call. Destruction ends the process.
class DeviceHost : public QObject
{
    Q_OBJECT
public:
    DeviceHost(DeviceConfiguration device, DeviceHostPrograms programs, DevicePatience patience = {},
               QObject *parent = nullptr);
    ~DeviceHost() override;

    const DeviceConfiguration &device() const { return m_device; }
    // Known from the plugin's metadata once the host has started; empty before that.
    std::optional<DeviceKind> kind() const;
    const DeviceCondition &condition() const; // as it was last heard

    Pending<IdCard> readCard();
    Pending<PrintProof> print(const ReceiptPage &page);
    Pending<PrintProof> printDocument(const PrintDocument &document);
    // Owned by the caller, who may delete it at any time: the scan is then stopped.
    std::unique_ptr<ScanJob> scan(const ScanSettings &settings);
    Pending<DeviceCondition> ask(); // asks the device itself
    qint64 processId() const;       // 0 while it is not running; for tests and the settings page

Q_SIGNALS:
    void conditionChanged(); // or the kind became known

private:
    DeviceConfiguration m_device;
    DevicePatience m_patience;
    std::unique_ptr<HostProcess> m_process;
    QTimer m_asking;       // the lamp is asked anew every five seconds
    bool m_isBusy = false; // an earlier question is not answered yet
};

} // namespace yichuang

Q_DECLARE_METATYPE(yichuang::ScannedPage)
