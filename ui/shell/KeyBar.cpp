#include "ui/shell/KeyBar.h"

#include "ui/widgets/Signs.h"
#include "ui/widgets/Theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace yichuang {

KeyBar::KeyBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("keyBar"));
    setFixedHeight(theme().px(34));
    connect(&theme(), &Theme::changed, this, [this] { setFixedHeight(theme().px(34)); });
}

void KeyBar::setKeys(const QList<ShellKey> &keys)
{
    m_keys = keys;
    QStringList words;
    for (const ShellKey &key : keys)
        words.append(key.key + QLatin1Char(' ') + key.word);
    setAccessibleName(words.join(QLatin1String(", ")));
    update();
}

void KeyBar::setNote(const QString &text)
{
    m_note = text;
    update();
}

void KeyBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tokens.subtle);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
    painter.setFont(theme().font(13));
    const int noteWidth = painter.fontMetrics().horizontalAdvance(m_note);
    painter.setPen(tokens.text2);
    painter.drawText(rect().adjusted(0, 0, -14, 0), Qt::AlignRight | Qt::AlignVCenter, m_note);
    m_places.clear();
    int x = 14;
    for (const ShellKey &key : std::as_const(m_keys)) {
        const int cap = static_cast<int>(keyCapWidth(key.key));
        painter.setFont(theme().font(13));
        const int word = painter.fontMetrics().horizontalAdvance(key.word);
        // What finds no room is in the overview of keys (F1).
        if (x + cap + 6 + word > width() - noteWidth - 30)
            break;
        drawKeyCap(painter, QPointF(x, height() / 2.0), key.key, tokens);
        painter.setFont(theme().font(13));
        painter.setPen(tokens.text2);
        painter.drawText(QRect(x + cap + 6, 0, word + 1, height()), Qt::AlignVCenter, key.word);
        m_places.append(QRect(x - 4, 0, cap + 6 + word + 8, height()));
        x += cap + 6 + word + 16;
    }
}

void KeyBar::mousePressEvent(QMouseEvent *event)
{
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (!m_places[i].contains(event->pos()) || !m_keys[i].act)
            continue;
        const auto act = m_keys[i].act;
        return act();
    }
}

} // namespace yichuang
