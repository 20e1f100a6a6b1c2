#pragma once

#include "ui/materials/FileImport.h"
#include "ui/materials/PageSource.h"
#include "ui/materials/PageTray.h"

#include <QSet>

#include <optional>

namespace yichuang {

// What the clerk does with the pages of one case: which are chosen, where the next scan lands, what a key
// does. No window; the screen draws what this says.
class MaterialsDesk final : public QObject
{
    Q_OBJECT
public:
    enum class ScanState
    {
        Idle,
        Scanning,
        Stopping
    };
    enum class Extend
    {
        No,
        Toggle, // Ctrl
        Range   // Shift
    };

    MaterialsDesk(PageTray &tray, PageSource &source, QObject *parent = nullptr);

    const QList<PageGroup> &groups() const { return m_groups; }
    const QList<ChecklistLine> &lines() const { return m_lines; }
    int pageCount() const { return static_cast<int>(m_order.size()); }
    qint64 totalBytes() const;
    bool isSaved() const { return m_tray.isSaved(); }
    bool canUndo() const { return m_tray.canUndo(); }

    int current() const { return m_current; } // page id; 0 where there is none
    const DraftPage *currentPage() const;
    const PageGroup *currentGroup() const;
    int positionInGroup() const; // of the current page, from 0
    bool isSelected(int page) const { return m_selected.contains(page); }
    int selectedCount() const { return static_cast<int>(m_selected.size()); }
    // The line onto which the next scan lands; empty: the unsorted tray.
    const QString &targetLine() const { return m_target; }

    ScanState scanState() const { return m_scanState; }
    int scannedPages() const { return m_scanned; } // of the scan that runs or ran last
    QList<ScannerChoice> scanners() const { return m_source.scanners(); }
    QList<ScanProfile> profiles() const { return m_source.profiles(m_scanner); }
    const QString &scanner() const { return m_scanner; }
    const QString &profile() const { return m_profile; }
    FileImport &fileImport() { return m_import; }

    void select(int page, Extend extend = Extend::No);
    void step(int by); // PgUp −1, PgDn +1
    void chooseLine(const QString &line);
    void chooseScanner(const QString &scanner);
    void chooseProfile(const QString &profile);

    // On all selected pages; each is undone as one.
    void rotate(int quarterTurns);
    void remove();
    bool refileTo(int number); // a line's digit; 0 the unsorted tray. False where there is none
    void refile(const QString &line);
    void movePage(int page, int position);
    void moveCurrent(int by); // within its line
    void undo();

    void scan();
    void scanAgain(); // the current page, in its place
    void stopScan();
    void importFiles(const QStringList &paths);

Q_SIGNALS:
    void changed();          // pages or lines
    void selectionChanged(); // current page, selection or target line
    void scanChanged();
    void failed(const yichuang::Error &error);
    void fileRefused(const QString &fileName, yichuang::PageFileFault fault);
    void tooManyFiles(int maximum);

private:
    void refresh();
    void startScan(const QString &line, bool singlePage);
    void chooseDefaultScanner();
    void onPageScanned(const QByteArray &bytes, const QString &mediaType);
    void onScanEnded();
    void onAdded(const QString &line, int page);
    void report(const Result<void> &result);
    void didSteps(int count);
    QList<int> selectedInOrder() const;
    const PageGroup *groupOf(int page) const;

    PageTray &m_tray;
    PageSource &m_source;
    FileImport m_import;
    QList<PageGroup> m_groups;
    QList<ChecklistLine> m_lines;
    QList<int> m_order; // page ids, as they are shown
    QSet<int> m_selected;
    QList<int> m_steps; // how many of the tray's steps each of the clerk's was
    int m_current = 0;
    int m_anchor = 0;
    QString m_target;
    QString m_scanLine;
    QString m_scanner;
    QString m_profile;
    int m_replaced = 0; // the page that is being scanned again
    int m_scanned = 0;
    ScanState m_scanState = ScanState::Idle;
};

} // namespace yichuang
