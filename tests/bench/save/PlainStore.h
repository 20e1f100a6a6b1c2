#pragma once

#include "domain/Event.h"
#include "store/StoreTypes.h"

#include <sqlite3.h>

#include <array>
#include <unordered_map>

namespace yichuang::bench {

// The peer: a database with the same tables, indexes and cases, not encrypted, to which the rows of a save
// are written by SQLite's own interface with prepared statements. It knows the finished rows: it folds, signs
// and hashes nothing.
class PlainStore
{
public:
    // `path` is a copy of a station's database that has been decrypted.
    explicit PlainStore(const QByteArray &path)
    {
        if (sqlite3_open(path.constData(), &m_database) != SQLITE_OK)
            qFatal("no plain database");
        for (const char *pragma :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA temp_store=MEMORY",
              "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON", "PRAGMA wal_autocheckpoint=0"})
            sqlite3_exec(m_database, pragma, nullptr, nullptr, nullptr);
    }
    ~PlainStore()
    {
        for (auto &[sql, statement] : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_database);
    }
    PlainStore(const PlainStore &) = delete;
    PlainStore &operator=(const PlainStore &) = delete;

    // One save of what the station's store has just written: its events, its row, its search, its pages.
    void save(const QList<OutboxEvent> &events, const QByteArray &draft, const QByteArray &grams)
    {
        run("BEGIN IMMEDIATE", {});
        run("INSERT INTO number_series VALUES ('430407','PEER','2026-11-23',1) ON CONFLICT (region, segment, "
            "day)"
            " DO UPDATE SET last = last + 1",
            {});
        const QByteArray caseId = QByteArray::number(++m_serial).rightJustified(36, '0');
        for (const OutboxEvent &event : events)
            run("INSERT INTO event (id, device, sequence, case_id, own, bytes, algorithm, signature, digest, "
                "time)"
                " VALUES (?1,?2,?3,?2,1,?4,'ed25519',?5,?6,1795401730123)",
                {text(caseId + QByteArray::number(event.sequence)), text(caseId),
                 text(QByteArray::number(++m_sequence)), blob(event.event.bytes), blob(event.event.signature),
                 blob(event.event.digest().bytes())});
        run("INSERT INTO case_row (id, number, item, item_name, applicant, names, phone, state, open, "
            "committed_due,"
            " respond_by, opened, visits, conflicted, unconfirmed, last_own) VALUES (?1,?1,'demo',?2,?3,?3,"
            "'13800004321','accepted',1,'2026-11-30',NULL,'2026-11-23',1,0,0,?4)",
            {text(caseId), text("不动产转移登记"), text(grams), text(QByteArray::number(m_sequence))});
        const QByteArray row = QByteArray::number(sqlite3_last_insert_rowid(m_database));
        run("INSERT OR REPLACE INTO case_search (rowid, grams) VALUES (CAST(?1 AS INTEGER),?2)",
            {text(row), text(grams)});
        run("DELETE FROM case_page WHERE row = CAST(?1 AS INTEGER)", {text(row)});
        for (int page = 0; page < 4; ++page)
            run("INSERT INTO case_page VALUES (CAST(?1 AS INTEGER),?2,1)",
                {text(row), blob(events[page].event.digest().bytes())});
        run("DELETE FROM draft WHERE id = ?1", {text(draft)});
        run("COMMIT", {});
    }

private:
    struct Value
    {
        QByteArray bytes;
        bool isBlob;
    };
    static Value text(const QByteArray &bytes) { return {bytes, false}; }
    static Value blob(const QByteArray &bytes) { return {bytes, true}; }

    void run(const char *sql, const std::vector<Value> &values)
    {
        sqlite3_stmt *&statement = m_statements[sql];
        if (!statement && sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_database));
        for (size_t i = 0; i < values.size(); ++i) {
            const auto bind = [&](auto function, auto... more) {
                function(statement, static_cast<int>(i) + 1, values[i].bytes.constData(),
                         static_cast<int>(values[i].bytes.size()), more...);
            };
            if (values[i].isBlob)
                bind(sqlite3_bind_blob, SQLITE_STATIC);
            else
                bind(sqlite3_bind_text, SQLITE_STATIC);
        }
        if (const int done = sqlite3_step(statement); done != SQLITE_DONE && done != SQLITE_ROW)
            qFatal("%s", sqlite3_errmsg(m_database));
        sqlite3_reset(statement);
    }

    sqlite3 *m_database = nullptr;
    std::unordered_map<const char *, sqlite3_stmt *> m_statements;
    int m_serial = 0;
    qint64 m_sequence = 100'000;
};

} // namespace yichuang::bench
