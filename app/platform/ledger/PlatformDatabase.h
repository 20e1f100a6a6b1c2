#pragma once

#include "base/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>

namespace yichuang {

// The platform's SQLite connection, on the thread that opened it.
class PlatformDatabase
{
public:
    PlatformDatabase();
    ~PlatformDatabase();
    PlatformDatabase(const PlatformDatabase &) = delete;
    PlatformDatabase &operator=(const PlatformDatabase &) = delete;

    Result<void> open(const QString &path);
    Result<QSqlQuery> run(const QString &statement, const QVariantList &values = {});
    Result<QVariant> value(const QString &statement, const QVariantList &values = {});
    Result<void> transaction(const std::function<Result<void>()> &work);

private:
    tl::unexpected<Error> failure() const;

    QString m_name;
    QSqlDatabase m_database;
};

} // namespace yichuang
