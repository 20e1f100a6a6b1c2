#pragma once

#include "ui/materials/MaterialsDesk.h"
#include "ui/materials/PageImages.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace yichuang {

class KeyButton;
class LineList;
class PageGrid;
class PagePreview;

// The materials screen (STYLE.md section 5, 3): pages, the current page, the checklist. Every action has its
// key; pages are saved as they land, so leaving the screen loses nothing.
class MaterialsPage final : public QWidget
{
    Q_OBJECT
public:
    using ErrorWords = std::function<QString(const Error &)>;

    MaterialsPage(PageTray &tray, PageSource &source, ErrorWords errorWords, QWidget *parent = nullptr);

    // A key that works now, for the key bar.
    struct Key
    {
        QString key;
        QString word;
        std::function<void()> act;
    };
    QList<Key> keys() const;

    // Whose case this is, and for what; shown in the head.
    void showCase(const QString &person, const QString &item);
    void scanOnto(const QString &line); // comes here from a gap of the verdict
    MaterialsDesk &desk() { return *m_desk; }
    PageImages &images() { return *m_images; }

Q_SIGNALS:
    void backAsked();
    void finishAsked(); // F9: the papers are complete as far as the clerk is concerned
    void keysChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildPages();
    QWidget *buildPreview();
    QWidget *buildTools();
    QWidget *buildChecklist();
    QToolButton *tool(const char *iconName, const QString &words, const QString &key,
                      std::function<void()> act);
    void connectDesk();
    void bindKeys();
    void bind(const QKeySequence &key, std::function<void()> act);
    void refresh();
    void refreshScanners();
    void refreshIcons();
    void chooseFiles();
    void chooseTarget();
    void tell(const QString &words);
    bool actOnLetter(int key);

    MaterialsDesk *m_desk;
    PageImages *m_images;
    ErrorWords m_errorWords;
    QLabel *m_person;
    QLabel *m_item;
    QLabel *m_missing;
    QComboBox *m_scanners;
    QComboBox *m_profiles;
    KeyButton *m_scan;
    QLabel *m_count;
    QScrollArea *m_scroll;
    PageGrid *m_grid;
    QList<QPair<QToolButton *, const char *>> m_tools;
    QToolButton *m_undo;
    QToolButton *m_fit;
    QFrame *m_banner;
    QLabel *m_bannerWords;
    PagePreview *m_preview;
    QLabel *m_position;
    QLabel *m_facts;
    LineList *m_lines;
    KeyButton *m_done;
    QLabel *m_saved;
    QLabel *m_size;
};

} // namespace yichuang
