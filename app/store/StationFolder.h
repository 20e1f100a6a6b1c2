#pragma once

#include "base/Result.h"

#include <QDateTime>
#include <QString>

namespace yichuang {

// The station's folder as FORMAT.md describes it: where each file lies, who may write, and how a damaged
// database is moved aside. Nothing in it is ever deleted here.
class StationFolder
{
public:
    explicit StationFolder(QString path);
    ~StationFolder();
    StationFolder(const StationFolder &) = delete;
    StationFolder &operator=(const StationFolder &) = delete;

    QString database() const;
    QString writeAheadLog() const;
    QString pages() const;
    QString identity() const;

    // The folder is this user's alone before anything is written into it. StorePlaceUnwritable.
    Result<void> make();
    // The database's file likewise; SQLite's other files inherit its mode.
    Result<void> makeDatabase();

    // One program at a time: a second one would continue the same chain of events. The kernel lets go when
    // the process ends, however it ends. StoreInUse.
    Result<void> lock();
    void unlock();

    // Moves the database's files into a folder of their own under `quarantine` and returns that folder;
    // StoreNotSetAside.
    Result<QString> setAside(const QDateTime &now);

    // The folder into which a database was moved last; empty for none.
    QString lastSetAside() const;
    // A copy of what lies there, to be read and changed; StoreNotSetAside.
    Result<QString> workingCopy(const QString &aside);
    // Where a new database is built beside it, and how that takes its place: at once or not at all.
    static QString salvaged(const QString &aside);
    Result<void> putInPlace(const QString &aside);
    void dropWorkingCopy(const QString &aside);

private:
    QString file(const char *name) const;

    QString m_path;
    int m_lock = -1;
};

} // namespace yichuang
