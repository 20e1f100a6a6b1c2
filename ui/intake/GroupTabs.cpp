#include "ui/intake/GroupTabs.h"

#include "ui/widgets/Theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace yichuang::intakeui {

namespace {

QString title(int index, const GroupView &group)
{
    return QStringLiteral("%1 %2").arg(index + 1).arg(group.title);
}

QString count(const GroupView &group, bool current)
{
    if (group.complete && !current && group.answered > 0)
        return QStringLiteral("✓ %1").arg(group.answered);
    return QStringLiteral("%1/%2").arg(group.answered).arg(group.fields.size());
}

} // namespace

GroupTabs::GroupTabs(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(theme().px(44));
    setAccessibleName(tr("Groups of the form"));
}

void GroupTabs::show(const QList<GroupView> &groups)
{
    m_groups = groups;
    m_current = qBound(0, m_current, qMax(0, int(groups.size()) - 1));
    update();
}

void GroupTabs::setCurrent(int index)
{
    if (index == m_current || index < 0 || index >= m_groups.size())
        return;
    m_current = index;
    setAccessibleDescription(title(index, m_groups.at(index)));
    update();
}

// Shares the row by how long the titles are.
QList<QRect> GroupTabs::places() const
{
    QList<int> widths;
    int wanted = 0;
    for (int index = 0; index < m_groups.size(); ++index) {
        const QString text = title(index, m_groups.at(index)) + u' ' + count(m_groups.at(index), false);
        widths.append(fontMetrics().horizontalAdvance(text) + 22);
        wanted += widths.last();
    }
    QList<QRect> result;
    const double factor = wanted > 0 ? qMin(1.35, double(width()) / wanted) : 1;
    double left = 0;
    for (const int wide : widths) {
        result.append(QRect(int(left), 0, int(wide * factor), height()));
        left += wide * factor;
    }
    return result;
}

void GroupTabs::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    painter.setPen(tokens.line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
    const QList<QRect> rects = places();
    for (int index = 0; index < m_groups.size(); ++index) {
        const GroupView &group = m_groups.at(index);
        const bool current = index == m_current;
        const QRect rect = rects.at(index);
        QFont words = font();
        words.setBold(current);
        painter.setFont(words);
        const QString number = count(group, current);
        const int numberWidth = painter.fontMetrics().horizontalAdvance(number);
        const QRect inner = rect.adjusted(8, 0, -8, 0);
        const QString shown = painter.fontMetrics().elidedText(title(index, group), Qt::ElideRight,
                                                               inner.width() - numberWidth - 6);
        const int titleWidth = painter.fontMetrics().horizontalAdvance(shown);
        const int start = inner.left() + qMax(0, (inner.width() - titleWidth - numberWidth - 6) / 2);
        painter.setPen(current ? tokens.accent : tokens.text2);
        painter.drawText(QRect(start, 0, titleWidth + 2, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
        painter.setPen(group.complete && group.answered > 0 ? tokens.ok
                                                            : (current ? tokens.accent : tokens.warn));
        painter.drawText(QRect(start + titleWidth + 6, 0, numberWidth + 2, height()),
                         Qt::AlignVCenter | Qt::AlignLeft, number);
        if (current)
            painter.fillRect(QRect(rect.left() + 2, height() - 3, rect.width() - 4, 3), tokens.accent);
    }
}

void GroupTabs::mousePressEvent(QMouseEvent *event)
{
    const QList<QRect> rects = places();
    for (int index = 0; index < rects.size(); ++index) {
        if (rects.at(index).contains(event->position().toPoint()))
            Q_EMIT chosen(index);
    }
}

} // namespace yichuang::intakeui
