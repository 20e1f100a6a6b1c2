#include "ui/materials/MaterialsPage.h"

#include "ui/materials/LineList.h"
#include "ui/materials/PageGrid.h"
#include "ui/materials/PagePreview.h"
#include "ui/materials/PageWords.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>

namespace yichuang {

MaterialsPage::MaterialsPage(PageTray &tray, PageSource &source, ErrorWords errorWords, QWidget *parent)
    : QWidget(parent)
    , m_desk(new MaterialsDesk(tray, source, this))
    , m_images(new PageImages(tray, this))
    , m_errorWords(std::move(errorWords))
{
    setProperty("page", true);
    setObjectName(QStringLiteral("materialsPage"));
    setAcceptDrops(true);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(10, 10, 10, 10);
    columns->setSpacing(10);
    columns->addWidget(buildPages());
    columns->addWidget(buildPreview(), 1);
    columns->addWidget(buildChecklist());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addLayout(columns, 1);
    connectDesk();
    bindKeys();
    refreshIcons();
    refreshScanners();
    refresh();
}

void MaterialsPage::connectDesk()
{
    connect(m_desk, &MaterialsDesk::changed, this, &MaterialsPage::refresh);
    connect(m_desk, &MaterialsDesk::selectionChanged, this, &MaterialsPage::refresh);
    connect(m_desk, &MaterialsDesk::scanChanged, this, &MaterialsPage::refreshScanners);
    connect(m_desk, &MaterialsDesk::failed, this, [this](const Error &error) { tell(m_errorWords(error)); });
    connect(m_desk, &MaterialsDesk::fileRefused, this,
            [this](const QString &name, PageFileFault fault) { tell(faultWords(name, fault)); });
    connect(m_desk, &MaterialsDesk::tooManyFiles, this, [this](int maximum) {
        tell(tr("Nothing was imported: at most %1 files at a time. Choose fewer; the pages that are here are "
                "kept.")
                 .arg(maximum));
    });
    connect(m_grid, &PageGrid::currentMoved, this, [this](const QRect &rect) {
        m_scroll->ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height());
    });
    connect(m_preview, &PagePreview::zoomChanged, this, &MaterialsPage::refresh);
    connect(m_scanners, &QComboBox::activated, this,
            [this](int index) { m_desk->chooseScanner(m_scanners->itemData(index).toString()); });
    connect(m_profiles, &QComboBox::activated, this,
            [this](int index) { m_desk->chooseProfile(m_profiles->itemData(index).toString()); });
    connect(&theme(), &Theme::changed, this, &MaterialsPage::refreshIcons);
}

void MaterialsPage::bind(const QKeySequence &key, std::function<void()> act)
{
    auto *shortcut = new QShortcut(key, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(act));
}

void MaterialsPage::bindKeys()
{
    bind(QKeySequence(Qt::Key_F8), [this] { m_desk->scan(); });
    bind(QKeySequence(Qt::SHIFT | Qt::Key_F8), [this] { m_desk->scanAgain(); });
    bind(QKeySequence(Qt::Key_F9), [this] { Q_EMIT finishAsked(); });
    bind(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { Q_EMIT backAsked(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_desk->undo(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { chooseFiles(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Left), [this] { m_desk->moveCurrent(-1); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Right), [this] { m_desk->moveCurrent(1); });
    bind(QKeySequence(Qt::Key_PageUp), [this] { m_desk->step(-1); });
    bind(QKeySequence(Qt::Key_PageDown), [this] { m_desk->step(1); });
    bind(QKeySequence(Qt::Key_Delete), [this] { m_desk->remove(); });
    bind(QKeySequence(Qt::Key_Escape), [this] { m_desk->stopScan(); });
}

QList<MaterialsPage::Key> MaterialsPage::keys() const
{
    return {
        {QStringLiteral("F8"), tr("Scan"), [this] { m_desk->scan(); }},
        {QStringLiteral("Shift+F8"), tr("Scan page again"), [this] { m_desk->scanAgain(); }},
        {QStringLiteral("L R"), tr("Turn"), [this] { m_desk->rotate(1); }},
        {QStringLiteral("1–9"), tr("File under"), {}},
        {QStringLiteral("PgUp PgDn"), tr("Leaf"), [this] { m_desk->step(1); }},
        {QStringLiteral("Del"), tr("Delete"), [this] { m_desk->remove(); }},
        {QStringLiteral("Ctrl+Z"), tr("Undo"), [this] { m_desk->undo(); }},
        {QStringLiteral("F9"), tr("Done"),
         [this] { Q_EMIT const_cast<MaterialsPage *>(this)->finishAsked(); }},
    };
}

void MaterialsPage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!plain || event->isAutoRepeat() || !actOnLetter(event->key()))
        QWidget::keyPressEvent(event);
}

bool MaterialsPage::actOnLetter(int key)
{
    if (key >= Qt::Key_1 && key <= Qt::Key_9)
        return m_desk->refileTo(key - Qt::Key_0);
    switch (key) {
    case Qt::Key_L:
        m_desk->rotate(-1);
        return true;
    case Qt::Key_R:
        m_desk->rotate(1);
        return true;
    case Qt::Key_M:
        chooseTarget();
        return true;
    case Qt::Key_0:
        m_preview->fit();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_preview->zoom(1);
        return true;
    case Qt::Key_Minus:
        m_preview->zoom(-1);
        return true;
    default:
        return false;
    }
}

void MaterialsPage::showCase(const QString &person, const QString &item)
{
    m_person->setText(person);
    m_item->setText(item);
}

void MaterialsPage::scanOnto(const QString &line)
{
    m_desk->chooseLine(line);
    m_grid->setFocus();
}

// Every line, also those beyond the digits, and the tray.
void MaterialsPage::chooseTarget()
{
    if (m_desk->selectedCount() == 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ChecklistLine &line : m_desk->lines())
        menu->addAction(QStringLiteral("%1  %2").arg(line.number).arg(line.name), this,
                        [this, code = line.line] { m_desk->refile(code); });
    menu->addAction(tr("Not filed yet"), this, [this] { m_desk->refile({}); });
    menu->popup(m_grid->mapToGlobal(m_grid->rectOf(m_desk->current()).bottomLeft()));
}

void MaterialsPage::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Import pages"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Pages (*.jpg *.jpeg *.png *.pdf)"));
    connect(dialog, &QFileDialog::filesSelected, m_desk, &MaterialsDesk::importFiles);
    dialog->open();
}

void MaterialsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MaterialsPage::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    m_desk->importFiles(paths);
    event->acceptProposedAction();
}

void MaterialsPage::tell(const QString &words)
{
    m_bannerWords->setText(words);
    m_banner->setVisible(!words.isEmpty());
}

} // namespace yichuang
