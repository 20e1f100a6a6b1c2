#pragma once

#include "KindInquiry.h"
#include "ToolOptions.h"

namespace yichuang {

// Finds the device that a command means: the one that was named, or else the first of the kind.
class DeviceSearch : public QObject
{
    Q_OBJECT
public:
    DeviceSearch(const ToolOptions &options, DeviceKind kind, QObject *parent);
    void start();

Q_SIGNALS:
    void found(const yichuang::DeviceConfiguration &device);
    void notFound();

private:
    void next();

    ToolOptions m_options;
    DeviceKind m_kind;
    qsizetype m_index = 0;
    std::unique_ptr<KindInquiry> m_inquiry;
};

} // namespace yichuang
