#pragma once

#include "Places.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

namespace yichuang {

// A configuration of SANE's own for a test, so that no scanner of the machine is touched. Made before SANE is
// first used in the process, or in a process that the test starts: both read the environment.
class SaneSurroundings
{
public:
    // The backend "test" is SANE's own, "yichuang" the one of tests/peers/scanner.
    explicit SaneSurroundings(const QByteArray &backend)
    {
        write("dll.conf", backend);
        script({});
        qputenv("SANE_CONFIG_DIR", m_folder.path().toUtf8());
        qputenv("LD_LIBRARY_PATH", YICHUANG_BINARY_DIR "/peers/sane");
        qputenv("YICHUANG_PEER_SCANNER", m_folder.filePath(QStringLiteral("script")).toUtf8());
    }

    // How the scanner of tests/peers/scanner behaves from its next sheet on.
    void script(const QByteArray &lines) const { write("script", lines); }
    // The configuration of SANE's own test backend.
    void testBackend(const QByteArray &lines) const { write("test.conf", "number_of_devices 1\n" + lines); }

private:
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes + '\n');
    }

    QTemporaryDir m_folder;
};

} // namespace yichuang
