// How the screen is put together.
#include "ui/cases/CaseTable.h"
#include "ui/cases/CasesPage.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Signs.h"
#include "ui/widgets/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

namespace yichuang {

namespace {

QFrame *strip(const char *kind, const QVariant &value, QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setProperty(kind, value);
    return made;
}

QLabel *label(const char *role, const QString &words, QWidget *parent)
{
    auto *made = new QLabel(words, parent);
    made->setProperty("role", QString::fromLatin1(role));
    return made;
}

QHBoxLayout *row(QWidget *bar, int margin, int above)
{
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(margin, above, margin, above);
    layout->setSpacing(8);
    return layout;
}

// What the signs of the list mean. The first thing to go where there is no room: the words stand in the rows.
class Legend final : public QWidget
{
public:
    explicit Legend(QWidget *parent)
        : QWidget(parent)
        , m_words{{Lamp::Fault, CasesPage::tr("overdue")},
                  {Lamp::Warn, CasesPage::tr("soon")},
                  {Lamp::Good, CasesPage::tr("ample")},
                  {Lamp::Stopped, CasesPage::tr("clock stopped")}}
    {
        setObjectName(QStringLiteral("legend"));
        QStringList words;
        for (const auto &each : m_words)
            words.append(each.second);
        setAccessibleName(words.join(QStringLiteral(", ")));
        connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
    }
    QSize sizeHint() const override
    {
        int wide = 0;
        for (const auto &[lamp, word] : m_words)
            wide += wideOf(word);
        return {wide, theme().px(20)};
    }
    QSize minimumSizeHint() const override { return {0, 0}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (width() < sizeHint().width())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(theme().font(13));
        painter.setPen(theme().tokens().text2);
        const int size = theme().px(12);
        int x = width() - sizeHint().width();
        for (const auto &[lamp, word] : m_words) {
            painter.save();
            drawLamp(painter, QRectF(x, (height() - size) / 2.0, size, size), lamp, theme().tokens());
            painter.restore();
            painter.drawText(QRect(x + size + theme().px(6), 0, wideOf(word), height()), Qt::AlignVCenter,
                             word);
            x += wideOf(word);
        }
    }

private:
    static int wideOf(const QString &word)
    {
        return theme().px(32) + QFontMetrics(theme().font(13)).horizontalAdvance(word);
    }

    const QList<std::pair<Lamp, QString>> m_words;
};

} // namespace

QWidget *CasesPage::buildTabs()
{
    QFrame *bar = strip("bar", true, this);
    auto *layout = new FlowLayout(bar);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    m_tabs = new QButtonGroup(this);
    m_tabs->setExclusive(true);
    for (const CaseFilter filter :
         {CaseFilter::Open, CaseFilter::Supplement, CaseFilter::Ready, CaseFilter::DueBy, CaseFilter::Today,
          CaseFilter::Unsent, CaseFilter::All}) {
        auto *tab = new QPushButton(bar);
        tab->setCheckable(true);
        tab->setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the list
        m_tabs->addButton(tab, static_cast<int>(filter));
        layout->addWidget(tab);
    }
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int id) {
        m_desk->choose(static_cast<CaseFilter>(id));
        m_table->setFocus();
    });
    return bar;
}

QWidget *CasesPage::buildSearch()
{
    QFrame *bar = strip("bar", true, this);
    auto *layout = row(bar, 10, 8);
    m_search = new QLineEdit(bar);
    m_search->setObjectName(QStringLiteral("caseSearch"));
    m_search->setPlaceholderText(tr("Name, telephone's last digits, case number  /"));
    m_search->setAccessibleName(tr("Find a case"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(60);
    m_search->setMinimumWidth(theme().px(300));
    connect(&theme(), &Theme::changed, this, [this] { m_search->setMinimumWidth(theme().px(300)); });
    connect(m_search, &QLineEdit::textChanged, m_desk, &CaseDesk::search);
    layout->addWidget(m_search);
    layout->addWidget(new Legend(bar), 1);
    return bar;
}

QWidget *CasesPage::buildBanners()
{
    auto *all = new QWidget(this);
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_offline = strip("banner", QStringLiteral("local"), all);
    m_offline->setObjectName(QStringLiteral("offline"));
    auto *offline = label(
        "secondary",
        tr("Working offline. These are the cases of this machine; they are sent when the line is back."),
        m_offline);
    offline->setWordWrap(true);
    row(m_offline, 12, 6)->addWidget(offline);
    m_failed = strip("banner", QStringLiteral("error"), all);
    m_failed->setObjectName(QStringLiteral("failed"));
    m_failedWords = label("secondary", {}, m_failed);
    m_failedWords->setWordWrap(true);
    auto *again = new QPushButton(tr("Try again F5"), m_failed);
    connect(again, &QPushButton::clicked, m_desk, &CaseDesk::refresh);
    auto *failed = row(m_failed, 12, 6);
    failed->addWidget(m_failedWords, 1);
    failed->addWidget(again);
    m_fresh = strip("banner", QStringLiteral("info"), all);
    m_fresh->setObjectName(QStringLiteral("fresh"));
    m_freshWords = label("secondary", {}, m_fresh);
    auto *show = new QPushButton(tr("Show F5"), m_fresh);
    show->setProperty("rank", QStringLiteral("inline"));
    connect(show, &QPushButton::clicked, m_desk, &CaseDesk::refresh);
    auto *fresh = row(m_fresh, 12, 4);
    fresh->addWidget(m_freshWords, 1);
    fresh->addWidget(show);
    for (QFrame *banner : {m_offline, m_failed, m_fresh}) {
        layout->addWidget(banner);
        banner->hide();
    }
    return all;
}

// What stands in the place of an empty list: one line, one way on.
QWidget *CasesPage::buildMessage()
{
    auto *message = new QWidget(this);
    m_message = label("panelTitle", {}, message);
    m_message->setObjectName(QStringLiteral("caseMessage"));
    m_wayOn = new QPushButton(message);
    m_wayOn->setObjectName(QStringLiteral("wayOn"));
    connect(m_wayOn, &QPushButton::clicked, this, [this] {
        if (m_desk->error())
            m_desk->refresh();
        else if (!m_desk->text().isEmpty())
            m_search->clear();
        else
            m_tabs->button(static_cast<int>(CaseFilter::All))->click();
    });
    auto *layout = new QVBoxLayout(message);
    layout->addStretch(2);
    layout->addWidget(m_message, 0, Qt::AlignHCenter);
    layout->addWidget(m_wayOn, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return message;
}

QWidget *CasesPage::buildFoot()
{
    QFrame *foot = strip("footer", true, this);
    foot->setMinimumHeight(theme().px(40));
    m_foot = label("secondary", {}, foot);
    m_loaded = label("secondary", {}, foot);
    auto *layout = row(foot, 14, 6);
    layout->addWidget(m_foot, 1);
    layout->addWidget(m_loaded);
    return foot;
}

QWidget *CasesPage::buildList()
{
    QFrame *frame = strip("panel", true, this);
    m_stack = new QStackedWidget(frame);
    m_table = new CaseTable(*m_desk, m_stack);
    m_stack->addWidget(m_table);
    m_stack->addWidget(buildMessage());
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildTabs());
    layout->addWidget(buildSearch());
    layout->addWidget(buildBanners());
    layout->addWidget(m_stack, 1);
    layout->addWidget(buildFoot());
    return frame;
}

} // namespace yichuang
