#pragma once

#include "peers/idreader/SimulatedReader.h"
#include "peers/printer/SimulatedPrinter.h"
#include "peers/support/PeerLines.h"
#include "ui/shell/StatusModel.h"
#include "workstation/StationDevices.h"

#include "Places.h"
#include "intake/PaperOutput.h"

#include <QTemporaryDir>
#include <QTest>

namespace yichuang::test {

template <typename T>
bool isDone(const Pending<T> &pending)
{
    return QTest::qWaitFor([&] { return pending.isFinished(); }, 20000);
}

// What the call failed with; nothing where it did not.
template <typename T>
std::optional<ErrorCode> failureOf(const Pending<T> &pending)
{
    if (!isDone(pending) || pending.resultCount() == 0 || pending.result())
        return std::nullopt;
    return pending.result().error().code;
}

inline PrintReply replyOf(const Pending<PrintReply> &pending)
{
    return isDone(pending) && pending.result() ? *pending.result()
                                               : PrintReply{PrintState::Refused, QStringLiteral("none")};
}

// A station's devices in real hosts, with devices of software opposite to them.
struct StationPeers
{
    StationPeers()
    {
        if (!m_readerLine.listen(0) || !m_printerLine.listen(0) || !papers.isValid() || !slips.isValid())
            qFatal("the peers cannot listen");
    }

    QTemporaryDir papers;
    QTemporaryDir slips;
    peer::SimulatedReader reader;
    peer::SimulatedPrinter printer{576, slips.path()};
    StatusModel status;
    std::unique_ptr<StationDevices> devices;

    int printerPort() const { return m_printerLine.port(); }
    static int freePort()
    {
        QTcpServer server;
        return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
    }

    static QJsonObject device(const char *id, const char *plugin, const QJsonObject &settings)
    {
        return {{QStringLiteral("id"), QLatin1String(id)},
                {QStringLiteral("name"), QLatin1String(id)},
                {QStringLiteral("plugin"), QLatin1String(plugin)},
                {QStringLiteral("settings"), settings}};
    }
    static QJsonObject line(int port)
    {
        return {{QStringLiteral("line"), QStringLiteral("tcp")},
                {QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                {QStringLiteral("port"), port}};
    }
    static QJsonObject slipPrinter(const char *id, int port)
    {
        return device(id, "printer-escpos", line(port));
    }
    QJsonArray configuration() const
    {
        return {device("reader", "idcard-sdt", line(m_readerLine.port())),
                device("scanner", "scanner-sane", {}), slipPrinter("slip", printerPort()),
                device("a4", "printer-system", {{QStringLiteral("folder"), papers.path()}})};
    }

    void use(const QJsonArray &configuration)
    {
        devices = std::make_unique<StationDevices>(
            configuration,
            DeviceHostPrograms{QStringLiteral(YICHUANG_BINARY_DIR "/bin/yichuang-devicehost"),
                               QStringLiteral(YICHUANG_BINARY_DIR "/plugins")},
            status);
    }
    // Once every host has said what kind of device it drives.
    bool areAllKnown(int expected = 4) const
    {
        const auto known = [this] {
            qsizetype count = 0;
            for (const DeviceKind kind : {DeviceKind::IdCardReader, DeviceKind::Scanner,
                                          DeviceKind::ReceiptPrinter, DeviceKind::DocumentPrinter})
                count += devices->ofKind(kind).size();
            return count;
        };
        return QTest::qWaitFor([&] { return known() == expected; }, 15000);
    }

private:
    peer::TcpLine m_readerLine{reader};
    peer::TcpLine m_printerLine{printer};
};

} // namespace yichuang::test
