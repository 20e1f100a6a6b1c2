#include "ui/intake/SituationBar.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yichuang::intakeui {

namespace {

// At once: the next key may already be meant for it.
QWidget *shown(QWidget *row)
{
    row->show();
    return row;
}

} // namespace

SituationBar::SituationBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("situationBar"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

void SituationBar::show(const QList<QuestionView> &questions)
{
    if (questions == m_questions)
        return;
    QString focused;
    if (const QWidget *inFocus = focusWidget(); inFocus && inFocus->hasFocus())
        focused = inFocus->objectName();
    m_questions = questions;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        // Its button may be the one that just answered.
        item->widget()->hide();
        item->widget()->setObjectName(QString());
        item->widget()->deleteLater();
        delete item;
    }
    setVisible(!questions.isEmpty());
    for (const QuestionView &question : questions)
        m_layout->addWidget(shown(buildRow(question)));
    if (focused.isEmpty())
        return;
    const QList<QPushButton *> buttons = findChildren<QPushButton *>(focused);
    if (!buttons.isEmpty())
        buttons.last()->setFocus();
}

QWidget *SituationBar::buildRow(const QuestionView &question)
{
    auto *row = new QWidget(this);
    row->setObjectName(QStringLiteral("question:") + question.id);
    auto *text = new QLabel(question.text, row);
    text->setProperty("role", QStringLiteral("secondary"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(text);
    int number = 0;
    for (const QuestionView::Option &option : question.options) {
        auto *button = new QPushButton(QStringLiteral("%1 %2").arg(++number).arg(option.label), row);
        button->setObjectName(QStringLiteral("answer:%1:%2").arg(question.id).arg(number));
        button->setProperty("option", true);
        button->setCheckable(true);
        button->setChecked(option.value == question.answer);
        button->setMinimumHeight(30);
        button->setAccessibleName(question.text + u' ' + option.label);
        button->installEventFilter(this);
        const QJsonValue value = option.value;
        const QString id = question.id;
        connect(button, &QPushButton::clicked, this, [this, id, value] { Q_EMIT answered(id, value); });
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return row;
}

void SituationBar::focusQuestion(const QString &id)
{
    const QList<QPushButton *> buttons = findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->objectName().startsWith(QStringLiteral("answer:%1:").arg(id)) && button->isVisible()) {
            button->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

bool SituationBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *button = static_cast<QPushButton *>(watched);
    const auto *press = static_cast<QKeyEvent *>(event);
    const QStringList name = button->objectName().split(u':');
    const auto sibling = [&](int number) {
        return button->parentWidget()->findChild<QPushButton *>(
            QStringLiteral("answer:%1:%2").arg(name.value(1)).arg(number));
    };
    const int own = name.value(2).toInt();
    QPushButton *target = nullptr;
    if (press->key() >= Qt::Key_1 && press->key() <= Qt::Key_9) {
        target = sibling(press->key() - Qt::Key_0);
        if (target)
            target->click();
        return true;
    }
    if (press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) {
        button->click();
        return true;
    }
    if (press->key() == Qt::Key_Right)
        target = sibling(own + 1);
    else if (press->key() == Qt::Key_Left)
        target = sibling(own - 1);
    if (target)
        target->setFocus();
    return target != nullptr;
}

} // namespace yichuang::intakeui
