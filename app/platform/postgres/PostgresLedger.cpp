#include "platform/postgres/PostgresLedger.h"

#include "domain/Wire.h"
#include "platform/ledger/Invitation.h"
#include "platform/postgres/PostgresSchema.h"

namespace yichuang {

namespace {

using Again = PostgresPool::Again;

template <typename T>
Result<void> only(const Result<T> &done)
{
    return done ? Result<void>() : passOn(done);
}

// public_key, acknowledged, backed_up, tail, revoked, last_seen from column `first` on.
KnownDevice deviceOf(const PostgresRows &rows, const DeviceId &id, int first)
{
    return {id,
            rows.bytes(0, first),
            rows.number(0, first + 1),
            rows.number(0, first + 2),
            Digest::fromHex(rows.bytes(0, first + 3).toHex()).value_or(Digest()),
            rows.flag(0, first + 4),
            rows.number(0, first + 5)};
}

} // namespace

PostgresLedger::PostgresLedger(const Clock &clock, PostgresTarget target, int connections)
    : m_clock(clock)
    , m_writers(target, connections)
    , m_readers(std::move(target), connections)
{}

PostgresLedger::~PostgresLedger() = default;

Result<std::unique_ptr<Ledger>> PostgresLedger::open(const Clock &clock, const PostgresTarget &target,
                                                     int connections)
{
    std::unique_ptr<PostgresLedger> ledger(new PostgresLedger(clock, target, connections));
    if (auto started = ledger->start(); !started)
        return passOn(started);
    return ledger;
}

Result<void> PostgresLedger::start()
{
    auto done = m_writers.with(Again::May, [this](PostgresConnection &connection) {
        return migrate(connection)
            .and_then([&] { return makePartitions(connection, now()); })
            .and_then([&] { return makeIdentity(connection); })
            .and_then([&] { return readIdentity(connection); });
    });
    if (done)
        m_listener = std::make_unique<PostgresListener>(
            m_writers.target(), [this](const LedgerChange &change) { tell(change); },
            [this](PostgresConnection &connection) { return tend(connection); });
    return done;
}

Result<void> PostgresLedger::makeIdentity(PostgresConnection &connection)
{
    const PlatformIdentity fresh = PlatformIdentity::make(m_clock);
    // Both in one statement, by whoever comes first.
    return alone(connection, [&] {
        return only(connection.run(
            "INSERT INTO meta SELECT * FROM unnest($1::text[], $2::bytea[]) ON CONFLICT DO NOTHING",
            PostgresValues()
                .texts({QStringLiteral("seed"), QStringLiteral("epoch")})
                .manyBytes({fresh.seed.view().toByteArray(), fresh.epoch})));
    });
}

Result<void> PostgresLedger::readIdentity(PostgresConnection &connection)
{
    const auto rows = connection.run("SELECT s.value, e.value FROM meta s JOIN meta e ON e.key = 'epoch'"
                                     " WHERE s.key = 'seed'");
    if (!rows)
        return passOn(rows);
    setIdentity(Secret(rows->bytes(0, 0)), rows->bytes(0, 1));
    return {};
}

// What any process may do at any time, and one has to.
Result<void> PostgresLedger::tend(PostgresConnection &connection) const
{
    if (auto made = makePartitions(connection, now()); !made)
        return made;
    return only(connection.run("DELETE FROM nonce WHERE used_at < $1",
                               PostgresValues().time(now() - 2 * wire::mostClockDifference)));
}

Result<PostgresRows> PostgresLedger::read(Again again, const char *statement, const PostgresValues &values)
{
    PostgresRows rows;
    auto done = m_readers.with(again, [&](PostgresConnection &connection) {
        return connection.run(statement, values).map([&](const PostgresRows &found) { rows = found; });
    });
    return done ? Result<PostgresRows>(rows) : passOn(done);
}

Result<QString> PostgresLedger::invite(const QJsonObject &station)
{
    const Invitation invitation = Invitation::make(station, key().publicKey());
    // A second attempt meets what the first has done.
    auto kept = m_writers.with(Again::May, [&](PostgresConnection &connection) {
        return only(connection.run(
            "INSERT INTO invitation VALUES ($1, $2, $3, NULL) ON CONFLICT DO NOTHING",
            PostgresValues().text(invitation.codeHash).bytes(invitation.station.toUtf8()).time(now())));
    });
    return kept ? Result<QString>(invitation.code) : passOn(kept);
}

Result<QJsonObject> PostgresLedger::enrol(const QString &code, const QByteArray &publicKey)
{
    const QString hash = Invitation::hashOf(code);
    std::optional<OpenInvitation> invitation;
    auto done = m_writers.with(Again::May, [&](PostgresConnection &connection) {
        return connection.transaction([&]() -> Result<void> {
            const auto found = connection.run("SELECT i.station, i.used_by, d.public_key FROM invitation i"
                                              " LEFT JOIN device d ON d.id = i.used_by WHERE i.code_hash = $1"
                                              " FOR UPDATE OF i",
                                              PostgresValues().text(hash));
            if (!found)
                return passOn(found);
            invitation.reset();
            if (found->count() > 0)
                invitation = {found->bytes(0, 0),
                              found->isNull(0, 1) ? QString()
                                                  : found->uuid(0, 1).toString(QUuid::WithoutBraces),
                              found->bytes(0, 2)};
            const auto fresh = takeUp(invitation, publicKey, m_clock);
            if (!fresh || !*fresh)
                return only(fresh);
            const QUuid device = QUuid::fromString(invitation->device);
            auto used = connection.run("UPDATE invitation SET used_by = $1 WHERE code_hash = $2",
                                       PostgresValues().uuid(device).text(hash));
            return used ? only(connection.run(
                              "INSERT INTO device (id, public_key, station) VALUES ($1, $2, $3)",
                              PostgresValues().uuid(device).bytes(publicKey).bytes(invitation->station)))
                        : passOn(used);
        });
    });
    return done ? Result<QJsonObject>(introduction(invitation->station, invitation->device)) : passOn(done);
}

Result<std::optional<KnownDevice>> PostgresLedger::device(const DeviceId &id)
{
    const auto rows = read(Again::May,
                           "SELECT public_key, acknowledged, backed_up, tail, revoked, last_seen FROM device"
                           " WHERE id = $1",
                           PostgresValues().uuid(id.uuid()));
    if (!rows)
        return passOn(rows);
    return rows->count() > 0 ? std::optional(deviceOf(*rows, id, 0)) : std::nullopt;
}

Result<Admission> PostgresLedger::admit(const RequestNonce &nonce)
{
    // An enrolment's null device must be a value here: NULLs are never equal.
    const auto rows = read(
        Again::Never,
        "WITH used AS (INSERT INTO nonce"
        "  VALUES (coalesce($1, '00000000-0000-0000-0000-000000000000'), $2, $3)"
        "  ON CONFLICT DO NOTHING RETURNING 1)"
        " SELECT EXISTS (SELECT 1 FROM used), d.id IS NOT NULL, d.public_key, d.acknowledged, d.backed_up,"
        "  d.tail, d.revoked, d.last_seen FROM (SELECT 1) AS one LEFT JOIN device d ON d.id = $1",
        PostgresValues().uuid(nonce.device.uuid()).bytes(nonce.nonce).time(now()));
    if (!rows)
        return passOn(rows);
    Admission admission;
    admission.replayed = !rows->flag(0, 0);
    if (rows->flag(0, 1))
        admission.device = deviceOf(*rows, nonce.device, 2);
    return admission;
}

Result<void> PostgresLedger::revoke(const DeviceId &id)
{
    bool found = false;
    auto done = m_writers.with(Again::May, [&](PostgresConnection &connection) {
        const auto rows =
            connection.run("WITH gone AS (UPDATE device SET revoked = true WHERE id = $1 RETURNING id)"
                           " SELECT id, pg_notify('yichuang', $2) FROM gone",
                           PostgresValues().uuid(id.uuid()).text(postgreschange::revoked(id)));
        found = rows && rows->count() > 0;
        return only(rows);
    });
    if (!done)
        return done;
    return found ? Result<void>() : unknownDevice(id);
}

Result<void> PostgresLedger::sawDevice(const DeviceId &id, qint64 clockOffset)
{
    return m_writers.with(Again::May, [&](PostgresConnection &connection) {
        return only(connection.run("UPDATE device SET last_seen = $1, clock_offset = $2 WHERE id = $3",
                                   PostgresValues().number(now()).number(clockOffset).uuid(id.uuid())));
    });
}

} // namespace yichuang
