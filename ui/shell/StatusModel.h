#pragma once

#include "ui/widgets/Signs.h"

#include <QObject>

#include <optional>

namespace yichuang {

struct DeviceState
{
    QString id;
    QString name;
    Lamp lamp = Lamp::Off;
    QString word; // empty while all is well
    bool operator==(const DeviceState &) const = default;
};

// What the frame round every screen shows; fed by the composition root.
class StatusModel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Tag
    {
        QString text;
        QString tone = QStringLiteral("quiet"); // "ok", "info", "local", "warn", "error"
        QString hint;
        bool operator==(const Tag &) const = default;
    };

    // Over every screen while the line is not as it should be.
    struct Band
    {
        QString tone; // "local" or "warn"
        QString title;
        QString since;
        QString goesOn;
        QString reason;
        bool operator==(const Band &) const = default;
    };

    QString station, window, clerk;
    bool demonstration = false;

    const Tag &sync() const { return m_sync; }
    void setSync(const Tag &tag);
    const std::optional<Band> &band() const { return m_band; }
    void setBand(const std::optional<Band> &band);
    const QList<DeviceState> &devices() const { return m_devices; }
    void setDevice(const DeviceState &device);
    int count(const QString &page) const { return m_counts.value(page); }
    void setCount(const QString &page, int count);
    QString today() const { return m_today; }
    void setToday(const QString &text);
    // After station, window or clerk were set.
    void announce() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    Tag m_sync;
    std::optional<Band> m_band;
    QList<DeviceState> m_devices;
    QHash<QString, int> m_counts;
    QString m_today;
};

} // namespace yichuang
