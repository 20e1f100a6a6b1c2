#include "platform/program/Settings.h"

#include <QFile>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <boost/property_tree/ini_parser.hpp>
#include <boost/property_tree/ptree.hpp>
#pragma GCC diagnostic pop

#include <sstream>

namespace yichuang {

namespace {

const QString configName = QStringLiteral("config");

tl::unexpected<Error> unreadable(const QString &file)
{
    return raise(ErrorCode::PlatformSettingsUnreadable, file);
}

} // namespace

tl::unexpected<Error> settingWrong(const QString &name)
{
    return raise(ErrorCode::PlatformSettingWrong, name);
}

const SettingRule *settingRule(const QString &name)
{
    for (const SettingRule &rule : settingRules()) {
        if (name == QLatin1String(rule.name))
            return &rule;
    }
    return nullptr;
}

Settings::Settings()
{
    for (const SettingRule &rule : settingRules())
        m_values.insert(QLatin1String(rule.name), QLatin1String(rule.fallback));
}

Result<void> Settings::set(const QString &name, const QString &value)
{
    const SettingRule *rule = settingRule(name);
    if (!rule)
        return settingWrong(name);
    if (rule->kind == SettingRule::Kind::Number) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (!isNumber || number < rule->least || number > rule->most)
            return settingWrong(name);
    }
    m_values.insert(name, value);
    return {};
}

Result<void> Settings::readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path);
    boost::property_tree::ptree tree;
    try {
        std::istringstream text(file.readAll().toStdString());
        boost::property_tree::read_ini(text, tree);
    } catch (const boost::property_tree::ini_parser_error &error) {
        return unreadable(path + QLatin1Char(':') + QString::number(error.line()));
    }
    for (const auto &[name, node] : tree) {
        if (!node.empty()) // a section
            return settingWrong(QString::fromStdString(name));
        if (auto done = set(QString::fromStdString(name), QString::fromStdString(node.data())); !done)
            return done;
    }
    return {};
}

Result<void> Settings::readEnvironment(const QProcessEnvironment &environment)
{
    const QString prefix = QLatin1String(environmentPrefix);
    for (const QString &key : environment.keys()) {
        if (!key.startsWith(prefix))
            continue;
        const QString name = key.mid(prefix.size()).toLower().replace(QLatin1Char('_'), QLatin1Char('-'));
        if (name == configName)
            continue;
        if (auto done = set(name, environment.value(key)); !done)
            return done;
    }
    return {};
}

QString Settings::text(const char *name) const
{
    Q_ASSERT(settingRule(QLatin1String(name)));
    return m_values.value(QLatin1String(name));
}

qint64 Settings::number(const char *name) const
{
    return text(name).toLongLong();
}

Result<Settings> readSettings(const QProcessEnvironment &environment, const QHash<QString, QString> &options)
{
    Settings settings;
    QString file = environment.value(QLatin1String(Settings::environmentPrefix) + configName.toUpper());
    file = options.value(configName, file);
    if (file.isEmpty() && QFile::exists(QLatin1String(Settings::standardFile)))
        file = QLatin1String(Settings::standardFile);
    if (!file.isEmpty()) {
        if (auto done = settings.readFile(file); !done)
            return passOn(done);
    }
    if (auto done = settings.readEnvironment(environment); !done)
        return passOn(done);
    for (auto it = options.begin(); it != options.end(); ++it) {
        if (it.key() == configName)
            continue;
        if (auto done = settings.set(it.key(), it.value()); !done)
            return passOn(done);
    }
    return settings;
}

} // namespace yichuang
