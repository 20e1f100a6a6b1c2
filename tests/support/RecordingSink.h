#pragma once

#include "devices/DevicePlugin.h"

#include <QImage>
#include <QList>

#include <functional>

namespace yichuang {

// Keeps the pages that a scan gave.
class RecordingSink : public PageSink
{
public:
    void take(ScannedPage page) override
    {
        pages << std::move(page);
        if (onPage)
            onPage();
    }
    QImage image(int index) const { return QImage::fromData(pages.at(index).bytes); }

    QList<ScannedPage> pages;
    std::function<void()> onPage;
};

} // namespace yichuang
