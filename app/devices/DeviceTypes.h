#pragma once

#include <QDate>
#include <QHash>
#include <QString>

#include <optional>

namespace yichuang {

enum class DeviceKind
{
    IdCardReader,
    Scanner,
    ReceiptPrinter,
    DocumentPrinter
};

// "id-card-reader", "scanner", "receipt-printer", "document-printer": as metadata, configuration and protocol
// name them.
QString nameOf(DeviceKind kind);
std::optional<DeviceKind> deviceKindNamed(const QString &name);

// How a device is, as the lamps and the settings page show it.
enum class DeviceLamp
{
    Unknown, // not asked yet, or the device cannot say
    Ready,
    Attention, // works, and wants something soon: paper near its end, the host is being started again
    Broken     // does not work now; `code` says why
};

struct DeviceCondition
{
    DeviceLamp lamp = DeviceLamp::Unknown;
    QString code;   // short code of the catalogue; empty where nothing is wrong
    QString detail; // for the log and the settings page: model, firmware, SAM id; never a person's data
    bool operator==(const DeviceCondition &) const = default;
};

// The layouts of the identity card's text block (DEVICES.md 1.5).
enum class IdCardKind
{
    Resident,            // blank
    HongKongMacaoTaiwan, // J
    Foreign2017,         // I
    Foreign2023          // Y
};

// What a card says, trimmed and checked for form by the plugin; never for truth. The photo stays as the card
// holds it (WLT): no open decoder exists. Fingerprints are never passed on.
struct IdCard
{
    IdCardKind kind = IdCardKind::Resident;
    QString name;        // Chinese name; may be empty on a foreign card
    QString englishName; // foreign cards
    QString sex;         // GB/T 2261.1: "0", "1", "2", "9"
    QString nation;      // GB/T 3304 "01"; empty on other kinds
    QDate birth;
    QString address; // the extra address (追加) where the card holds one; empty on foreign cards
    QString number;
    QString issuer;
    QDate validFrom;
    QDate validUntil; // null where `longTerm`
    bool longTerm = false;
    QString passNumber; // 通行证号 of the residence permit
    QString country;    // three letters, foreign cards
    QByteArray photo;   // WLT, 1024 bytes; may be empty
    bool operator==(const IdCard &) const = default;
};

enum class ScanSource
{
    Flatbed,
    Feeder,
    FeederDuplex
};
enum class ScanColour
{
    Colour,
    Gray,
    BlackWhite
};

struct ScanSettings
{
    ScanSource source = ScanSource::Feeder;
    ScanColour colour = ScanColour::Colour;
    int dpi = 200;       // 75 to 600
    bool single = false; // one sheet, then stop
    bool operator==(const ScanSettings &) const = default;
};

// A scanned page, encoded: image/jpeg for colour and gray, image/png for black and white.
struct ScannedPage
{
    QByteArray bytes;
    QString mediaType;
};

// What the printer said of a slip. The only proof that paper came out is the printer's answer to a question
// that stands behind the job in its queue (DEVICES.md 2.2).
enum class PrintProof
{
    Confirmed,
    Unconfirmed // it was sent and the printer did not answer, or cannot
};

// A finished A4 paper for a document printer.
struct PrintDocument
{
    QByteArray pdf;
    QString title; // for the print queue; without personal data
};

} // namespace yichuang
