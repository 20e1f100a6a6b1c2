#include "ui/intake/FormView.h"

#include "ui/intake/FieldEditor.h"
#include "ui/intake/FormGroup.h"
#include "ui/intake/FormPresenter.h"
#include "ui/intake/GroupTabs.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yichuang::intakeui {

namespace {

constexpr int oneColumnBelow = 600;

} // namespace

FormView::FormView(FormPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_tabs(new GroupTabs(this))
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("formView"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_tabs, &GroupTabs::chosen, this,
            [this](int group) { focusField(m_presenter.firstOfGroup(group)); });
    connect(&presenter, &FormPresenter::formReset, this, &FormView::rebuild);
    connect(&presenter, &FormPresenter::fieldsChanged, this, &FormView::refresh);
    rebuild();
}

void FormView::rebuild()
{
    // An answer may bring fields in and out: whoever was typing goes on where they were, and no group that is
    // open folds under their hands.
    const QWidget *focus = QApplication::focusWidget();
    const bool wasHere = focus && isAncestorOf(focus);
    QSet<QString> open;
    for (const FormGroup *group : std::as_const(m_groups)) {
        if (group->isOpen())
            open.insert(group->objectName());
    }
    // A field that loses the focus by going away has not been left by the clerk. (A bare disconnect() would
    // cut Qt's own connections to destroyed() as well.)
    for (FormGroup *group : std::as_const(m_groups)) {
        disconnect(group, nullptr, this, nullptr);
        disconnect(group, nullptr, &m_presenter, nullptr);
    }
    m_groups.clear();
    auto *content = new QWidget;
    content->setObjectName(QStringLiteral("formContent"));
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    int number = 0;
    for (const GroupView &group : m_presenter.groups()) {
        auto *shown = new FormGroup(++number, group, content);
        shown->setOpen(!group.complete || open.contains(shown->objectName()));
        connect(shown, &FormGroup::left, &m_presenter, &FormPresenter::commit);
        connect(shown, &FormGroup::paused, &m_presenter, &FormPresenter::keep);
        connect(shown, &FormGroup::entered, this, &FormView::onEntered);
        connect(shown, &FormGroup::focused, this, [this](const QString &key) {
            m_focused = key;
            m_tabs->setCurrent(m_presenter.groupOf(key));
            Q_EMIT fieldFocused(key);
        });
        layout->addWidget(shown);
        m_groups.append(shown);
    }
    layout->addStretch(1);
    arrange();
    m_scroll->setWidget(content);
    m_tabs->show(m_presenter.groups());
    if (!wasHere)
        return;
    focusField(m_focused);
    if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        line->end(false); // typing goes on at its end
}

void FormView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

// Two columns where there is room, and one at the largest text (STYLE.md 7).
void FormView::arrange()
{
    const bool two = width() >= theme().px(oneColumnBelow) && theme().percent() < 150;
    for (FormGroup *group : std::as_const(m_groups))
        group->setTwoColumns(two);
}

void FormView::refresh()
{
    const QList<GroupView> &groups = m_presenter.groups();
    for (qsizetype index = 0; index < groups.size() && index < m_groups.size(); ++index)
        m_groups.at(index)->show(groups.at(index));
    m_tabs->show(groups);
}

FieldEditor *FormView::editor(const QString &key) const
{
    for (const FormGroup *group : m_groups) {
        if (FieldEditor *found = group->editor(key))
            return found;
    }
    return nullptr;
}

void FormView::focusField(const QString &key)
{
    FieldEditor *found = editor(key);
    if (!found)
        return;
    m_groups.at(m_presenter.groupOf(key))->setOpen(true);
    found->input()->setFocus(Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(found, 0, 60);
}

void FormView::onEntered(const QString &key, const QString &text)
{
    m_presenter.commit(key, text);
    const FieldView *field = m_presenter.field(key);
    // A text that does not hold is put right before going on.
    if (field && !field->error.isEmpty() && field->blocking) {
        if (auto *line = qobject_cast<QLineEdit *>(editor(key)->input()))
            line->selectAll();
        return;
    }
    const QString next = m_presenter.nextToAsk(key);
    if (next.isEmpty())
        Q_EMIT finished();
    else
        focusField(next);
}

void FormView::commitFocused()
{
    // By the window's own focus: it stays where it was while the window itself is not the active one.
    FieldEditor *focused = editor(m_focused);
    if (focused && window()->focusWidget() == focused->input())
        m_presenter.commit(m_focused, focused->text());
}

void FormView::stepGroup(int steps)
{
    const int count = static_cast<int>(m_groups.size());
    const int current = m_presenter.groupOf(m_focused);
    const int target = qBound(0, current < 0 ? 0 : current + steps, count - 1);
    if (count > 0)
        focusField(m_presenter.firstOfGroup(target));
}

} // namespace yichuang::intakeui
