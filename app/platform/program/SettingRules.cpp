#include "platform/program/Settings.h"

namespace yichuang {

namespace {

constexpr auto text = SettingRule::Kind::Text;
constexpr auto number = SettingRule::Kind::Number;
constexpr qint64 mega = 1024 * 1024;
constexpr qint64 giga = 1024 * mega;

// Every setting, in the order of packaging/platform/platform.conf.example.
constexpr SettingRule rules[] = {
    {"data", "", text, 0, 0, "the platform's folder"},
    {"database", "", text, 0, 0, "postgres://… for PostgreSQL; empty for SQLite in the folder"},
    {"address", "127.0.0.1", text, 0, 0, "where to listen"},
    {"port", "0", number, 0, 65535, "the port, 0 for a free one"},
    {"tls-certificate", "", text, 0, 0, "PEM file of the certificate and its chain; empty: in clear"},
    {"tls-key", "", text, 0, 0, "PEM file of the certificate's key"},
    {"proxies", "", text, 0, 0, "addresses, with commas, whose X-Forwarded-For is believed"},
    {"metrics-address", "127.0.0.1", text, 0, 0, "where /metrics listens"},
    {"metrics-port", "0", number, 0, 65535, "its port, 0 for a free one"},
    {"log-level", "info", text, 0, 0, "debug, info, warning or error"},
    {"stop-seconds", "20", number, 0, 3600, "for requests under way when the service ends"},
    {"disk-reserve-bytes", "536870912", number, 0, 1024 * giga, "free space below which it is not ready"},
    {"connections", "12000", number, 1, 1'000'000, "at once"},
    {"connections-per-address", "512", number, 1, 1'000'000, "at once of one address"},
    {"requests-per-connection", "10000", number, 1, 1'000'000'000, "then it is closed"},
    {"handshake-seconds", "10", number, 1, 3600, "for the TLS handshake"},
    {"header-seconds", "20", number, 1, 3600, "for a request's header"},
    {"idle-seconds", "120", number, 1, 86400, "between two requests"},
    {"body-wait-seconds", "30", number, 1, 3600, "until there is memory for a body"},
    {"answer-seconds", "120", number, 1, 3600, "until the service has answered"},
    {"grace-seconds", "20", number, 1, 3600, "that a body has beside its floor rate, either way"},
    {"floor-bytes-per-second", "4096", number, 1, giga, "below which a body is cut"},
    {"header-bytes", "16384", number, 1024, mega, "of a request's header"},
    {"body-bytes", "131072", number, 1024, 64 * mega, "of a body that is neither push nor page"},
    {"push-bytes", "1572864", number, 1024, 64 * mega, "of a push"},
    {"piece-bytes", "8388608", number, 1024, 64 * mega, "of one piece of a page"},
    {"bodies-bytes", "268435456", number, mega, 1024 * giga, "of all bodies in memory"},
    {"bodies-bytes-per-address", "67108864", number, mega, 1024 * giga, "of those of one address"},
    {"interactive-at-once", "256", number, 1, 100'000, "clerks' calls given to the service at once"},
    {"interactive-waiting", "4096", number, 0, 1'000'000, "that wait; more are told to come back"},
    {"pushes-at-once", "64", number, 1, 100'000, "pushes given to the service at once"},
    {"pushes-bytes-at-once", "1048576", number, 0, giga, "their bytes, 0 for any; one always passes"},
    {"pushes-waiting", "1024", number, 0, 1'000'000, "that wait; more are told to come back"},
    {"pages-at-once", "32", number, 1, 100'000, "calls for pages given to the service at once"},
    {"pages-waiting", "1024", number, 0, 1'000'000, "that wait; more are told to come back"},
};

} // namespace

std::span<const SettingRule> settingRules()
{
    return rules;
}

} // namespace yichuang
