#pragma once

#include "base/Result.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QString>

#include <span>

namespace yichuang {

// What can be set of the platform. One name in all places: `tls-key` in the file, YICHUANG_PLATFORM_TLS_KEY
// in the environment, --tls-key on the command line.
struct SettingRule
{
    enum class Kind
    {
        Text,
        Number
    };

    const char *name;
    const char *fallback; // an empty text is 'not set'
    Kind kind;
    qint64 least; // of a number
    qint64 most;
    const char *meaning; // with its unit
};

std::span<const SettingRule> settingRules();
// Null for a name that nothing has.
const SettingRule *settingRule(const QString &name);

// The detail names the setting and never its value, which may be a secret.
tl::unexpected<Error> settingWrong(const QString &name);

// The values: options over the environment over the file over the fallbacks. Never changes once it is made;
// any thread may read it. A name that nobody knows and a value that does not fit are refused, wherever they
// stand, because a limit that is misspelt is a limit that is not there.
class Settings
{
public:
    static constexpr auto standardFile = "/etc/yichuang/platform.conf";
    static constexpr auto environmentPrefix = "YICHUANG_PLATFORM_";

    Settings();

    // `file` is an INI file without sections: NAME = VALUE, comments after # at the beginning of a line.
    Result<void> readFile(const QString &file);
    Result<void> readEnvironment(const QProcessEnvironment &environment);
    Result<void> set(const QString &name, const QString &value);

    // The name must be one of settingRules().
    QString text(const char *name) const;
    qint64 number(const char *name) const;

private:
    QHash<QString, QString> m_values;
};

// The file (the one that is named, or the standard one where it exists), the environment, then `options`.
Result<Settings> readSettings(const QProcessEnvironment &environment, const QHash<QString, QString> &options);

} // namespace yichuang
