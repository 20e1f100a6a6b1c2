#include "store/Schema.h"

#include <QVariant>

namespace yichuang {

namespace {

// What version 1 holds.
const QStringList &first()
{
    static const QStringList statements{
        QStringLiteral("CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE event ("
            " position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, device TEXT NOT NULL,"
            " sequence INTEGER NOT NULL, case_id TEXT NOT NULL, own INTEGER NOT NULL,"
            " bytes BLOB NOT NULL, algorithm TEXT NOT NULL, signature BLOB NOT NULL, digest BLOB NOT NULL,"
            " time INTEGER NOT NULL, UNIQUE (device, sequence))"),
        QStringLiteral("CREATE INDEX event_case ON event (case_id)"),
        QStringLiteral("CREATE INDEX event_own ON event (sequence) WHERE own = 1"),
        QStringLiteral("CREATE TABLE refusal (sequence INTEGER PRIMARY KEY, reason TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE strange_event (digest BLOB PRIMARY KEY, bytes BLOB NOT NULL, reason "
                       "TEXT NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE number_series (region TEXT, segment TEXT, day TEXT, last INTEGER NOT NULL,"
            " PRIMARY KEY (region, segment, day)) WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE draft (id TEXT PRIMARY KEY, json BLOB NOT NULL, saved_at INTEGER NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE blob (digest BLOB PRIMARY KEY, media_type TEXT NOT NULL, size INTEGER NOT NULL,"
            " stored_at INTEGER NOT NULL, sent INTEGER NOT NULL DEFAULT 0, location TEXT NOT NULL DEFAULT "
            "'')"),
        QStringLiteral("CREATE TABLE setting (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE sync_state (one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL,"
            " cursor BLOB NOT NULL, acknowledged INTEGER NOT NULL, backed_up INTEGER NOT NULL,"
            " failed_attempts INTEGER NOT NULL, last_success INTEGER)"),
        QStringLiteral("INSERT INTO sync_state VALUES (1, '', x'', 0, 0, 0, NULL)"),
    };
    return statements;
}

// 2: others' events that cannot be folded keep all that it takes to fold them later, and the time of those
// that are is found without reading them.
const QStringList &second()
{
    static const QStringList statements{
        QStringLiteral("CREATE INDEX event_foreign_time ON event (time) WHERE own = 0"),
        QStringLiteral("ALTER TABLE strange_event ADD COLUMN algorithm TEXT NOT NULL DEFAULT 'ed25519'"),
        QStringLiteral("ALTER TABLE strange_event ADD COLUMN signature BLOB NOT NULL DEFAULT x''"),
    };
    return statements;
}

// 3: how much of a page under way is at the platform, and the unsent pages without reading the sent ones.
const QStringList &third()
{
    static const QStringList statements{
        QStringLiteral("ALTER TABLE blob ADD COLUMN received INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("CREATE INDEX blob_unsent ON blob (stored_at) WHERE sent = 0"),
    };
    return statements;
}

const QStringList &projections()
{
    static const QStringList statements{
        QStringLiteral("DROP TABLE IF EXISTS case_search"),
        QStringLiteral("DROP TABLE IF EXISTS work_item"),
        QStringLiteral("DROP TABLE IF EXISTS twin_verdict"),
        QStringLiteral("DROP TABLE IF EXISTS case_person"),
        QStringLiteral("DROP TABLE IF EXISTS case_page"),
        QStringLiteral("DROP TABLE IF EXISTS case_row"),
        QStringLiteral(
            "CREATE TABLE case_row ("
            " row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, item TEXT NOT NULL,"
            " item_name TEXT NOT NULL, applicant TEXT NOT NULL, names TEXT NOT NULL, phone TEXT NOT NULL,"
            " state TEXT NOT NULL, open INTEGER NOT NULL, committed_due TEXT, respond_by TEXT, opened TEXT,"
            " visits INTEGER NOT NULL, conflicted INTEGER NOT NULL, unconfirmed INTEGER NOT NULL,"
            " last_own INTEGER NOT NULL)"),
        QStringLiteral("CREATE INDEX case_row_number ON case_row (number)"),
        QStringLiteral("CREATE INDEX case_row_due ON case_row (open, committed_due)"),
        QStringLiteral("CREATE INDEX case_row_own ON case_row (last_own)"),
        QStringLiteral(
            // `present` is 0 for a page that was taken off its line again: kept, as every fact is, but not
            // sent.
            "CREATE TABLE case_page (row INTEGER NOT NULL, digest BLOB NOT NULL, present INTEGER NOT NULL,"
            " PRIMARY KEY (row, digest)) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX case_page_digest ON case_page (digest)"),
        QStringLiteral(
            "CREATE TABLE case_person (id TEXT PRIMARY KEY, device TEXT NOT NULL, item TEXT NOT NULL,"
            " id_number TEXT NOT NULL, name TEXT NOT NULL, birth TEXT NOT NULL, opened TEXT NOT NULL,"
            " state TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX case_person_number ON case_person (id_number, name, item, device)"),
        QStringLiteral("CREATE INDEX case_person_birth ON case_person (birth, id_number)"),
        QStringLiteral("CREATE TABLE twin_verdict (case_id TEXT NOT NULL, other TEXT NOT NULL,"
                       " settled INTEGER NOT NULL, PRIMARY KEY (case_id, other)) WITHOUT ROWID"),
        QStringLiteral(
            "CREATE TABLE work_item (kind TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL,"
            " field TEXT NOT NULL, kept TEXT NOT NULL, other TEXT NOT NULL, held INTEGER NOT NULL,"
            " PRIMARY KEY (first, second, kind, field, other)) WITHOUT ROWID"),
        QStringLiteral("CREATE INDEX work_item_second ON work_item (second)"),
        // Names as single characters and pairs of neighbours: a trigram index never finds a name of two.
        QStringLiteral("CREATE VIRTUAL TABLE case_search USING fts5 (grams, content='', contentless_delete=1,"
                       " detail=none, tokenize='unicode61')"),
    };
    return statements;
}

Result<void> runAll(Database &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto done = database.run(statement); !done)
            return passOn(done);
    }
    return {};
}

} // namespace

Result<void> recreateProjections(Database &database)
{
    return runAll(database, projections());
}

Result<int> knownVersion(Database &database)
{
    const auto found = database.value(QStringLiteral("PRAGMA user_version"));
    if (!found)
        return passOn(found);
    if (found->toInt() > schemaVersion)
        return raise(ErrorCode::StoreFromNewerVersion, found->toString());
    return found->toInt();
}

Result<void> migrate(Database &database, int target)
{
    static const QList<QStringList> steps{first(), second(), third()};
    const auto found = knownVersion(database);
    if (!found)
        return passOn(found);
    Result<void> done;
    for (int version = *found; done && version < target; ++version) {
        done = database.transaction([&] {
            return runAll(database, steps.at(version))
                .and_then([&] { return version == 0 ? recreateProjections(database) : Result<void>(); })
                .and_then([&] {
                    return runAll(database, {QStringLiteral("PRAGMA user_version=%1").arg(version + 1)});
                });
        });
    }
    return done;
}

} // namespace yichuang
