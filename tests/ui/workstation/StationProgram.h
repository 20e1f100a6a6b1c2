#pragma once

#include "Places.h"
#include "support/PlatformProcess.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace yichuang::test {

// The real program on a profile of its own, with the files of its secrets beside it.
class StationProgram
{
public:
    struct Ended
    {
        int code = -1;
        QByteArray output;
        QByteArray errors;
        // Ended with this exit code, and the first word on stderr is this short code.
        bool refusedWith(const char *shortCode, int exit = 1) const
        {
            return code == exit && errors.startsWith(QByteArray(shortCode) + ':') && output.isEmpty();
        }
    };

    static constexpr const char *passphrase = "correct horse battery";
    static constexpr const char *password = "yichuang-0317";

    StationProgram()
    {
        write("passphrase", QByteArray(passphrase) + '\n');
        write("password", QByteArray(password) + '\n');
        write("devices.json", "[]");
    }

    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString profile() const { return file("profile"); }
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(this->file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

    static Ended run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(YICHUANG_BINARY_DIR "/bin/yichuang"), arguments);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Ended enrol(const QUrl &platform, const QString &code, const char *passphraseFile = "passphrase",
                const char *devicesFile = "devices.json") const
    {
        return run({QStringLiteral("--profile"), profile(), QStringLiteral("--passphrase-file"),
                    file(passphraseFile), QStringLiteral("--enrol"), platform.toString(),
                    QStringLiteral("--code"), code, QStringLiteral("--devices"), file(devicesFile)});
    }
    Ended addClerk(const QString &role = QStringLiteral("clerk"), const char *passphraseFile = "passphrase",
                   const char *passwordFile = "password") const
    {
        return run({QStringLiteral("--profile"), profile(), QStringLiteral("--passphrase-file"),
                    file(passphraseFile), QStringLiteral("--add-clerk"), QStringLiteral("0317"),
                    QStringLiteral("--name"), clerk(), QStringLiteral("--role"), role,
                    QStringLiteral("--password-file"), file(passwordFile)});
    }
    static QString clerk() { return QStringLiteral("刘海燕"); }

    // The files of the profile that hold these bytes.
    QStringList filesWith(const QByteArray &bytes) const
    {
        QStringList found;
        QDirIterator walk(profile(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                found << file.fileName();
        }
        return found;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace yichuang::test
