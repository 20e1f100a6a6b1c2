#include "ui/intake/IntakePage.h"

#include "ui/intake/AcceptedPanel.h"
#include "ui/intake/FormPresenter.h"
#include "ui/intake/FormView.h"
#include "ui/intake/ItemSearchBar.h"
#include "ui/intake/ItemSearchPresenter.h"
#include "ui/intake/MatterWords.h"
#include "ui/intake/PersonColumn.h"
#include "ui/intake/PersonPresenter.h"
#include "ui/intake/PersonStrip.h"
#include "ui/intake/RestoreBanner.h"
#include "ui/intake/SituationBar.h"
#include "ui/intake/SourceBar.h"
#include "ui/intake/StyleWords.h"
#include "ui/intake/VerdictColumn.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"

#include "intake/IntakeSession.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace yichuang::intakeui {

namespace {

constexpr int personWidth = 286;
constexpr int verdictWidth = 356;
// Below this the person column becomes one strip (STYLE.md 10); without the rail, which is 76 wide.
constexpr int stripBelow = 1240 - 76;

} // namespace

IntakePage::IntakePage(IntakeSession &session, const Catalog &catalog, const ItemSearch &search,
                       const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_person(new PersonPresenter(session, clock, this))
    , m_search(new ItemSearchPresenter(session, catalog, search, this))
    , m_form(new FormPresenter(session, this))
    , m_verdict(new VerdictPresenter(session, this))
{
    setObjectName(QStringLiteral("intakePage"));
    setProperty("page", true);
    setAttribute(Qt::WA_StyledBackground);
    build();
    connectColumns();
    connectSession();
    bindKeys();
    refreshItem();
    onState();
}

IntakePage::~IntakePage()
{
    // While all of it still stands: what is typed in the field in focus is taken as it loses the focus.
    hide();
}

void IntakePage::build()
{
    m_personColumn = new PersonColumn(*m_person, this);
    m_personColumn->setFixedWidth(personWidth);
    m_personStrip = new PersonStrip(*m_person, this);
    m_verdictColumn = new VerdictColumn(*m_verdict, m_session, this);
    m_verdictColumn->setFixedWidth(verdictWidth);
    m_restore = new RestoreBanner(this);
    m_saveBanner = new QLabel(this);
    m_saveBanner->setObjectName(QStringLiteral("saveBanner"));
    m_saveBanner->setProperty("banner", QStringLiteral("error"));
    m_saveBanner->setWordWrap(true);
    m_saveBanner->setContentsMargins(14, 6, 14, 6);
    m_saveBanner->hide();
    m_centre = new QStackedWidget(this);
    m_centre->addWidget(buildCentre());
    m_accepted = new AcceptedPanel(m_session, this);
    m_centre->addWidget(m_accepted);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(10);
    middle->addWidget(m_personStrip);
    middle->addWidget(m_centre, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(10);
    columns->addWidget(m_personColumn);
    columns->addLayout(middle, 1);
    columns->addWidget(m_verdictColumn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(10);
    layout->addWidget(m_restore);
    layout->addWidget(m_saveBanner);
    layout->addLayout(columns, 1);
}

QWidget *IntakePage::buildCentre()
{
    auto *centre = new QWidget(this);
    m_searchBar = new ItemSearchBar(*m_search, centre);
    m_formPanel = new QFrame(centre);
    m_formPanel->setProperty("panel", true);
    m_title = new QLabel(m_formPanel);
    m_title->setObjectName(QStringLiteral("itemTitle"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_tags = new QLabel(m_formPanel);
    m_tags->setProperty("role", QStringLiteral("tag"));
    setTone(m_tags, QLatin1String("ok"));
    m_situation = new SituationBar(m_formPanel);
    m_sources = new SourceBar(m_formPanel);
    m_formView = new FormView(*m_form, m_formPanel);
    m_empty = new QLabel(centre);
    m_empty->setObjectName(QStringLiteral("emptyState"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("role", QStringLiteral("secondary"));
    m_empty->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_tags);
    head->addStretch(1);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(14, 10, 14, 4);
    top->setSpacing(6);
    top->addLayout(head);
    top->addWidget(m_situation);
    top->addWidget(m_sources);
    auto *panel = new QVBoxLayout(m_formPanel);
    panel->setContentsMargins(1, 1, 1, 1);
    panel->setSpacing(0);
    panel->addLayout(top);
    panel->addWidget(m_formView, 1);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_searchBar);
    layout->addWidget(m_formPanel, 1);
    layout->addWidget(m_empty, 1);
    return centre;
}

void IntakePage::connectColumns()
{
    connect(m_personColumn, &PersonColumn::readAsked, this, [this](const QString &role) { readCard(role); });
    connect(m_personColumn, &PersonColumn::byHandAsked, this, &IntakePage::byHand);
    connect(m_personStrip, &PersonStrip::readAsked, this, [this] { readCard(QStringLiteral("applicant")); });
    connect(m_searchBar, &ItemSearchBar::chosen, this, &IntakePage::onHit);
    connect(m_searchBar, &ItemSearchBar::folded, this,
            [this] { m_formView->focusField(m_form->nextToAsk({})); });
    connect(m_situation, &SituationBar::answered, this,
            [this](const QString &question, const QJsonValue &answer) {
                if (const auto done = m_session.answerSituation(question, answer); !done)
                    report(done.error());
            });
    connect(m_formView, &FormView::fieldFocused, this,
            [this](const QString &key) { m_session.setFocusField(key); });
    connect(m_formView, &FormView::finished, this, [this] { m_verdictColumn->focusFirstMissing(); });
    connect(m_verdictColumn, &VerdictColumn::jumpAsked, this, &IntakePage::jump);
    connect(m_verdictColumn, &VerdictColumn::parkAsked, this, &IntakePage::park);
    connect(m_verdictColumn, &VerdictColumn::notifyAsked, this, &IntakePage::notify);
    connect(m_verdictColumn, &VerdictColumn::primaryAsked, this, &IntakePage::primary);
    connect(m_verdictColumn, &VerdictColumn::scanAsked, this, &IntakePage::materialsAsked);
    connect(m_verdictColumn, &VerdictColumn::failed, this, &IntakePage::report);
    connect(m_accepted, &AcceptedPanel::nextAsked, this, &IntakePage::next);
    connect(m_accepted, &AcceptedPanel::printAsked, this,
            [this](const QString &paper) { m_session.print(paper); });
    connect(m_restore, &RestoreBanner::restoreAsked, this, &IntakePage::restore);
}

void IntakePage::connectSession()
{
    connect(&theme(), &Theme::changed, this, &IntakePage::arrange);
    connect(&m_session, &IntakeSession::stateChanged, this, &IntakePage::onState);
    connect(&m_session, &IntakeSession::itemChanged, this, &IntakePage::refreshItem);
    connect(&m_session, &IntakeSession::situationChanged, this, &IntakePage::refreshItem);
    connect(m_form, &FormPresenter::countsChanged, this,
            [this] { m_sources->show(m_form->shares(), m_form->prefilledCount(), m_form->askedCount()); });
    connect(&m_session, &IntakeSession::cardTaken, this, [this] {
        if (!m_session.hasItem())
            focusItemSearch();
        else
            m_formView->focusField(m_form->nextToAsk(m_formView->focusedField()));
    });
    connect(&m_session, &IntakeSession::outcomeFailed, this, &IntakePage::report);
    connect(&m_session, &IntakeSession::pageFailed, this,
            [this](const QString &, const Error &error) { report(error); });
    connect(&m_session, &IntakeSession::paperFailed, this, &IntakePage::report);
    connect(&m_session, &IntakeSession::saveStateChanged, this, [this](SaveState state) {
        if (state == SaveState::Saved)
            m_saveBanner->hide();
    });
    connect(&m_session, &IntakeSession::otherPersonRead, this, &IntakePage::replacePerson);
    connect(&m_session, &IntakeSession::saveFailed, this, [this](const Error &error) {
        m_saveBanner->setText(errorText(error).inOneLine());
        m_saveBanner->show();
    });
}

void IntakePage::refreshItem()
{
    const bool hasItem = m_session.hasItem();
    m_formPanel->setVisible(hasItem);
    m_empty->setVisible(!hasItem);
    m_empty->setText(
        tr("No item chosen yet.\nType a name, an everyday name or pinyin initials above, such as bdczy."));
    m_title->setText(matterTitle(m_session));
    m_tags->setText(matterTags(m_session));
    m_tags->setVisible(!m_tags->text().isEmpty());
    m_situation->show(questionsOf(m_session));
    m_sources->show(m_form->shares(), m_form->prefilledCount(), m_form->askedCount());
    m_searchBar->showChosen(m_title->text());
}

void IntakePage::onState()
{
    const bool finished = isFinished(m_session.state());
    m_centre->setCurrentIndex(finished ? 1 : 0);
    m_verdictColumn->setEnabled(m_session.state() != IntakeState::Accepting);
    m_verdictColumn->setVisible(!finished);
    if (finished) {
        m_accepted->refresh();
        m_accepted->nextButton()->setFocus();
    }
    if (m_parking && m_session.state() == IntakeState::Empty) {
        m_parking = false;
        Q_EMIT toastAsked(tr("Parked. Ctrl+R takes it up again."), false);
        offerLeftDrafts();
    }
    QTimer::singleShot(0, this, &IntakePage::keepFocus);
    Q_EMIT keysChanged();
}

// The page's keys act where the focus is in it: what is hidden or disabled must not take them along.
void IntakePage::keepFocus()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool isGood = focus && focus->isEnabled() && focus->isVisible() && focus != window();
    if (isGood || !isVisible() || m_session.state() == IntakeState::Accepting)
        return;
    if (isFinished(m_session.state()))
        return m_accepted->nextButton()->setFocus();
    if (!m_session.hasItem())
        return focusItemSearch();
    const QString field = m_session.draft().focusField;
    m_formView->focusField(field.isEmpty() ? m_form->nextToAsk({}) : field);
    if (!isAncestorOf(QApplication::focusWidget()))
        m_verdictColumn->focusFirstMissing();
}

void IntakePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void IntakePage::arrange()
{
    // At larger text the same pixels hold less: the widths are compared in the units of the design.
    const double scale = theme().percent() / 100.0;
    const bool strip = width() / scale < stripBelow;
    m_personColumn->setVisible(!strip);
    m_personStrip->setVisible(strip);
    m_personColumn->setFixedWidth(int(personWidth * scale));
    m_verdictColumn->setFixedWidth(int(verdictWidth * qMin(scale, 1.2)));
}

} // namespace yichuang::intakeui
