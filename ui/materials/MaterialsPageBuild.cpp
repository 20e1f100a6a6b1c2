// How the screen is put together, and what it shows of the desk.
#include "ui/materials/LineList.h"
#include "ui/materials/MaterialsPage.h"
#include "ui/materials/PageGrid.h"
#include "ui/materials/PagePreview.h"
#include "ui/materials/PageWords.h"
#include "ui/materials/ScanCard.h"
#include "ui/widgets/Choice.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>

namespace yichuang {

namespace {

constexpr int pagesWidth = 252;
constexpr int checklistWidth = 356;

// The side panels do not grow with the largest text, or the page in the middle would have no room.
void keepWidth(QWidget *widget, int at100Percent)
{
    atEveryTextSize(widget, [at100Percent](QWidget *kept) {
        kept->setFixedWidth(at100Percent * qMin(theme().percent(), 120) / 100);
    });
}

QFrame *panel(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("panel", true);
    return frame;
}

QLabel *label(const char *role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

QHBoxLayout *row(QWidget *bar, int left = 12, int right = 12)
{
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(left, 4, right, 4);
    layout->setSpacing(8);
    return layout;
}

QWidget *bar(const char *kind, int height, QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setProperty(kind, true);
    atEveryTextSize(made, [height](QWidget *kept) { kept->setMinimumHeight(theme().px(height)); });
    return made;
}

QVBoxLayout *column(QWidget *frame)
{
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1); // the frame's own line
    layout->setSpacing(0);
    return layout;
}

// A property that the style sheet reads; the widget is drawn anew where it changed.
void put(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

QWidget *MaterialsPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setObjectName(QStringLiteral("materialsHead"));
    atEveryTextSize(head, [](QWidget *kept) { kept->setFixedHeight(theme().px(52)); });
    head->setProperty("head", true);
    m_person = label("title", head);
    m_item = label("secondary", head);
    m_missing = label("tag", head);
    atEveryTextSize(m_missing, [](QWidget *kept) { kept->setFixedHeight(theme().px(24)); });
    m_scanners = new Choice(head);
    m_scanners->setAccessibleName(tr("Scanner"));
    m_scanners->setMinimumWidth(176);
    m_profiles = new Choice(head);
    m_profiles->setAccessibleName(tr("How to scan"));
    m_profiles->setMinimumWidth(178);
    auto *import = new KeyButton(tr("Import"), QStringLiteral("Ctrl+O"), head);
    m_scan = new KeyButton(tr("Scan"), QStringLiteral("F8"), head);
    m_scan->setObjectName(QStringLiteral("scan"));
    connect(import, &QPushButton::clicked, this, &MaterialsPage::chooseFiles);
    connect(m_scan, &QPushButton::clicked, m_desk, &MaterialsDesk::scan);
    auto *layout = row(head, 14, 10);
    layout->addWidget(m_person);
    layout->addWidget(m_item);
    layout->addWidget(m_missing);
    layout->addStretch(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_scanners), static_cast<QWidget *>(m_profiles),
                            static_cast<QWidget *>(import), static_cast<QWidget *>(m_scan)})
        layout->addWidget(widget);
    return head;
}

QWidget *MaterialsPage::buildPages()
{
    QFrame *frame = panel(this);
    keepWidth(frame, pagesWidth);
    auto *head = bar("bar", 40, frame);
    m_count = label("secondary", head);
    auto *title = label("panelTitle", head);
    title->setText(tr("Pages"));
    auto *headRow = row(head);
    headRow->addWidget(title);
    headRow->addWidget(m_count, 1);
    m_grid = new PageGrid(*m_desk, *m_images, frame);
    m_grid->setAccessibleName(tr("Pages"));
    m_scroll = new QScrollArea(frame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_grid);
    auto *foot = bar("footer", 50, frame);
    auto *earlier = new KeyButton(tr("Earlier"), QStringLiteral("Ctrl+←"), foot);
    auto *move = new KeyButton(tr("Move to"), QStringLiteral("M"), foot);
    connect(earlier, &QPushButton::clicked, this, [this] { m_desk->moveCurrent(-1); });
    connect(move, &QPushButton::clicked, this, &MaterialsPage::chooseTarget);
    auto *footRow = row(foot, 10, 10);
    footRow->addWidget(earlier);
    footRow->addWidget(move);
    footRow->addStretch(1);
    auto *layout = column(frame);
    layout->addWidget(head);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(foot);
    return frame;
}

QToolButton *MaterialsPage::tool(const char *iconName, const QString &words, const QString &key,
                                 std::function<void()> act)
{
    auto *button = new QToolButton(this);
    // The largest text has no room under the icons; the words stay in the tool tip.
    atEveryTextSize(button, [](QToolButton *sized) {
        const bool largest = theme().percent() >= 150;
        sized->setToolButtonStyle(largest ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextUnderIcon);
    });
    button->setToolTip(words + u' ' + key);
    button->setIconSize(QSize(20, 20));
    button->setText(words + u' ' + key);
    button->setAccessibleName(words + QStringLiteral(" (") + key + u')');
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus with the pages
    button->setMinimumSize(theme().px(60), theme().px(48));
    connect(button, &QToolButton::clicked, this, std::move(act));
    m_tools.append({button, iconName});
    return button;
}

QWidget *MaterialsPage::buildTools()
{
    auto *tools = bar("bar", 58, this);
    auto *layout = row(tools, 8, 8);
    layout->setSpacing(2);
    layout->addWidget(
        tool("rotate-left", tr("Turn left"), QStringLiteral("L"), [this] { m_desk->rotate(-1); }));
    layout->addWidget(
        tool("rotate-right", tr("Turn right"), QStringLiteral("R"), [this] { m_desk->rotate(1); }));
    layout->addSpacing(12);
    layout->addWidget(tool("zoom-out", tr("Smaller"), QStringLiteral("−"), [this] { m_preview->zoom(-1); }));
    layout->addWidget(tool("zoom-in", tr("Larger"), QStringLiteral("+"), [this] { m_preview->zoom(1); }));
    m_fit = tool("fit", tr("Whole page"), QStringLiteral("0"), [this] { m_preview->fit(); });
    m_fit->setCheckable(true);
    layout->addWidget(m_fit);
    layout->addSpacing(12);
    layout->addWidget(tool("trash", tr("Delete"), QStringLiteral("Del"), [this] { m_desk->remove(); }));
    layout->addStretch(1);
    m_undo = tool("undo", tr("Undo"), QStringLiteral("Ctrl+Z"), [this] { m_desk->undo(); });
    layout->addWidget(m_undo);
    return tools;
}

QWidget *MaterialsPage::buildPreview()
{
    QFrame *frame = panel(this);
    m_banner = new QFrame(frame);
    m_banner->setObjectName(QStringLiteral("banner"));
    m_banner->setProperty("banner", QStringLiteral("error"));
    m_bannerWords = label("banner", m_banner);
    m_bannerWords->setObjectName(QStringLiteral("bannerWords"));
    m_bannerWords->setWordWrap(true);
    auto *close = new QPushButton(tr("Close"), m_banner);
    close->setProperty("bare", true);
    connect(close, &QPushButton::clicked, this, [this] { tell({}); });
    auto *bannerRow = row(m_banner, 14, 14);
    bannerRow->addWidget(m_bannerWords, 1);
    bannerRow->addWidget(close);
    m_banner->hide();
    m_preview = new PagePreview(*m_desk, *m_images, frame);
    m_preview->setAccessibleName(tr("Current page"));
    auto *foot = bar("footer", 46, frame);
    auto *previous = new KeyButton(tr("Previous"), QStringLiteral("PgUp"), foot);
    auto *next = new KeyButton(tr("Next"), QStringLiteral("PgDn"), foot);
    connect(previous, &QPushButton::clicked, this, [this] { m_desk->step(-1); });
    connect(next, &QPushButton::clicked, this, [this] { m_desk->step(1); });
    m_position = label("groupHead", foot);
    m_facts = label("secondary", foot);
    auto *footRow = row(foot);
    footRow->addWidget(previous);
    footRow->addWidget(m_position);
    footRow->addWidget(next);
    footRow->addStretch(1);
    footRow->addWidget(m_facts);
    auto *layout = column(frame);
    layout->addWidget(buildTools());
    layout->addWidget(m_banner);
    layout->addWidget(m_preview, 1);
    layout->addWidget(foot);
    return frame;
}

QWidget *MaterialsPage::buildChecklist()
{
    auto *side = new QWidget(this);
    keepWidth(side, checklistWidth);
    QFrame *frame = panel(side);
    auto *head = bar("bar", 40, frame);
    auto *title = label("panelTitle", head);
    title->setText(tr("Checklist"));
    auto *hint = label("secondary", head);
    hint->setText(tr("a digit files the chosen pages"));
    auto *headRow = row(head);
    headRow->addWidget(title);
    headRow->addWidget(hint, 1);
    m_lines = new LineList(*m_desk, frame);
    auto *foot = bar("footer", 98, frame);
    m_saved = label("secondary", foot);
    m_saved->setObjectName(QStringLiteral("saved"));
    m_size = label("secondary", foot);
    auto *back = new KeyButton(tr("Back"), QStringLiteral("Alt+←"), foot);
    m_done = new KeyButton(tr("Papers done"), QStringLiteral("F9"), foot);
    m_done->setObjectName(QStringLiteral("done"));
    m_done->setProperty("primary", true);
    for (KeyButton *button : {back, m_done})
        button->setProperty("rank", QStringLiteral("action"));
    connect(back, &QPushButton::clicked, this, &MaterialsPage::backAsked);
    connect(m_done, &QPushButton::clicked, this, &MaterialsPage::finishAsked);
    auto *facts = new QHBoxLayout;
    facts->addWidget(m_saved, 1);
    facts->addWidget(m_size);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(back);
    buttons->addWidget(m_done, 1);
    auto *footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(12, 8, 12, 10);
    footColumn->addLayout(facts);
    footColumn->addLayout(buttons);
    auto *layout = column(frame);
    layout->addWidget(head);
    layout->addWidget(m_lines, 1);
    layout->addWidget(foot);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(10);
    sideColumn->addWidget(new ScanCard(*m_desk, side));
    sideColumn->addWidget(frame, 1);
    return side;
}

void MaterialsPage::refresh()
{
    m_count->setText(tr("%n page(s)", nullptr, m_desk->pageCount()));
    const auto &lines = m_desk->lines();
    const auto missing =
        static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const ChecklistLine &line) {
            return line.required && line.state == LineState::Missing && line.pages == 0;
        }));
    m_missing->setVisible(!lines.isEmpty());
    m_missing->setText(missing > 0 ? tr("%n still missing", nullptr, missing) : tr("nothing missing"));
    put(m_missing, "tone", QString::fromLatin1(missing > 0 ? "warn" : "ok"));
    put(m_done, "ready", missing == 0 && !lines.isEmpty());
    const DraftPage *page = m_desk->currentPage();
    m_position->setText(
        page
            ? tr("page %1 of %2").arg(m_desk->positionInGroup() + 1).arg(m_desk->currentGroup()->pages.size())
            : QString());
    m_facts->setText(page ? tr("%1  %2 %").arg(sizeWords(page->size)).arg(m_preview->percent()) : QString());
    m_fit->setChecked(m_preview->isFitted());
    m_undo->setEnabled(m_desk->canUndo());
    for (const auto &[button, name] : std::as_const(m_tools)) {
        if (button != m_undo)
            button->setEnabled(page);
    }
    m_saved->setText(m_desk->isSaved() ? tr("Saved on this machine, safe from a power cut") : tr("Saving"));
    m_size->setText(tr("%1 in all").arg(sizeWords(m_desk->totalBytes())));
    Q_EMIT keysChanged();
}

void MaterialsPage::refreshScanners()
{
    m_scanners->clear();
    for (const ScannerChoice &choice : m_desk->scanners())
        m_scanners->addItem(choice.ready ? choice.name : tr("%1 (not ready)").arg(choice.name), choice.id);
    m_scanners->setCurrentIndex(m_scanners->findData(m_desk->scanner()));
    m_profiles->clear();
    for (const ScanProfile &profile : m_desk->profiles())
        m_profiles->addItem(profile.name, profile.id);
    m_profiles->setCurrentIndex(m_profiles->findData(m_desk->profile()));
    const bool idle =
        m_desk->scanState() == MaterialsDesk::ScanState::Idle && !m_desk->fileImport().isRunning();
    for (QWidget *widget : {static_cast<QWidget *>(m_scanners), static_cast<QWidget *>(m_profiles),
                            static_cast<QWidget *>(m_scan)})
        widget->setEnabled(idle && !m_desk->scanner().isEmpty());
    if (!idle)
        tell({}); // what went wrong before belongs to an earlier try
}

void MaterialsPage::refreshIcons()
{
    for (const auto &[button, name] : std::as_const(m_tools))
        button->setIcon(icon(QLatin1String(name), theme().tokens().text));
}

} // namespace yichuang
