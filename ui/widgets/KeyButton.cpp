#include "ui/widgets/KeyButton.h"

#include "ui/widgets/Signs.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace yichuang {

namespace {
constexpr int gap = 8;
}

KeyButton::KeyButton(const QString &text, const QString &key, QWidget *parent)
    : QPushButton(parent)
    , m_key(key)
{
    setWords(text);
}

void KeyButton::setWords(const QString &text)
{
    setText(text);
    setAccessibleName(m_key.isEmpty() ? text : text + QStringLiteral(" (") + m_key + u')');
    updateGeometry();
}

QSize KeyButton::sizeHint() const
{
    const QSize plain = QPushButton::sizeHint();
    return m_key.isEmpty()
               ? plain
               : QSize(plain.width() + gap + static_cast<int>(keyCapWidth(m_key)), plain.height());
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString words = std::exchange(option.text, QString());
    const QIcon sign = std::exchange(option.icon, QIcon());
    QPainter painter(this);
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
    const int cap = m_key.isEmpty() ? 0 : static_cast<int>(keyCapWidth(m_key));
    const int picture = sign.isNull() ? 0 : theme().px(18);
    const int textWidth = fontMetrics().horizontalAdvance(words);
    const int total = textWidth + (cap > 0 ? gap + cap : 0) + (picture > 0 ? gap + picture : 0);
    int x = (width() - total) / 2;
    if (picture > 0) {
        sign.paint(&painter, x, (height() - picture) / 2, picture, picture);
        x += picture + gap;
    }
    painter.setFont(font());
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
    painter.drawText(QRect(x, 0, textWidth + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, words);
    if (cap > 0)
        drawKeyCap(painter, QPointF(x + textWidth + gap, height() / 2.0), m_key, theme().tokens());
}

} // namespace yichuang
