#include "devices/DeviceTypes.h"

namespace yichuang {

QString nameOf(DeviceKind kind)
{
    switch (kind) {
    case DeviceKind::IdCardReader:
        return QStringLiteral("id-card-reader");
    case DeviceKind::Scanner:
        return QStringLiteral("scanner");
    case DeviceKind::ReceiptPrinter:
        return QStringLiteral("receipt-printer");
    case DeviceKind::DocumentPrinter:
        return QStringLiteral("document-printer");
    }
    return {};
}

std::optional<DeviceKind> deviceKindNamed(const QString &name)
{
    for (const DeviceKind kind : {DeviceKind::IdCardReader, DeviceKind::Scanner, DeviceKind::ReceiptPrinter,
                                  DeviceKind::DocumentPrinter}) {
        if (nameOf(kind) == name)
            return kind;
    }
    return std::nullopt;
}

} // namespace yichuang
