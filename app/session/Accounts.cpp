#include "session/Accounts.h"

#include "base/Signing.h"
#include "domain/Dates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

namespace yichuang {

namespace {

constexpr size_t passwordMemory = 64 * 1024 * 1024;
constexpr unsigned long long passwordRounds = 2;

QJsonObject jsonOf(const Account &account)
{
    return {
        {QStringLiteral("staffNumber"), account.staffNumber},
        {QStringLiteral("name"), account.name},
        {QStringLiteral("role"), toString(account.role)},
        {QStringLiteral("passwordHash"), QString::fromLatin1(account.passwordHash)},
        {QStringLiteral("failures"), account.failures},
        {QStringLiteral("lockedUntil"), account.lockedUntil ? toString(*account.lockedUntil) : QString()}};
}

std::optional<Account> accountOf(const QJsonObject &object)
{
    Account account;
    account.staffNumber = object.value(QLatin1String("staffNumber")).toString();
    account.name = object.value(QLatin1String("name")).toString();
    account.passwordHash = object.value(QLatin1String("passwordHash")).toString().toLatin1();
    account.failures = object.value(QLatin1String("failures")).toInt();
    const QString locked = object.value(QLatin1String("lockedUntil")).toString();
    account.lockedUntil = instantFromString(locked);
    const auto role = roleFromString(object.value(QLatin1String("role")).toString());
    if (account.staffNumber.isEmpty() || !role || account.passwordHash.isEmpty() ||
        (!locked.isEmpty() && !account.lockedUntil))
        return std::nullopt;
    account.role = *role;
    return account;
}

} // namespace

QByteArray toJson(const QList<Account> &accounts)
{
    QJsonArray array;
    for (const Account &account : accounts)
        array.append(jsonOf(account));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Result<QList<Account>> parseAccounts(const QByteArray &json)
{
    QList<Account> accounts;
    if (json.isEmpty())
        return accounts;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    bool sound = document.isArray();
    const QJsonArray array = document.array();
    for (const auto &entry : array) {
        const auto account = accountOf(entry.toObject());
        sound = sound && account;
        if (account)
            accounts.append(*account);
    }
    if (!sound)
        return raise(ErrorCode::AccountsMalformed);
    return accounts;
}

QByteArray hashPassword(const Secret &password)
{
    initialiseCryptography();
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str(hash.data(), password.view().data(),
                          static_cast<unsigned long long>(password.size()), passwordRounds,
                          passwordMemory) != 0)
        return {};
    hash.truncate(static_cast<qsizetype>(qstrlen(hash.constData())));
    return hash;
}

bool fitsPassword(const QByteArray &hash, const Secret &password)
{
    initialiseCryptography();
    return crypto_pwhash_str_verify(hash.constData(), password.view().data(),
                                    static_cast<unsigned long long>(password.size())) == 0;
}

QString toString(Role role)
{
    return role == Role::Supervisor ? QStringLiteral("supervisor") : QStringLiteral("clerk");
}

std::optional<Role> roleFromString(QStringView name)
{
    if (name == u"clerk")
        return Role::Clerk;
    if (name == u"supervisor")
        return Role::Supervisor;
    return std::nullopt;
}

} // namespace yichuang
