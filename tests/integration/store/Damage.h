#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

namespace yichuang {

// Changes one bit; the same call again mends it.
inline void flip(const QString &path, qint64 at)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
}

// The folder as a kill at this moment would leave it: everything but SQLite's shared memory, which is
// rebuilt.
inline void copyAsKilled(const QString &from, const QString &to)
{
    QDirIterator walk(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QString target = to + path.mid(from.size());
        if (path.endsWith(QLatin1String("-shm")))
            continue;
        QVERIFY(QDir().mkpath(QFileInfo(target).path()));
        QVERIFY(QFile::copy(path, target));
    }
}

} // namespace yichuang
