-- The database of the first programs, which wrote no version; made by one of them with `init` and dumped.
BEGIN TRANSACTION;
CREATE TABLE alarm (row INTEGER PRIMARY KEY, device TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL, bytes BLOB NOT NULL, raised_at INTEGER NOT NULL, UNIQUE (device, sequence, hash));
CREATE TABLE concern (device TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (device, case_id)) WITHOUT ROWID;
CREATE TABLE device (id TEXT PRIMARY KEY, public_key BLOB NOT NULL, station TEXT NOT NULL, acknowledged INTEGER NOT NULL DEFAULT 0, backed_up INTEGER NOT NULL DEFAULT 0, tail TEXT NOT NULL DEFAULT '', revoked INTEGER NOT NULL DEFAULT 0, last_seen INTEGER NOT NULL DEFAULT 0, clock_offset INTEGER NOT NULL DEFAULT 0);
CREATE TABLE event (row INTEGER PRIMARY KEY, device TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL, case_id TEXT NOT NULL, bytes BLOB NOT NULL, algorithm TEXT NOT NULL, signature BLOB NOT NULL, quarantine TEXT NOT NULL DEFAULT '', received_at INTEGER NOT NULL, UNIQUE (device, sequence));
CREATE TABLE feed (position INTEGER PRIMARY KEY AUTOINCREMENT, device TEXT NOT NULL, event INTEGER NOT NULL REFERENCES event (row));
CREATE TABLE invitation (code_hash TEXT PRIMARY KEY, station TEXT NOT NULL, made_at INTEGER NOT NULL, used_by TEXT);
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL);
INSERT INTO "meta" VALUES('seed',X'0101010101010101010101010101010101010101010101010101010101010101');
INSERT INTO "meta" VALUES('epoch',X'30316132313463652D316464342D376163642D383839622D313237306631343335316463');
CREATE TABLE named_blob (hash TEXT NOT NULL, case_id TEXT NOT NULL, device TEXT NOT NULL, PRIMARY KEY (case_id, device, hash)) WITHOUT ROWID;
CREATE INDEX event_case ON event (case_id);
CREATE INDEX concern_case ON concern (case_id);
CREATE INDEX feed_device ON feed (device, position);
DELETE FROM "sqlite_sequence";
COMMIT;
