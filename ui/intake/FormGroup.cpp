#include "ui/intake/FormGroup.h"

#include "ui/intake/FieldEditor.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace yichuang::intakeui {

namespace {

constexpr int labelWidth = 84;

} // namespace

FormGroup::FormGroup(int number, const GroupView &group, QWidget *parent)
    : QWidget(parent)
    , m_number(number)
    , m_group(group)
    , m_head(new QPushButton(this))
    , m_count(new QLabel(this))
    , m_body(new QWidget(this))
    , m_grid(new QGridLayout(m_body))
{
    setObjectName(QStringLiteral("group:") + group.id);
    m_head->setProperty("role", QStringLiteral("groupHead"));
    m_head->setAutoDefault(false);
    m_head->setFocusPolicy(Qt::ClickFocus);
    m_head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_count->setProperty("role", QStringLiteral("secondary"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_head, 1);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_body);
    m_grid->setContentsMargins(0, 0, 0, 4);
    m_grid->setVerticalSpacing(6);
    m_grid->setHorizontalSpacing(8);
    connect(m_head, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    buildEditors();
    arrange(true);
    showHead();
}

void FormGroup::buildEditors()
{
    for (const FieldView &field : std::as_const(m_group.fields)) {
        auto *editor = new FieldEditor(field, m_body);
        auto *label = new QLabel(m_body);
        label->setProperty("role", QStringLiteral("secondary"));
        label->setTextFormat(Qt::RichText);
        const QString star =
            QStringLiteral(" <span style='color:%1'>*</span>").arg(theme().tokens().error.name());
        label->setText(field.label.toHtmlEscaped() + (field.required ? star : QString()));
        label->setAlignment(Qt::AlignRight | Qt::AlignTop);
        label->setContentsMargins(0, 7, 0, 0);
        atEveryTextSize(label, [](QWidget *kept) { kept->setFixedWidth(theme().px(labelWidth)); });
        label->setWordWrap(true);
        label->setBuddy(editor->input());
        m_editors.insert(field.key, editor);
        m_labels.insert(field.key, label);
        connect(editor, &FieldEditor::left, this, &FormGroup::left);
        connect(editor, &FieldEditor::entered, this, &FormGroup::entered);
        connect(editor, &FieldEditor::focused, this, &FormGroup::focused);
        connect(editor, &FieldEditor::paused, this, &FormGroup::paused);
    }
}

void FormGroup::arrange(bool twoColumns)
{
    m_twoColumns = twoColumns;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int row = 0;
    int column = 0;
    for (const FieldView &field : std::as_const(m_group.fields)) {
        const bool whole = field.wide || !twoColumns;
        if (whole && column == 1) {
            ++row;
            column = 0;
        }
        m_grid->addWidget(m_labels.value(field.key), row, column * 2, Qt::AlignTop | Qt::AlignRight);
        m_grid->addWidget(m_editors.value(field.key), row, column * 2 + 1, 1, whole && twoColumns ? 3 : 1,
                          Qt::AlignTop);
        if (whole || column == 1) {
            ++row;
            column = 0;
        } else {
            column = 1;
        }
    }
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, twoColumns ? 1 : 0);
    m_body->updateGeometry();
}

void FormGroup::setTwoColumns(bool two)
{
    if (two != m_twoColumns)
        arrange(two);
}

void FormGroup::show(const GroupView &group)
{
    m_group = group;
    for (const FieldView &field : group.fields) {
        if (FieldEditor *shown = m_editors.value(field.key))
            shown->show(field);
    }
    showHead();
}

void FormGroup::setOpen(bool open)
{
    m_open = open;
    m_body->setVisible(open);
    showHead();
}

bool FormGroup::isOpen() const
{
    return m_open;
}

void FormGroup::showHead()
{
    const QString title = QStringLiteral("%1 %2").arg(m_number).arg(m_group.title);
    const QString arrow = m_open ? QStringLiteral("▾ ") : QStringLiteral("▸ ");
    m_head->setText(
        arrow + title +
        (m_open || m_group.summary.isEmpty() ? QString() : QStringLiteral("   ") + m_group.summary));
    const QString count = QStringLiteral("%1/%2").arg(m_group.answered).arg(m_group.fields.size());
    m_count->setText(m_group.complete ? QStringLiteral("✓ ") + count : count);
    m_count->setProperty("tone", m_group.complete ? QStringLiteral("ok") : QStringLiteral("quiet"));
    m_head->setAccessibleName(title);
    m_head->setAccessibleDescription(count);
}

} // namespace yichuang::intakeui
