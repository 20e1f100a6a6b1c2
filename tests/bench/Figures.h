#pragma once

#include <QElapsedTimer>
#include <QList>

#include <algorithm>
#include <cstdio>

namespace yichuang::bench {

// What tests/bench/table.py reads: a figure, and the floor or peer of the same run beside it.
struct Figure
{
    const char *name;
    double value;
    double floor;
    const char *unit;
    const char *beside;
};

inline void print(const Figure &figure)
{
    std::printf("{\"name\":\"%s\",\"value\":%.4f,\"floor\":%.4f,\"unit\":\"%s\",\"beside\":\"%s\"}\n",
                figure.name, figure.value, figure.floor, figure.unit, figure.beside);
}

template <typename Work>
double milliseconds(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// By nearest rank.
inline double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<qsizetype>(static_cast<double>(values.size() - 1) * share));
}

} // namespace yichuang::bench
