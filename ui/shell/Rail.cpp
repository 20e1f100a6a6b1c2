#include "ui/shell/Rail.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace yichuang {

namespace {

constexpr int railWidth = 76;
constexpr int itemHeight = 66;
constexpr int signHeight = 50; // the program's own sign stands above the pages

} // namespace

RailButton::RailButton(const QString &icon, const QString &word, const QString &key, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_key(key)
{
    setText(word);
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(QStringLiteral("%1 %2").arg(word, key));
    setToolTip(accessibleName());
    connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
}

void RailButton::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    return {theme().px(railWidth), theme().px(itemHeight)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked()) {
        painter.fillRect(rect(), tokens.railActive);
        painter.fillRect(QRect(0, 0, 3, height()), tokens.railEdge);
    }
    const QColor words = isChecked() ? QColor(Qt::white) : tokens.railText;
    const int size = theme().px(22);
    yichuang::icon(QLatin1String(m_icon.toLatin1()), words)
        .paint(&painter, QRect((width() - size) / 2, theme().px(7), size, size));
    painter.setPen(words);
    painter.setFont(theme().font(14, isChecked()));
    painter.drawText(QRect(0, theme().px(29), width(), theme().px(20)), Qt::AlignCenter, text());
    painter.setPen(tokens.railKey);
    painter.setFont(theme().font(12));
    painter.drawText(QRect(0, theme().px(47), width(), theme().px(16)), Qt::AlignCenter, m_key);
    if (m_count <= 0)
        return;
    const QString count = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    painter.setFont(theme().font(12, true));
    const int wide = qMax(theme().px(18), painter.fontMetrics().horizontalAdvance(count) + theme().px(8));
    const QRect badge(width() - wide - 4, theme().px(5), wide, theme().px(18));
    painter.setBrush(tokens.railActive.lighter(140));
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(badge, 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(badge, Qt::AlignCenter, count);
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Pages"));
    m_layout->setContentsMargins(0, theme().px(signHeight), 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    auto *help = new RailButton(QStringLiteral("help"), tr("Help"), QStringLiteral("F1"), this);
    help->setCheckable(false);
    connect(help, &RailButton::clicked, this, &Rail::helpAsked);
    m_layout->addWidget(help);
    connect(&theme(), &Theme::changed, this, [this] {
        m_layout->setContentsMargins(0, theme().px(signHeight), 0, 0);
        update();
    });
}

void Rail::addPage(const QString &id, const QString &iconName, const QString &word, const QString &key)
{
    auto *button = new RailButton(iconName, word, key, this);
    button->setObjectName(QStringLiteral("rail-") + id);
    m_layout->insertWidget(static_cast<int>(m_buttons.size()), button);
    m_buttons.insert(id, button);
    connect(button, &RailButton::clicked, this, [this, id] { Q_EMIT pageAsked(id); });
}

void Rail::setCurrent(const QString &id)
{
    for (auto it = m_buttons.begin(); it != m_buttons.end(); ++it)
        it.value()->setChecked(it.key() == id);
}

void Rail::setCount(const QString &id, int count)
{
    if (RailButton *button = m_buttons.value(id))
        button->setCount(count);
}

void Rail::setOffered(const QString &id, bool offered)
{
    if (RailButton *button = m_buttons.value(id))
        button->setVisible(offered);
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().tokens().rail);
    const int size = theme().px(24);
    icon(QLatin1String("window"), Qt::white)
        .paint(&painter, QRect((width() - size) / 2, theme().px(13), size, size));
}

} // namespace yichuang
