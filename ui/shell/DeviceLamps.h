#pragma once

#include <QWidget>

namespace yichuang {

class StatusModel;
struct DeviceState;

// The lamps of the devices: a sign, the name, and a word when something is not normal. Where there is no room
// the names of devices that are well fold away, from the right; the tool tip and the accessible name keep
// them. A device that is not well always keeps its name and its word.
class DeviceLamps final : public QWidget
{
    Q_OBJECT

public:
    DeviceLamps(const StatusModel &status, QWidget *parent);
    QSize sizeHint() const override;        // every name shown
    QSize minimumSizeHint() const override; // the names that can fold are folded
    // The devices whose name stands beside their lamp at this width.
    QStringList shownNames() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Place
    {
        int left = 0;
        QString words; // empty where folded
    };
    QList<Place> places(int width) const;
    QSize sizeOf(const QList<Place> &places) const;

    const StatusModel &m_status;
};

} // namespace yichuang
