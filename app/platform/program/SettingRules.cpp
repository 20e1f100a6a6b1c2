#include "platform/program/Settings.h"

namespace yichuang {

namespace {

constexpr auto text = SettingRule::Kind::Text;
constexpr auto number = SettingRule::Kind::Number;

// Every setting, in the order of packaging/platform/platform.conf.example.
constexpr SettingRule rules[] = {
    {"data", "", text, 0, 0, "the platform's folder"},
    {"database", "", text, 0, 0, "postgres://… for PostgreSQL; empty for SQLite in the folder"},
    {"address", "127.0.0.1", text, 0, 0, "where to listen"},
    {"port", "0", number, 0, 65535, "the port, 0 for a free one"},
};

} // namespace

std::span<const SettingRule> settingRules()
{
    return rules;
}

} // namespace yichuang
