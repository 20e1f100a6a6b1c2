#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace yichuang {

enum class Role
{
    Clerk,
    Supervisor
};

// A clerk of this station. The password is kept as libsodium's Argon2id string (64 MiB), never itself.
struct Account
{
    QString staffNumber;
    QString name;
    Role role = Role::Clerk;
    QByteArray passwordHash;
    int failures = 0; // in a row
    std::optional<QDateTime> lockedUntil;
    bool operator==(const Account &) const = default;
};

inline constexpr int failuresBeforeLock = 5;
inline constexpr int lockMinutes = 10;

// All accounts as the store keeps them; strict.
QByteArray toJson(const QList<Account> &accounts);
Result<QList<Account>> parseAccounts(const QByteArray &json);

// Takes about 0.1 s each: not for the screen's thread.
QByteArray hashPassword(const Secret &password);
bool fitsPassword(const QByteArray &hash, const Secret &password);

QString toString(Role role);
std::optional<Role> roleFromString(QStringView name);

} // namespace yichuang
