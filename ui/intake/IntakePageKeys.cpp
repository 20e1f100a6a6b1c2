#include "ui/intake/IntakePage.h"

#include "ui/intake/DeclineDialog.h"
#include "ui/intake/FormPresenter.h"
#include "ui/intake/FormView.h"
#include "ui/intake/ItemSearchBar.h"
#include "ui/intake/ManualPersonDialog.h"
#include "ui/intake/MatterWords.h"
#include "ui/intake/NoticeDialog.h"
#include "ui/intake/PersonPresenter.h"
#include "ui/intake/RestoreBanner.h"
#include "ui/intake/SituationBar.h"
#include "ui/intake/StyleWords.h"
#include "ui/intake/VerdictColumn.h"
#include "ui/widgets/ErrorText.h"

#include "base/Clock.h"
#include "intake/IntakeSession.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>

namespace yichuang::intakeui {

namespace {

// A held key never accepts two cases (STYLE.md 6).
constexpr int repeatIgnored = 800;

} // namespace

QList<IntakePage::Key> IntakePage::keys() const
{
    auto *self = const_cast<IntakePage *>(this);
    if (isFinished(m_session.state()))
        return {{QStringLiteral("F4"), tr("Next person"), [self] { self->next(); }},
                {QStringLiteral("F10"), tr("Print again"), [self] { self->print(); }}};
    return {{QStringLiteral("F2"), tr("Read card"), [self] { self->readCard(self->roleInFocus()); }},
            {QStringLiteral("F6"), tr("Park"), [self] { self->park(); }},
            {QStringLiteral("F7"), tr("One-time notice"), [self] { self->notify(); }},
            {QStringLiteral("F8"), tr("Scan"), [self] { self->scan(); }},
            {QStringLiteral("F9"), tr("Accept"), [self] { self->primary(); }},
            {QStringLiteral("Ctrl+L"), tr("Choose item"), [self] { self->focusItemSearch(); }},
            {QStringLiteral("Ctrl+D"), tr("Do not accept"), [self] { self->decline(); }}};
}

void IntakePage::bindKeys()
{
    const auto bind = [this](const QString &keys, auto act) {
        auto *shortcut = new QShortcut(QKeySequence(keys), this);
        shortcut->setAutoRepeat(false);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(QStringLiteral("F2"), [this] { readCard(roleInFocus()); });
    bind(QStringLiteral("Shift+F2"), [this] { byHand(roleInFocus()); });
    bind(QStringLiteral("F4"), [this] { next(); });
    bind(QStringLiteral("F6"), [this] { park(); });
    bind(QStringLiteral("F7"), [this] { notify(); });
    bind(QStringLiteral("F8"), [this] { scan(); });
    bind(QStringLiteral("F9"), [this] { primary(); });
    bind(QStringLiteral("F10"), [this] { print(); });
    bind(QStringLiteral("Ctrl+R"), [this] { m_restore->take(); });
    bind(QStringLiteral("Ctrl+I"), [this] { showWholeNumber(); });
    bind(QStringLiteral("Ctrl+L"), [this] { focusItemSearch(); });
    bind(QStringLiteral("Ctrl+D"), [this] { decline(); });
    bind(QStringLiteral("Ctrl+J"), [this] { m_verdictColumn->focusFirstMissing(); });
    bind(QStringLiteral("Ctrl+Down"), [this] { m_formView->stepGroup(1); });
    bind(QStringLiteral("Ctrl+Up"), [this] { m_formView->stepGroup(-1); });
    bind(QStringLiteral("Esc"), [this] { m_session.cancelReading(); });
    for (int digit = 1; digit <= 6; ++digit) {
        bind(QStringLiteral("Ctrl+Alt+%1").arg(digit), [this, digit] {
            if (digit <= m_verdict->gaps().size())
                jump(m_verdict->gaps().at(digit - 1));
        });
    }
}

// The applicant comes first; after that, in the group of another party the card of that party is meant.
QString IntakePage::roleInFocus() const
{
    const bool inForm = m_formView->isAncestorOf(focusWidget());
    return m_person->isKnown() && inForm ? m_form->roleAt(m_formView->focusedField())
                                         : QStringLiteral("applicant");
}

void IntakePage::readCard(const QString &role)
{
    if (const auto done = m_session.readCard(role); !done)
        report(done.error());
}

// Another card would take the place of a person whose matter is half written: that is asked first.
void IntakePage::replacePerson(const QString &role, const CardValues &card)
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Another card"),
                                     tr("%1 here is %2; this card is of %3. Put %3 in this place?")
                                         .arg(roleWord(role), m_session.draft().party(role)->name, card.name),
                                     QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("replacePerson"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *stay = question->addButton(tr("Leave as it is (Esc)"), QMessageBox::RejectRole);
    QPushButton *take = question->addButton(tr("Another person (Enter)"), QMessageBox::AcceptRole);
    question->setEscapeButton(stay);
    question->setDefaultButton(take);
    connect(take, &QPushButton::clicked, this, [this, role, card] {
        if (const auto done = m_session.takeCard(card, role); !done)
            report(done.error());
    });
    question->open();
}

void IntakePage::showWholeNumber()
{
    if (!m_person->isKnown())
        return;
    m_person->showWhole(true);
    m_session.recordViewing();
    qApp->installEventFilter(this);
}

// Letting go of either key hides the number again, wherever the focus is.
bool IntakePage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isRelease =
        event->type() == QEvent::KeyRelease && !static_cast<QKeyEvent *>(event)->isAutoRepeat();
    const int key = isRelease ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key == Qt::Key_I || key == Qt::Key_Control || event->type() == QEvent::ApplicationDeactivate) {
        qApp->removeEventFilter(this);
        m_person->showWhole(false);
    }
    return QWidget::eventFilter(watched, event);
}

void IntakePage::scan()
{
    const QString line = m_verdictColumn->currentLine();
    Q_EMIT materialsAsked(line.isEmpty() ? firstMissingLine(*m_verdict) : line);
}

void IntakePage::commitTyped()
{
    m_formView->commitFocused();
}

void IntakePage::focusItemSearch()
{
    if (!isFinished(m_session.state()))
        m_searchBar->open();
}

void IntakePage::onHit(const ItemHit &hit)
{
    const auto done = hit.isBundle ? m_session.chooseBundle(hit.code) : m_session.chooseItem(hit.code);
    if (!done) {
        report(done.error());
        return;
    }
    m_searchBar->fold();
    const QString open = firstOpenQuestion(m_session);
    if (!open.isEmpty())
        m_situation->focusQuestion(open);
    else
        m_formView->focusField(m_form->nextToAsk({}));
}

void IntakePage::jump(const GapView &gap)
{
    switch (gap.jump) {
    case GapView::Jump::Field:
        m_formView->focusField(gap.target);
        break;
    case GapView::Jump::Material:
        m_verdictColumn->focusLine(gap.target);
        break;
    case GapView::Jump::Situation:
        m_situation->focusQuestion(gap.target);
        break;
    case GapView::Jump::Person:
        readCard(gap.target.isEmpty() ? QStringLiteral("applicant") : gap.target);
        break;
    case GapView::Jump::None:
        break;
    }
}

void IntakePage::primary()
{
    m_formView->commitFocused();
    if (isFinished(m_session.state()))
        return;
    if (!m_verdict->primaryIsReady()) {
        if (!m_verdict->gaps().isEmpty())
            jump(m_verdict->gaps().first());
        else
            focusItemSearch();
        return;
    }
    const qint64 now = m_clock.monotonicMilliseconds();
    if (m_lastPrimary >= 0 && now - m_lastPrimary < repeatIgnored)
        return;
    m_lastPrimary = now;
    const auto done = m_session.mayAcceptHere() ? m_session.accept() : m_session.collectOnly();
    if (!done)
        report(done.error());
}

void IntakePage::notify()
{
    if (!allows(m_session.state(), IntakeCommand::Notify))
        return;
    m_formView->commitFocused();
    // Who can never be granted it is not sent for papers: they are told so, with the ground.
    if (m_session.verdict().impossible) {
        Q_EMIT toastAsked(tr("This cannot be granted, whatever is brought. Tell the person so with Ctrl+D."),
                          true);
        return;
    }
    auto *dialog = new NoticeDialog(matterTitle(m_session), m_verdict->missing(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto done = m_session.notifyOnce(dialog->missing()); !done)
            report(done.error());
    });
    dialog->open();
}

void IntakePage::decline()
{
    if (!allows(m_session.state(), IntakeCommand::Decline))
        return;
    auto *dialog =
        new DeclineDialog(matterTitle(m_session), m_session.verdict(), m_session.matter().ground, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto done = m_session.decline(dialog->refusal()); !done)
            report(done.error());
    });
    dialog->open();
}

void IntakePage::byHand(const QString &role)
{
    auto *dialog = new ManualPersonDialog(role, businessDate(m_clock.now()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto done = m_session.enterPersonByHand(dialog->person(), dialog->reason()); !done)
            report(done.error());
    });
    dialog->open();
}

void IntakePage::park()
{
    m_formView->commitFocused();
    m_parking = true;
    if (const auto done = m_session.park(); !done) {
        m_parking = false;
        report(done.error());
    }
}

void IntakePage::next()
{
    if (!isFinished(m_session.state())) {
        Q_EMIT nextPersonAsked();
        return;
    }
    m_session.next();
    m_lastPrimary = -1;
    focusItemSearch();
}

// The paper that did not come out first; otherwise a further copy of the first one.
void IntakePage::print()
{
    const QList<IssuedPaper> &papers = m_session.papers();
    if (papers.isEmpty())
        return;
    const auto refused = [](const IssuedPaper &paper) { return paper.state == IssuedPaper::State::Refused; };
    const auto found = std::find_if(papers.begin(), papers.end(), refused);
    if (const auto done = m_session.print(found == papers.end() ? papers.first().paper : found->paper); !done)
        report(done.error());
}

void IntakePage::offerLeftDrafts()
{
    whenFinished(m_session.leftDrafts(), this, [this](const Result<QList<DraftDocument>> &drafts) {
        if (!drafts) {
            report(drafts.error());
            return;
        }
        QStringList names;
        for (const DraftDocument &draft : *drafts)
            names.append(m_session.matterName(draft));
        m_restore->offer(*drafts, names);
    });
}

void IntakePage::restore(const DraftDocument &draft)
{
    if (const auto done = m_session.restore(draft); !done) {
        report(done.error());
        return;
    }
    m_formView->focusField(draft.focusField.isEmpty() ? m_form->nextToAsk({}) : draft.focusField);
}

void IntakePage::report(const Error &error)
{
    Q_EMIT toastAsked(errorText(error).inOneLine(), true);
}

} // namespace yichuang::intakeui
