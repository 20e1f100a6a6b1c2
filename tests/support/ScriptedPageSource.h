#pragma once

#include "ui/materials/PageSource.h"

namespace yichuang::test {

// A scanner that does what the test says, when the test says it.
class ScriptedPageSource final : public PageSource
{
public:
    QList<ScannerChoice> scanners() const override { return choices; }
    QList<ScanProfile> profiles(const QString &scanner) const override
    {
        if (scanner.isEmpty())
            return {};
        return {{QStringLiteral("300-colour-duplex"), QStringLiteral("300 dpi 彩色 双面")},
                {QStringLiteral("200-gray"), QStringLiteral("200 dpi 灰度 单面")}};
    }
    Result<void> start(const ScanOrder &order) override
    {
        if (broken)
            return raise(ErrorCode::BlobDamaged);
        orders.append(order);
        return {};
    }
    void stop() override { ++stops; }

    void give(const QByteArray &bytes, const QString &mediaType = QStringLiteral("image/png"))
    {
        Q_EMIT pageScanned(bytes, mediaType);
    }
    void end() { Q_EMIT ended(); }
    void fail(ErrorCode code)
    {
        Q_EMIT failed({code, {}});
        Q_EMIT ended();
    }

    QList<ScannerChoice> choices{{QStringLiteral("sane:test:0"), QStringLiteral("高速扫描仪"), true},
                                 {QStringLiteral("folder"), QStringLiteral("扫描文件夹"), false}};
    QList<ScanOrder> orders;
    int stops = 0;
    bool broken = false;
};

} // namespace yichuang::test
