#pragma once

#include "session/Accounts.h"
#include "store/Store.h"

namespace yichuang {

struct SignedInClerk
{
    QString staffNumber;
    QString name;
    Role role = Role::Clerk;
    QString window;
    bool operator==(const SignedInClerk &) const = default;
};

// The clerk at this machine: signs in with the station's own accounts, so also without the line; is locked
// and unlocked with the work kept; signs out. One action at a time. Lives on its owner's thread; passwords
// are checked on another.
class Session : public QObject
{
    Q_OBJECT

public:
    Session(Store &store, const Clock &clock, QObject *parent = nullptr);

    const std::optional<SignedInClerk> &clerk() const { return m_clerk; }
    bool isLocked() const { return m_locked; }

    // SignInWrong (the same for an unknown number and a wrong password; where two tries or fewer are left the
    // detail is their number), AccountLocked (the detail is the minutes left; also for the try that locked
    // it), SignInUnderWay.
    Pending<SignedInClerk> signIn(const QString &staffNumber, Secret password, const QString &window);
    void lock();
    Pending<SignedInClerk> unlock(Secret password);
    void signOut();

    // For the command line and the settings: makes or replaces an account.
    Pending<void> putAccount(Account account, Secret password);
    // The name that belongs to a number, for the sign-in screen; empty where there is none.
    Pending<QString> nameOf(const QString &staffNumber);

Q_SIGNALS:
    void signedIn(const yichuang::SignedInClerk &clerk);
    void locked();
    void unlocked();
    void signedOut();

private:
    Pending<SignedInClerk> check(const QString &staffNumber, Secret password, const QString &window);
    void record(QLatin1String type);

    Store &m_store;
    const Clock &m_clock;
    std::optional<SignedInClerk> m_clerk;
    bool m_locked = false;
    bool m_busy = false;
};

} // namespace yichuang
