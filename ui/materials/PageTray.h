#pragma once

#include "base/Async.h"
#include "intake/ChecklistLine.h"
#include "intake/DraftDocument.h"

#include <QObject>

namespace yichuang {

// The pages of one line of the checklist, in the order of the paper. The unsorted tray has number 0.
struct PageGroup
{
    QString line;
    QString name;
    int number = 0;
    QList<DraftPage> pages;
    bool operator==(const PageGroup &) const = default;
};

// The draft's pages and lines as the materials screen sees them. Commands return at once; changed() follows.
class PageTray : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QList<ChecklistLine> lines() const = 0; // by number
    virtual QList<PageGroup> groups() const = 0;    // the unsorted first where it has pages, then by number
    virtual Pending<QByteArray> bytes(int page) const = 0;
    virtual bool isSaved() const = 0; // everything the clerk sees is on the disk
    virtual bool canUndo() const = 0;

    // An empty line is the unsorted tray. added() or refused() follows.
    virtual Result<void> add(const QString &line, const QByteArray &bytes, const QString &mediaType,
                             const QString &origin) = 0;
    virtual Result<void> move(int page, int position) = 0;
    virtual Result<void> rotate(int page, int quarterTurns) = 0;
    virtual Result<void> refile(int page, const QString &line) = 0;
    virtual Result<void> remove(int page) = 0;
    virtual Result<void> undo() = 0; // the last of those four

Q_SIGNALS:
    void changed();
    void saved();
    void added(const QString &line, int page);
    void refused(const QString &line, const yichuang::Error &error);
};

} // namespace yichuang
