#include "ui/cases/CaseLog.h"

#include "ui/cases/CaseWords.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace yichuang {

void CaseLogModel::show(const QList<HistoryEntry> &history, QDate today)
{
    beginResetModel();
    m_entries = QList<HistoryEntry>(history.crbegin(), history.crend());
    m_today = today;
    endResetModel();
}

int CaseLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant CaseLogModel::data(const QModelIndex &index, int role) const
{
    if (index.row() >= m_entries.size())
        return {};
    const HistoryEntry &entry = m_entries.at(index.row());
    const LogWords words = logWords(entry);
    const QString by = entry.clerk.isEmpty() ? QString() : tr("staff %1").arg(entry.clerk);
    switch (role) {
    case Qt::DisplayRole:
        return words.what;
    case When:
        return momentWords(entry.time.milliseconds, m_today);
    case Detail:
        return words.detail.isEmpty() || by.isEmpty() ? words.detail + by
                                                      : words.detail + QStringLiteral("　") + by;
    case Sign:
        return static_cast<int>(words.lamp);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList{data(index, When).toString(), words.what, data(index, Detail).toString()}.join(
            u' ');
    default:
        return {};
    }
}

QSize CaseLogDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {theme().px(200), theme().px(45)};
}

void CaseLogDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Tokens &t = theme().tokens();
    const auto px = [](int size) { return theme().px(size); };
    const QRect row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int line = row.left() + px(96);
    painter->setPen(t.line);
    const bool last = index.row() + 1 == index.model()->rowCount();
    if (!last)
        painter->drawLine(line, row.top() + px(18), line, row.bottom() + px(4));
    drawLamp(*painter, QRectF(line - px(6), row.top() + px(5), px(12), px(12)),
             static_cast<Lamp>(index.data(CaseLogModel::Sign).toInt()), t);
    painter->setFont(theme().font(13));
    painter->setPen(t.text2);
    painter->drawText(QRect(row.left(), row.top(), px(82), px(20)), Qt::AlignRight | Qt::AlignVCenter,
                      index.data(CaseLogModel::When).toString());
    const QRect words(row.left() + px(110), row.top(), row.width() - px(116), px(20));
    const auto draw = [&](const QRect &room, const QString &text) {
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };
    painter->setFont(theme().font(14));
    painter->setPen(t.text);
    draw(words, index.data().toString());
    painter->setFont(theme().font(13));
    painter->setPen(t.text2);
    draw(words.translated(0, px(20)), index.data(CaseLogModel::Detail).toString());
    painter->restore();
}

} // namespace yichuang
