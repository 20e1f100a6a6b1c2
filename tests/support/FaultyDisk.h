#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>

namespace yichuang {

// A disk under SQLite: a VFS below the one that encrypts, which passes everything to the real one, fails
// where it is told to, and remembers what was written and what was synchronised, so that any moment at which
// the power might be cut can be made on another folder. For one thread. Installed once, for the whole
// process.
class FaultyDisk
{
public:
    static FaultyDisk &install();

    // The count-th write, truncation or synchronisation from now fails with this code of SQLite, after half
    // of its bytes where `torn`; also every one after it where `stays`.
    void failAt(int count, int code, bool torn, bool stays);
    // Ends the failing; true where any did fail.
    bool heal();

    void record();
    int recorded() const { return static_cast<int>(m_operations.size()); }
    // The disk's folder as it might be after a cut when `operations` had been asked for: what was
    // synchronised is there, of the rest any part may be, in sectors of 512 bytes.
    void writeAfterCut(const QString &folder, int operations, QRandomGenerator &random) const;

    enum class Kind
    {
        Write,
        Truncate,
        Synchronise,
        Remove // taken as done at once
    };
    struct Operation
    {
        QString file;
        Kind kind;
        qint64 at = 0;
        QByteArray bytes;
    };
    // For the VFS: what is to become of this operation; 0 to go on.
    int ask(const Operation &operation);
    bool tears() const { return m_torn; }

private:
    int m_countdown = 0;
    int m_code = 0;
    bool m_torn = false;
    bool m_stays = false;
    bool m_failed = false;
    bool m_recording = false;
    QList<Operation> m_operations;
};

} // namespace yichuang
