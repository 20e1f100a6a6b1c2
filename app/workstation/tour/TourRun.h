#pragma once

#include "base/Id.h"
#include "workstation/Options.h"
#include "workstation/tour/Tour.h"

#include <QElapsedTimer>
#include <QObject>

namespace yichuang {

class Workplace;

// One tour of one station: the steps, then the proof that the platform folds each case to the same digest,
// then a line of JSON on the standard output.
class TourRun final : public QObject
{
    Q_OBJECT
public:
    // The workplace outlives it.
    TourRun(const Options &options, Workplace &workplace, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(bool held);

private:
    void onEnded(const std::optional<Error> &fault);
    void compare(const CaseId &id, const QString &number);
    void report(const std::optional<Error> &fault);

    Workplace &m_workplace;
    QString m_script;
    Tour m_tour;
    QElapsedTimer m_sinceStart;
    QJsonArray m_cases;
};

} // namespace yichuang
