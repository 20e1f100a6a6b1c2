#include "ui/intake/SourceBar.h"

#include "ui/intake/StyleWords.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

namespace yichuang::intakeui {

namespace {

QColor colourOf(const QString &source, const Tokens &tokens)
{
    if (source == u"card")
        return tokens.accent;
    if (source == u"licence" || source == u"shared")
        return tokens.licence;
    if (source == u"history")
        return tokens.history;
    if (source.isEmpty())
        return tokens.line;
    return tokens.text2;
}

} // namespace

SourceBar::SourceBar(QWidget *parent)
    : QWidget(parent)
{
    atEveryTextSize(this, [](QWidget *bar) { bar->setFixedHeight(theme().px(50)); });
}

void SourceBar::show(const QList<SourceShare> &shares, int prefilled, int asked)
{
    m_shares = shares;
    m_prefilled = prefilled;
    m_asked = asked;
    m_all = 0;
    QStringList spoken;
    for (const SourceShare &share : shares) {
        m_all += share.count;
        spoken.append(QStringLiteral("%1 %2").arg(share.word).arg(share.count));
    }
    setAccessibleName(tr("One form"));
    setAccessibleDescription(spoken.join(QStringLiteral("，")));
    update();
}

void SourceBar::paintEvent(QPaintEvent *)
{
    if (m_all == 0)
        return;
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(tokens.text);
    const QString title = tr("One form");
    painter.drawText(QRect(0, 0, width(), theme().px(24)), Qt::AlignVCenter | Qt::AlignLeft, title);
    const int left = painter.fontMetrics().horizontalAdvance(title) + 12;
    painter.setFont(font());
    const QString words =
        m_asked > 0
            ? tr("%1 of %2 fields are filled in, %3 still to ask").arg(m_prefilled).arg(m_all).arg(m_asked)
            : tr("%1 of %2 fields are filled in, nothing left to ask").arg(m_prefilled).arg(m_all);
    const int wordsWidth = painter.fontMetrics().horizontalAdvance(words);
    painter.drawText(QRect(0, 0, width(), theme().px(24)), Qt::AlignVCenter | Qt::AlignRight, words);
    const double room = qMax(40, width() - left - wordsWidth - 14);
    double at = left;
    for (const SourceShare &share : std::as_const(m_shares)) {
        const double wide = room * share.count / m_all;
        painter.fillRect(QRectF(at, theme().px(7), qMax(1.0, wide - 1), theme().px(10)),
                         colourOf(share.source, tokens));
        at += wide;
    }
    QFont small = font();
    small.setPixelSize(qMax(12, QFontInfo(font()).pixelSize() - 1));
    painter.setFont(small);
    int x = 0;
    for (const SourceShare &share : std::as_const(m_shares)) {
        const QString word = QStringLiteral("%1 %2").arg(share.word).arg(share.count);
        painter.fillRect(QRect(x, theme().px(32), 10, 10), colourOf(share.source, tokens));
        painter.setPen(tokens.text2);
        painter.drawText(QRect(x + 15, theme().px(26), width(), theme().px(22)),
                         Qt::AlignVCenter | Qt::AlignLeft, word);
        x += 15 + painter.fontMetrics().horizontalAdvance(word) + 16;
    }
}

} // namespace yichuang::intakeui
