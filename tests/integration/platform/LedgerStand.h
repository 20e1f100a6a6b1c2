#pragma once

#include "platform/ledger/OpenLedger.h"
#include "support/PostgresCluster.h"
#include "support/StationLog.h"
#include "support/SteppedClock.h"

#include <QTemporaryDir>
#include <QTest>

namespace yichuang::test {

// The server of this test program, made when it is first asked for.
inline PostgresCluster &cluster()
{
    static PostgresCluster one;
    return one;
}

// One row for each kind of ledger, in the column `isPostgres`.
inline void addLedgers()
{
    QTest::addColumn<bool>("isPostgres");
    QTest::newRow("SQLite") << false;
    QTest::newRow("PostgreSQL") << true;
}

// An empty platform's data, and workstations that were enrolled there.
class LedgerStand
{
public:
    explicit LedgerStand(bool isPostgres = false)
        : m_database(isPostgres ? cluster().makeDatabase() : QByteArray())
    {}

    SteppedClock clock{QDateTime::fromMSecsSinceEpoch(1795401730123)};
    std::unique_ptr<Ledger> ledger;

    LedgerSettings settings() const
    {
        return {m_folder.filePath(QStringLiteral("platform")), QString::fromUtf8(m_database)};
    }
    const QByteArray &database() const { return m_database; } // empty for SQLite
    bool open()
    {
        ledger = another();
        return ledger != nullptr;
    }
    // One more process, as far as the ledger is concerned.
    std::unique_ptr<Ledger> another() const
    {
        auto opened = openLedger(settings(), clock);
        if (!opened) {
            qWarning("%s", qPrintable(logText(opened.error())));
            return nullptr;
        }
        return std::move(*opened);
    }

    StationLog enrolled() const
    {
        StationLog log;
        const auto code = ledger->invite({{QStringLiteral("siteName"), QStringLiteral("示例政务服务中心")}});
        const auto station = code ? ledger->enrol(*code, log.publicKey()) : passOn(code);
        if (!station)
            qFatal("%s", qPrintable(logText(station.error())));
        log.setDevice(DeviceId::fromString(station->value(QLatin1String("device")).toString()));
        return log;
    }

    Result<PushReceipt> push(const PushBatch &batch) const
    {
        return ledger->push(std::span(&batch, 1)).front();
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_database;
};

inline QString statuses(const PushReceipt &receipt)
{
    QStringList words;
    for (const PushOutcome &outcome : receipt.outcomes)
        words.append(outcome.reason.isEmpty() ? outcome.status : outcome.reason);
    return words.join(QLatin1Char(' '));
}

} // namespace yichuang::test
