#pragma once

#include "base/Result.h"
#include "devices/DeviceTypes.h"
#include "devices/ReceiptPage.h"

#include <QJsonObject>
#include <QtPlugin>

#include <memory>

// What the author of a plugin needs. A plugin is a Qt plugin with metadata
//     { "name": "idcard-sdt", "kind": "id-card-reader", "title": "…", "version": 1 }
// that implements DevicePlugin and is loaded by yichuang-devicehost, a process of its own for each open
// device. Calls block: they come on a thread of the host's own, one at a time, and may take as long as the
// device needs, as long as they look at Stop at least every 200 ms. A call that does not is killed with its
// process. A plugin reports failures as Result with codes of the catalogue (block V), logs no personal data,
// and expects anything from the device.

namespace yichuang {

// Asked by a plugin's call whether it should give up. May be asked from the call's thread only.
class Stop
{
public:
    virtual ~Stop() = default;
    virtual bool isRequested() const = 0;
};

class Device
{
public:
    virtual ~Device() = default;
    // At most 2 s. A device that cannot say is Unknown, not Broken.
    virtual DeviceCondition condition(const Stop &stop) = 0;
};

class IdCardReader : public Device
{
public:
    // Waits until a card is laid down and gives what it says; DeviceStopped where `stop` asked. A card that
    // was read must leave the field before it is read again.
    virtual Result<IdCard> readCard(const Stop &stop) = 0;
};

class PageSink
{
public:
    virtual ~PageSink() = default;
    virtual void take(ScannedPage page) = 0;
};

class Scanner : public Device
{
public:
    // The sources, colours and resolutions that this machine offers.
    struct Offer
    {
        QList<ScanSource> sources;
        QList<ScanColour> colours;
        QList<int> dpi;
    };
    virtual Result<Offer> offer() = 0;
    // Pages come as they are whole; pages that came before a failure are kept by whoever took them. A stop
    // ends the scan after the sheet that is in the machine. Returns the number of pages.
    virtual Result<int> scan(const ScanSettings &settings, PageSink &sink, const Stop &stop) = 0;
};

class ReceiptPrinter : public Device
{
public:
    // Prints once, never again by itself. An error means that nothing came out; anything that may have come
    // out is Unconfirmed.
    virtual Result<PrintProof> print(const ReceiptPage &page, const Stop &stop) = 0;
};

class DocumentPrinter : public Device
{
public:
    // As a receipt printer's: once, and Unconfirmed where it may have come out and nobody said so.
    virtual Result<PrintProof> print(const PrintDocument &document, const Stop &stop) = 0;
};

class DevicePlugin
{
public:
    virtual ~DevicePlugin() = default;
    virtual DeviceKind kind() const = 0;
    // JSON Schema (draft 7) of the settings, from which the settings page is drawn: titles, defaults, limits.
    virtual QJsonObject settingsSchema() const = 0;
    // The device is an IdCardReader, Scanner, ReceiptPrinter or DocumentPrinter, after kind(). It may be
    // opened while it is unplugged: calls then fail until it is there.
    virtual Result<std::unique_ptr<Device>> open(const QJsonObject &settings) = 0;
    // Settings of devices that are plugged in now, each with a "title" beside them; empty where none can be
    // told.
    virtual QList<QJsonObject> discover() { return {}; }
};

} // namespace yichuang

#define YICHUANG_DEVICE_PLUGIN_IID "yichuang.DevicePlugin/1"
Q_DECLARE_INTERFACE(yichuang::DevicePlugin, YICHUANG_DEVICE_PLUGIN_IID)
