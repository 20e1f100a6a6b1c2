#include "platform/http/Metrics.h"

#include <algorithm>

namespace yichuang {

namespace {

QByteArray nameKey(const char *name)
{
    return QByteArray::fromRawData(name, static_cast<qsizetype>(qstrlen(name)));
}

QByteArray braced(const QByteArray &labels, const QByteArray &more = {})
{
    const QByteArray all = labels.isEmpty() || more.isEmpty() ? labels + more : labels + ',' + more;
    return all.isEmpty() ? all : '{' + all + '}';
}

QByteArray numberText(double value)
{
    return QByteArray::number(value, 'g', 15);
}

void line(QByteArray &text, const QByteArray &name, const QByteArray &labels, double value)
{
    text += name + labels + ' ' + numberText(value) + '\n';
}

} // namespace

void Metrics::describe(const char *name, const char *help, Bounds bounds)
{
    const std::lock_guard lock(m_mutex);
    m_described.insert(name, {help, std::move(bounds)});
}

void Metrics::count(const char *name, const QByteArray &labels, double by)
{
    const std::lock_guard lock(m_mutex);
    m_counters[nameKey(name)][labels] += by;
}

void Metrics::observe(const char *name, const QByteArray &labels, double value)
{
    const std::lock_guard lock(m_mutex);
    const Bounds &bounds = m_described[nameKey(name)].bounds;
    Histogram &histogram = m_histograms[nameKey(name)][labels];
    histogram.buckets.resize(bounds.size());
    const auto bucket = std::ranges::lower_bound(bounds, value) - bounds.begin();
    if (static_cast<size_t>(bucket) < bounds.size())
        ++histogram.buckets[static_cast<size_t>(bucket)];
    ++histogram.count;
    histogram.sum += value;
}

void Metrics::gauge(const char *name, const QByteArray &labels, std::function<double()> read)
{
    const std::lock_guard lock(m_mutex);
    m_gauges[nameKey(name)][labels] = std::move(read);
}

double Metrics::counted(const char *name, const QByteArray &labels) const
{
    const std::lock_guard lock(m_mutex);
    return m_counters.value(nameKey(name)).value(labels);
}

void Metrics::head(QByteArray &text, const QByteArray &name, const char *type) const
{
    text += "# HELP " + name + ' ' + m_described.value(name).help + '\n';
    text += "# TYPE " + name + ' ' + type + '\n';
}

void Metrics::histogramText(QByteArray &text, const QByteArray &name) const
{
    const Bounds bounds = m_described.value(name).bounds;
    const auto &series = m_histograms[name];
    for (auto one = series.begin(); one != series.end(); ++one) {
        quint64 upTo = 0;
        for (size_t i = 0; i < bounds.size(); ++i) {
            upTo += one->buckets[i];
            line(text, name + "_bucket", braced(one.key(), "le=\"" + numberText(bounds[i]) + '"'),
                 static_cast<double>(upTo));
        }
        line(text, name + "_bucket", braced(one.key(), "le=\"+Inf\""), static_cast<double>(one->count));
        line(text, name + "_sum", braced(one.key()), one->sum);
        line(text, name + "_count", braced(one.key()), static_cast<double>(one->count));
    }
}

QByteArray Metrics::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text;
    for (auto name = m_counters.begin(); name != m_counters.end(); ++name) {
        head(text, name.key(), "counter");
        for (auto one = name->begin(); one != name->end(); ++one)
            line(text, name.key(), braced(one.key()), *one);
    }
    for (auto name = m_gauges.begin(); name != m_gauges.end(); ++name) {
        head(text, name.key(), "gauge");
        for (auto one = name->begin(); one != name->end(); ++one)
            line(text, name.key(), braced(one.key()), (*one)());
    }
    for (auto name = m_histograms.begin(); name != m_histograms.end(); ++name) {
        head(text, name.key(), "histogram");
        histogramText(text, name.key());
    }
    return text;
}

} // namespace yichuang
