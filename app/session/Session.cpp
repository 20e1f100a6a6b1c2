#include "session/Session.h"

#include "domain/EventTypes.h"

#include <QtConcurrent>

namespace yichuang {

namespace {

const QString accountsKey = QStringLiteral("accounts");
// Hashed when there is no such account, so that an unknown number takes as long as a wrong password.
const QByteArray nobodysHash = QByteArrayLiteral("$argon2id$v=19$m=65536,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                                                 "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

constexpr int triesToSay = 2; // with so few left one must not guess on

using SharedSecret = std::shared_ptr<const Secret>;

Account *accountOf(QList<Account> &accounts, const QString &staffNumber)
{
    const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const Account &account) {
        return account.staffNumber == staffNumber;
    });
    return found == accounts.end() ? nullptr : &*found;
}

struct Attempt
{
    QList<Account> accounts; // with the failure or the success noted
    Result<SignedInClerk> result;
};

Attempt attempt(QList<Account> accounts, const QString &staffNumber, const Secret &password,
                const QDateTime &now)
{
    Account *account = accountOf(accounts, staffNumber);
    if (!account || !account->lockedUntil || *account->lockedUntil <= now) {
        const bool fits = fitsPassword(account ? account->passwordHash : nobodysHash, password);
        if (account && fits) {
            account->failures = 0;
            account->lockedUntil.reset();
            return {accounts, SignedInClerk{account->staffNumber, account->name, account->role, {}}};
        }
        const int left = account ? failuresBeforeLock - ++account->failures : failuresBeforeLock;
        if (left > 0)
            return {accounts,
                    raise(ErrorCode::SignInWrong, left <= triesToSay ? QString::number(left) : QString())};
        account->failures = 0;
        account->lockedUntil = now.addSecs(lockMinutes * 60);
    }
    const qint64 minutes = (now.secsTo(*account->lockedUntil) + 59) / 60;
    return {accounts, raise(ErrorCode::AccountLocked, QString::number(minutes))};
}

} // namespace

Session::Session(Store &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{}

Pending<SignedInClerk> Session::signIn(const QString &staffNumber, Secret password, const QString &window)
{
    return check(staffNumber, std::move(password), window);
}

Pending<SignedInClerk> Session::unlock(Secret password)
{
    return check(m_clerk ? m_clerk->staffNumber : QString(), std::move(password),
                 m_clerk ? m_clerk->window : QString());
}

Pending<SignedInClerk> Session::check(const QString &staffNumber, Secret password, const QString &window)
{
    if (m_busy)
        return finished<SignedInClerk>(raise(ErrorCode::SignInUnderWay));
    m_busy = true;
    auto promise = std::make_shared<QPromise<Result<SignedInClerk>>>();
    promise->start();
    auto end = [this, promise, window](Result<SignedInClerk> result) {
        m_busy = false;
        if (result) {
            result->window = window;
            const bool wasLocked = std::exchange(m_locked, false) && m_clerk;
            m_clerk = *result;
            if (wasLocked)
                Q_EMIT unlocked();
            else {
                record(eventtype::clerkSignedIn);
                Q_EMIT signedIn(*m_clerk);
            }
        }
        promise->addResult(std::move(result));
        promise->finish();
    };
    auto shared = std::make_shared<const Secret>(std::move(password));
    whenFinished(
        m_store.setting(accountsKey), this, [this, end, staffNumber, shared](const Result<QByteArray> &json) {
            const auto accounts = json ? parseAccounts(*json) : Result<QList<Account>>(passOn(json));
            if (!accounts)
                return end(passOn(accounts));
            auto work = QtConcurrent::run([accounts = *accounts, staffNumber, shared, now = m_clock.now()] {
                return attempt(accounts, staffNumber, *shared, now);
            });
            whenFinished(work, this, [this, end](const Attempt &attempt) {
                // The count of failures is on the disk before the answer, so that nobody can try again by
                // ending the program.
                whenFinished(m_store.setSetting(accountsKey, toJson(attempt.accounts)), this,
                             [end, result = attempt.result](const Result<void> &kept) {
                                 end(kept ? result : Result<SignedInClerk>(passOn(kept)));
                             });
            });
        });
    return promise->future();
}

void Session::lock()
{
    if (!m_clerk || m_locked)
        return;
    m_locked = true;
    Q_EMIT locked();
}

void Session::signOut()
{
    if (!m_clerk)
        return;
    record(eventtype::clerkSignedOut);
    m_clerk.reset();
    m_locked = false;
    Q_EMIT signedOut();
}

void Session::record(QLatin1String type)
{
    Transaction transaction;
    transaction.clerk = m_clerk->staffNumber;
    transaction.events.append({CaseId(), type, {{QStringLiteral("window"), m_clerk->window}}});
    (void)m_store.append(transaction);
}

Pending<void> Session::putAccount(Account account, Secret password)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto shared = std::make_shared<const Secret>(std::move(password));
    auto end = [promise](const Result<void> &result) {
        promise->addResult(result);
        promise->finish();
    };
    whenFinished(m_store.setting(accountsKey), this,
                 [this, end, account, shared](const Result<QByteArray> &json) {
                     auto accounts = json ? parseAccounts(*json) : Result<QList<Account>>(passOn(json));
                     if (!accounts)
                         return end(passOn(accounts));
                     whenFinished(QtConcurrent::run([shared] { return hashPassword(*shared); }), this,
                                  [this, end, account, list = *accounts](const QByteArray &hash) mutable {
                                      account.passwordHash = hash;
                                      if (Account *known = accountOf(list, account.staffNumber))
                                          *known = account;
                                      else
                                          list.append(account);
                                      whenFinished(m_store.setSetting(accountsKey, toJson(list)), this, end);
                                  });
                 });
    return promise->future();
}

Pending<QString> Session::nameOf(const QString &staffNumber)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    whenFinished(m_store.setting(accountsKey), this, [promise, staffNumber](const Result<QByteArray> &json) {
        auto accounts = json ? parseAccounts(*json) : Result<QList<Account>>(passOn(json));
        const Account *account = accounts ? accountOf(*accounts, staffNumber) : nullptr;
        promise->addResult(accounts ? Result<QString>(account ? account->name : QString())
                                    : Result<QString>(passOn(accounts)));
        promise->finish();
    });
    return promise->future();
}

} // namespace yichuang
