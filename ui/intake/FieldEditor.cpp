#include "ui/intake/FieldEditor.h"

#include "ui/intake/StyleWords.h"

#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace yichuang::intakeui {

namespace {

// Shorter than a person thinks, longer than they take for a letter.
constexpr int pauseMilliseconds = 250;

int boxHeight()
{
    return theme().px(34);
}

int belowHeight()
{
    return theme().px(20);
}

QColor edgeOf(const FieldView &field, const Tokens &tokens)
{
    if (field.source == u"card")
        return tokens.accent;
    if (field.source == u"licence" || field.source == u"shared")
        return tokens.licence;
    if (field.source == u"history")
        return tokens.history;
    if (field.required && !field.isAnswered())
        return tokens.warnFill;
    return {};
}

QLatin1String toneOf(const FieldView &field)
{
    if (field.source == u"card")
        return QLatin1String("info");
    if (field.source == u"licence" || field.source == u"shared")
        return QLatin1String("licence");
    return field.source == u"history" ? QLatin1String("history") : QLatin1String("quiet");
}

} // namespace

FieldEditor::FieldEditor(const FieldView &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_source(new QLabel(this))
    , m_below(new QLabel(this))
{
    setObjectName(QStringLiteral("field:") + field.key);
    m_source->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_source->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_source->setProperty("role", QStringLiteral("source"));
    m_below->setProperty("role", QStringLiteral("note"));
    m_below->setTextFormat(Qt::PlainText);
    if (field.kind == FieldKind::Choice || field.kind == FieldKind::Flag)
        buildChoice();
    else
        buildText();
    input()->setObjectName(QStringLiteral("input:") + field.key);
    input()->setProperty("bare", true);
    input()->installEventFilter(this);
    setFocusProxy(input());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    show(field);
}

void FieldEditor::buildText()
{
    m_line = new QLineEdit(this);
    m_line->setFrame(false);
    m_line->setReadOnly(m_field.readOnly);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(m_line, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!isUntouched())
            Q_EMIT paused(key(), text());
    });
    if (m_field.kind == FieldKind::Phone || m_field.kind == FieldKind::Number ||
        m_field.kind == FieldKind::Money)
        m_line->setInputMethodHints(Qt::ImhPreferNumbers);
}

void FieldEditor::buildChoice()
{
    m_choice = new QComboBox(this);
    m_choice->setFrame(false);
    m_choice->addItem(m_field.placeholder, QString());
    for (const FieldOption &option : m_field.options)
        m_choice->addItem(option.label, option.value.toVariant());
    connect(m_choice, &QComboBox::activated, this, [this] { Q_EMIT left(key(), text()); });
}

QWidget *FieldEditor::input() const
{
    return m_line ? static_cast<QWidget *>(m_line) : m_choice;
}

QString FieldEditor::text() const
{
    if (m_masked)
        return m_field.text;
    return m_line ? m_line->text() : m_choice->currentData().toString();
}

bool FieldEditor::isUntouched() const
{
    return text() == m_shown;
}

void FieldEditor::show(const FieldView &field)
{
    const bool typing = input()->hasFocus() && !isUntouched();
    m_field = field;
    if (!typing)
        fill();
    m_source->setText(field.isAnswered() ? field.sourceWord : QString());
    m_below->setText(!field.error.isEmpty() ? field.error : field.originalNote);
    setTone(m_below, field.error.isEmpty() ? QLatin1String("quiet") : QLatin1String("error"));
    m_below->setVisible(!m_below->text().isEmpty());
    setTone(m_source, toneOf(field));
    QStringList spoken{field.label};
    if (field.required)
        spoken.append(tr("required"));
    input()->setAccessibleName(spoken.join(u' '));
    input()->setAccessibleDescription(m_below->text().isEmpty() ? field.sourceWord : m_below->text());
    place();
    updateGeometry();
    update();
}

void FieldEditor::fill()
{
    m_shown = m_field.text;
    if (m_line) {
        m_line->setReadOnly(m_field.readOnly || m_field.isIdentityOfCard);
        m_masked = (!input()->hasFocus() || m_field.isIdentityOfCard) && m_field.shown != m_field.text;
        m_line->setPlaceholderText(m_field.placeholder);
        m_line->setText(m_masked ? m_field.shown : m_field.text);
        m_line->setCursorPosition(0);
    } else {
        m_choice->setCurrentIndex(qMax(0, m_choice->findData(m_field.value.toVariant())));
    }
}

// Whoever edits a number sees it whole; it is masked again as the field is left.
void FieldEditor::unmask()
{
    if (!m_masked || m_field.isIdentityOfCard)
        return;
    m_masked = false;
    m_line->setText(m_field.text);
}

QSize FieldEditor::sizeHint() const
{
    return {160, boxHeight() + (m_below->text().isEmpty() ? 0 : belowHeight())};
}

void FieldEditor::resizeEvent(QResizeEvent *)
{
    place();
}

void FieldEditor::place()
{
    const int sourceWidth = m_source->text().isEmpty() ? 0 : m_source->sizeHint().width() + 10;
    m_source->setGeometry(width() - sourceWidth - 2, 1, sourceWidth - 6, boxHeight() - 2);
    input()->setGeometry(6, 2, width() - 8 - sourceWidth, boxHeight() - 4);
    m_below->setGeometry(2, boxHeight(), width() - 4, belowHeight());
}

void FieldEditor::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = input()->hasFocus();
    const bool known = m_field.isFilledBefore() && m_field.isAnswered();
    QColor border = known ? tokens.line : tokens.control;
    qreal width = 1;
    if (m_field.required && !m_field.isAnswered())
        border = tokens.warnFill;
    if (!m_field.error.isEmpty() || focus) {
        border = m_field.error.isEmpty() ? tokens.accent : tokens.error;
        width = 2;
    }
    const QRectF box(width / 2, width / 2, this->width() - width, boxHeight() - width);
    painter.setPen(QPen(border, width));
    painter.setBrush(known && !focus ? tokens.subtle : tokens.field);
    painter.drawRoundedRect(box, 4, 4);
    const QColor edge = edgeOf(m_field, tokens);
    if (edge.isValid() && m_field.error.isEmpty() && !focus) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(edge);
        painter.drawRoundedRect(QRectF(0, 0, 3, boxHeight()), 1.5, 1.5);
    }
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        unmask();
        Q_EMIT focused(key());
        update();
        break;
    case QEvent::FocusOut:
        update();
        // A menu or the input method's window takes the focus for a moment: the field is not left yet.
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
            Q_EMIT left(key(), text());
            if (isUntouched())
                fill();
        }
        break;
    case QEvent::KeyPress: {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (press->modifiers() == Qt::NoModifier || press->modifiers() == Qt::KeypadModifier)
            return onKey(press->key(), press->text());
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

// Enter goes on; in a closed list a digit picks an option.
bool FieldEditor::onKey(int key, const QString &text)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        Q_EMIT entered(m_field.key, this->text());
        return true;
    }
    bool isDigit = false;
    const int digit = text.toInt(&isDigit);
    if (m_choice && isDigit && digit >= 1 && digit < m_choice->count()) {
        m_choice->setCurrentIndex(digit);
        Q_EMIT left(m_field.key, this->text());
        return true;
    }
    return false;
}

} // namespace yichuang::intakeui
