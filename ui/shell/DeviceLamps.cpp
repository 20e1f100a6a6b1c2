#include "ui/shell/DeviceLamps.h"

#include "ui/shell/StatusModel.h"
#include "ui/widgets/Theme.h"

#include <QPainter>

#include <algorithm>

namespace yichuang {

namespace {

QString lampText(const DeviceState &device)
{
    return device.word.isEmpty() ? device.name : device.name + QLatin1Char(' ') + device.word;
}

int wideOf(const QString &words)
{
    const int lamp = theme().px(12);
    return words.isEmpty()
               ? lamp + theme().px(10)
               : lamp + theme().px(8 + 16) + QFontMetrics(theme().font(13)).horizontalAdvance(words);
}

} // namespace

DeviceLamps::DeviceLamps(const StatusModel &status, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    setObjectName(QStringLiteral("deviceLamps"));
    connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
    connect(&status, &StatusModel::changed, this, [this] {
        QStringList words;
        for (const DeviceState &device : m_status.devices())
            words.append(lampText(device));
        setAccessibleName(words.join(QLatin1String(", ")));
        setToolTip(words.join(u'\n'));
        updateGeometry();
        update();
    });
}

QList<DeviceLamps::Place> DeviceLamps::places(int width) const
{
    const QList<DeviceState> &devices = m_status.devices();
    QList<Place> places;
    int needed = 0;
    for (const DeviceState &device : devices) {
        places.append({0, lampText(device)});
        needed += wideOf(places.last().words);
    }
    for (qsizetype i = devices.size() - 1; i >= 0 && needed > width; --i) {
        if (devices[i].lamp != Lamp::Good || !devices[i].word.isEmpty())
            continue;
        needed -= wideOf(places[i].words) - wideOf({});
        places[i].words.clear();
    }
    int left = qMax(0, width == QWIDGETSIZE_MAX ? 0 : width - needed); // at the right, where the eye looks
    for (Place &place : places)
        left = (place.left = left) + wideOf(place.words);
    return places;
}

QSize DeviceLamps::sizeOf(const QList<Place> &places) const
{
    const int width = places.isEmpty() ? 0 : places.last().left + wideOf(places.last().words);
    return {width, theme().px(24)};
}

QSize DeviceLamps::sizeHint() const
{
    return sizeOf(places(QWIDGETSIZE_MAX));
}

QSize DeviceLamps::minimumSizeHint() const
{
    return sizeOf(places(0));
}

QStringList DeviceLamps::shownNames() const
{
    const QList<Place> all = places(width());
    QStringList shown;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all[i].words.isEmpty())
            shown.append(m_status.devices()[i].name);
    }
    return shown;
}

void DeviceLamps::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = theme().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme().font(13));
    const QList<Place> all = places(width());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const qreal side = theme().px(12);
        drawLamp(painter, QRectF(all[i].left, (height() - side) / 2, side, side), m_status.devices()[i].lamp,
                 tokens);
        painter.setPen(tokens.text2);
        painter.drawText(QRect(all[i].left + theme().px(20), 0, wideOf(all[i].words), height()),
                         Qt::AlignVCenter, all[i].words);
    }
}

} // namespace yichuang
