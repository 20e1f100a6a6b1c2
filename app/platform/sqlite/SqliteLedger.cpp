#include "platform/sqlite/SqliteLedger.h"

#include "domain/Wire.h"
#include "platform/ledger/Invitation.h"
#include "platform/ledger/StoreFailure.h"
#include "platform/sqlite/SqliteSchema.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

namespace yichuang {

namespace {

constexpr int startMilliseconds = 60000;
constexpr const char *deviceSelect =
    "SELECT public_key, acknowledged, backed_up, tail, revoked, last_seen FROM device WHERE id = ?";

} // namespace

Result<std::optional<KnownDevice>> SqliteLedger::deviceOn(SqliteConnection &connection, const DeviceId &id)
{
    std::optional<KnownDevice> found;
    auto done = connection.run(deviceSelect, {id.toString()}, [&](const SqliteRow &row) {
        // The first event's predecessor has no hash, and its text is empty.
        found = {id,
                 row.bytes(0),
                 row.integer(1),
                 row.integer(2),
                 Digest::fromHex(row.bytes(3)).value_or(Digest()),
                 row.integer(4) != 0,
                 row.integer(5)};
    });
    return done ? Result<std::optional<KnownDevice>>(found) : passOn(done);
}

SqliteLedger::SqliteLedger(const Clock &clock, QString path)
    : m_clock(clock)
    , m_path(std::move(path))
{}

Result<std::unique_ptr<Ledger>> SqliteLedger::open(const Clock &clock, const QString &folder, int readers)
{
    if (!QDir().mkpath(folder))
        return unusableFolder();
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QDir place(folder);
    // Changing a file's journal mode does not wait for others, unlike everything else.
    QLockFile starting(place.filePath(QStringLiteral("platform.lock")));
    starting.setStaleLockTime(0);
    if (!starting.tryLock(startMilliseconds))
        return storeFailure(StoreFault::Failed, QStringLiteral("another program is starting"));
    std::unique_ptr<SqliteLedger> ledger(
        new SqliteLedger(clock, place.filePath(QStringLiteral("platform.db"))));
    if (auto started = ledger->start(readers); !started)
        return passOn(started);
    return ledger;
}

Result<void> SqliteLedger::start(int readers)
{
    return m_writer.open(m_path, SqliteConnection::Use::Write)
        .and_then([this] { return migrate(m_writer); })
        .and_then([this] { return makeIdentity(); })
        .and_then([this] { return readIdentity(); })
        .and_then([&] { return m_readers.open(m_path, readers); });
}

Result<void> SqliteLedger::makeIdentity()
{
    const PlatformIdentity fresh = PlatformIdentity::make(m_clock);
    // Whoever comes first makes it; both in one, so that no seed stands without its epoch.
    return m_writer.transaction([&]() -> Result<void> {
        auto kept =
            m_writer.run("INSERT OR IGNORE INTO meta VALUES ('seed', ?)", {fresh.seed.view().toByteArray()});
        return kept ? m_writer.run("INSERT OR IGNORE INTO meta VALUES ('epoch', ?)", {fresh.epoch}) : kept;
    });
}

Result<void> SqliteLedger::readIdentity()
{
    QByteArray seed;
    QByteArray epoch;
    auto done = m_writer.run("SELECT s.value, e.value FROM meta s JOIN meta e ON e.key = 'epoch'"
                             " WHERE s.key = 'seed'",
                             {}, [&](const SqliteRow &row) {
                                 seed = row.bytes(0);
                                 epoch = row.bytes(1);
                             });
    if (done)
        setIdentity(Secret(seed), epoch);
    return done;
}

Result<QString> SqliteLedger::invite(const QJsonObject &station)
{
    const Invitation invitation = Invitation::make(station, key().publicKey());
    const std::lock_guard lock(m_writing);
    auto kept = m_writer.run("INSERT INTO invitation VALUES (?,?,?,NULL)",
                             {invitation.codeHash, invitation.station, now()});
    return kept ? Result<QString>(invitation.code) : passOn(kept);
}

Result<QJsonObject> SqliteLedger::enrol(const QString &code, const QByteArray &publicKey)
{
    const QString hash = Invitation::hashOf(code);
    std::optional<OpenInvitation> invitation;
    const std::lock_guard lock(m_writing);
    auto done = m_writer.transaction([&]() -> Result<void> {
        auto found = m_writer.run(
            "SELECT i.station, i.used_by, d.public_key FROM invitation i"
            " LEFT JOIN device d ON d.id = i.used_by WHERE i.code_hash = ?",
            {hash}, [&](const SqliteRow &row) { invitation = {row.bytes(0), row.text(1), row.bytes(2)}; });
        if (!found)
            return found;
        const auto fresh = takeUp(invitation, publicKey, m_clock);
        if (!fresh || !*fresh)
            return fresh ? Result<void>() : passOn(fresh);
        auto used =
            m_writer.run("UPDATE invitation SET used_by = ? WHERE code_hash = ?", {invitation->device, hash});
        return used ? m_writer.run("INSERT INTO device (id, public_key, station) VALUES (?,?,?)",
                                   {invitation->device, publicKey, QString::fromUtf8(invitation->station)})
                    : used;
    });
    return done ? Result<QJsonObject>(introduction(invitation->station, invitation->device)) : passOn(done);
}

Result<std::optional<KnownDevice>> SqliteLedger::device(const DeviceId &id)
{
    Result<std::optional<KnownDevice>> found;
    auto done = m_readers.with([&](SqliteConnection &connection) {
        found = deviceOn(connection, id);
        return found ? Result<void>() : passOn(found);
    });
    return done ? found : passOn(done);
}

Result<Admission> SqliteLedger::admit(const RequestNonce &nonce)
{
    const auto known = device(nonce.device);
    if (!known)
        return passOn(known);
    return Admission{*known, !m_nonces.use(nonce.nonce + nonce.device.toString().toLatin1(), now())};
}

Result<void> SqliteLedger::revoke(const DeviceId &id)
{
    bool found = false;
    {
        const std::lock_guard lock(m_writing);
        auto done = m_writer.run("UPDATE device SET revoked = 1 WHERE id = ? RETURNING id", {id.toString()},
                                 [&](const SqliteRow &) { found = true; });
        if (!done)
            return done;
    }
    if (!found)
        return unknownDevice(id);
    tell({{}, {id}});
    return {};
}

Result<void> SqliteLedger::sawDevice(const DeviceId &id, qint64 clockOffset)
{
    const std::lock_guard lock(m_writing);
    return m_writer.run("UPDATE device SET last_seen = ?, clock_offset = ? WHERE id = ?",
                        {now(), clockOffset, id.toString()});
}

} // namespace yichuang
