#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <unordered_map>

namespace yichuang {

// The encrypted connection, on the thread that opened it. Maps the driver's failures to the catalogue.
class Database
{
public:
    Database();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // Opens or makes the file. StoreNotEncrypted where the library that answers has no ciphers; StoreKeyWrong
    // where the key does not fit.
    Result<void> open(const QString &path, const Secret &key);
    void close();
    bool isOpen() const { return m_database.isOpen(); }

    // A statement with its values bound in order; the query stands before its first row.
    Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    // A statement without rows; how many it changed.
    Result<int> change(const QString &statement, const QVariantList &values = {});
    // Only the first column of the first row; an invalid value where there is no row.
    Result<QVariant> value(const QString &statement, const QVariantList &values = {});

    // All of it or nothing. The first error rolls back and is returned.
    Result<void> transaction(const std::function<Result<void>()> &work);

private:
    Result<void> demandCipher();
    Result<void> applyKey(const Secret &key);
    Result<void> configure();
    tl::unexpected<Error> failure(const QSqlError &error) const;
    Result<QSqlQuery> prepare(const QString &statement);
    Result<void> execute(QSqlQuery &query, const QVariantList &values) const;
    Result<QSqlQuery *> runKept(const QString &statement, const QVariantList &values);

    QString m_name;
    QSqlDatabase m_database;
    // Statements that are prepared once and run often; none of them stands at a row.
    std::unordered_map<QString, QSqlQuery> m_kept;
};

} // namespace yichuang
