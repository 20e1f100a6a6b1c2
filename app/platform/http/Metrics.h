#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>

#include <array>
#include <functional>
#include <mutex>
#include <vector>

namespace yichuang {

// The figures of the running service, as Prometheus reads them (text format 0.0.4). Labels are templates,
// statuses and names of limits, never a device or a person. Any thread.
class Metrics
{
public:
    // Upper bounds, ascending; the one beyond all is added.
    using Bounds = std::vector<double>;

    // `labels` as in the text: route="/v1/feed",status="200"; empty for none.
    void count(const char *name, const QByteArray &labels = {}, double by = 1);
    void observe(const char *name, const QByteArray &labels, double value);
    // Asked at each reading, on the reader's thread.
    void gauge(const char *name, const QByteArray &labels, std::function<double()> read);
    // Before the first use of a name; a name that nobody described is printed without help.
    void describe(const char *name, const char *help, Bounds bounds = {});

    QByteArray text() const;
    // Of a counter; 0 for one that never counted.
    double counted(const char *name, const QByteArray &labels = {}) const;

private:
    struct Histogram
    {
        std::vector<quint64> buckets;
        quint64 count = 0;
        double sum = 0;
    };
    struct Description
    {
        const char *help = "";
        Bounds bounds;
    };
    template <typename Value>
    using Series = QMap<QByteArray, QMap<QByteArray, Value>>; // name, labels

    void head(QByteArray &text, const QByteArray &name, const char *type) const;
    void histogramText(QByteArray &text, const QByteArray &name) const;

    mutable std::mutex m_mutex;
    QHash<QByteArray, Description> m_described;
    Series<double> m_counters;
    Series<Histogram> m_histograms;
    Series<std::function<double()>> m_gauges;
};

} // namespace yichuang
