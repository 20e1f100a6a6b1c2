#include "ui/shell/LineBand.h"

#include "ui/shell/StatusModel.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

namespace yichuang {

namespace {

QLabel *label(const char *name, const char *role, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setProperty("role", QLatin1String(role));
    return made;
}

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

LineBand::LineBand(const StatusModel &status, QWidget *parent)
    : QFrame(parent)
    , m_status(status)
    , m_title(label("lineTitle", "bandTitle", this))
    , m_since(label("lineSince", "bandTitle", this))
    , m_goesOn(label("lineGoesOn", "secondary", this))
    , m_reason(label("lineReason", "secondary", this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("lineBand"));
    m_goesOn->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(m_title);
    head->addWidget(m_since, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addLayout(head);
    words->addWidget(m_goesOn);
    words->addStretch(1);
    m_layout->setSpacing(14);
    m_layout->addLayout(words, 5);
    m_layout->addWidget(m_reason, 2);
    atEveryTextSize(this, [](LineBand *band) {
        band->m_layout->setContentsMargins(theme().px(56), 4, 14, 4);
        band->fitHeight();
    });
    connect(&status, &StatusModel::changed, this, &LineBand::refresh);
    refresh();
}

void LineBand::offerOutbox(const QString &key)
{
    m_outbox = new KeyButton(tr("See why"), key, this);
    m_outbox->setObjectName(QStringLiteral("lineOutbox"));
    m_outbox->setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the page
    m_layout->addWidget(m_outbox, 0, Qt::AlignVCenter);
    connect(m_outbox, &QPushButton::clicked, this, &LineBand::reasonAsked);
}

void LineBand::setOutboxShown(bool shown)
{
    if (m_outbox)
        m_outbox->setVisible(!shown);
}

void LineBand::refresh()
{
    const auto &band = m_status.band();
    setVisible(band.has_value());
    if (!band)
        return announce({});
    m_title->setText(band->title);
    m_since->setText(band->since);
    m_goesOn->setText(band->goesOn);
    m_reason->setText(band->reason);
    m_reason->setVisible(!band->reason.isEmpty());
    const QString what = QStringList{band->title, band->reason, band->goesOn}.join(u' ');
    setAccessibleName(what);
    if (property("lineBand").toString() != band->tone) {
        setProperty("lineBand", band->tone);
        restyle(this);
        for (QWidget *part : findChildren<QWidget *>())
            restyle(part);
    }
    fitHeight();
    announce(what);
}

// Long words at large text take more lines: the band grows, nothing is cut.
void LineBand::fitHeight()
{
    m_layout->activate();
    setFixedHeight(qMax(theme().px(60), m_layout->minimumHeightForWidth(width())));
}

void LineBand::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void LineBand::announce(const QString &what)
{
    if (m_announced == what)
        return;
    m_announced = what;
    if (what.isEmpty())
        return;
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
    Q_EMIT announced(what);
}

void LineBand::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (!m_status.band())
        return;
    QPainter painter(this);
    const int size = theme().px(24);
    const bool stopped = m_status.band()->tone == QLatin1String("warn");
    icon(stopped ? QLatin1String("attention") : QLatin1String("cloud-off"), theme().tokens().onFill)
        .paint(&painter, QRect(theme().px(17), (height() - size) / 2, size, size));
}

} // namespace yichuang
