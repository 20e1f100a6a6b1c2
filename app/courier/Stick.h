#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QStringList>

namespace yichuang::courier {

// Also for who counts before he begins.
tl::unexpected<Error> stickFull(const QString &detail);

// The folder `yichuang-courier` of a stick, or of any folder that a person has chosen. Packages are folders
// in it. What lies there was put there by anybody: links are not followed, and only plain files of a known
// name and a bounded size are read. Blocks for as long as the stick does; any one thread.
class Stick
{
public:
    static constexpr auto rootName = "yichuang-courier";
    // More folders than this are not looked at.
    static constexpr int mostFolders = 500;

    explicit Stick(QString place); // where it is mounted
    virtual ~Stick() = default;

    const QString &place() const { return m_place; }
    // Free bytes; StickReadFailed where it is gone.
    virtual Result<qint64> room();
    // Makes the folder where it is missing. StickReadOnly, StickFull, StickWriteFailed.
    Result<void> prepare();
    // Names of folders in it; empty where there is none.
    QStringList folders();
    Result<void> makeFolder(const QString &name);
    // A new file, on the stick itself when this returns.
    Result<void> write(const QString &folder, const QString &file, const QByteArray &bytes);
    // StickReadFailed where it is missing, no plain file or of more than `most` bytes. What was written
    // before comes from the stick, not from memory.
    Result<QByteArray> read(const QString &folder, const QString &file, qint64 most);
    // One step: afterwards there is the new name or still the old one.
    Result<void> rename(const QString &from, const QString &to);
    // A folder of plain files; false where something of it is still there.
    bool remove(const QString &folder);

    // The operations of the system, for a test to let one of them fail.
    enum class Step
    {
        MakeFolder,
        Create,
        Write,
        Synchronise,
        Read,
        Rename,
        Remove
    };

protected:
    // 0 to go on, else an errno with which the step fails.
    virtual int before(Step) { return 0; }

private:
    class Descriptor;
    Descriptor root();
    Descriptor folder(const QString &name);
    bool goOn(Step step);
    Result<void> synchronise(const Descriptor &folder);
    bool writeAll(const Descriptor &file, const QByteArray &bytes);

    QString m_place;
};

} // namespace yichuang::courier
