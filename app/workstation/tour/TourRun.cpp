#include "workstation/tour/TourRun.h"

#include "workstation/Workplace.h"
#include "workstation/tour/TourScript.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>

#include <cstdio>

namespace yichuang {

namespace {

// The village's pictures are numbered after the hall's.
constexpr int villageFrom = 31;

std::vector<TourStep> stepsOf(const Options &options, Workplace &workplace)
{
    return options.tourScript == u"village" ? villageSteps(workplace, options.tourCommands)
                                            : hallSteps(workplace, options.tourCommands);
}

} // namespace

TourRun::TourRun(const Options &options, Workplace &workplace, QObject *parent)
    : QObject(parent)
    , m_workplace(workplace)
    , m_script(options.tourScript)
    , m_tour(stepsOf(options, workplace), options.tourFolder,
             options.tourScript == u"village" ? villageFrom : 1)
{
    connect(&m_tour, &Tour::ended, this, &TourRun::onEnded);
}

void TourRun::start()
{
    m_workplace.window().showFullScreen(); // the pictures show the window and nothing else
    m_sinceStart.start();
    m_tour.start();
}

void TourRun::onEnded(const std::optional<Error> &fault)
{
    if (fault)
        return report(fault);
    const CommittedCase accepted = m_workplace.flow().outcome().cases.first();
    compare(accepted.caseId, accepted.number);
}

void TourRun::compare(const CaseId &id, const QString &number)
{
    const Pending<CaseDetail> here = m_workplace.station().store().loadCase(id);
    whenFinished(here, this, [this, id, number](const Result<CaseDetail> &detail) {
        if (!detail)
            return report(detail.error());
        const QString own = detail->value.foldDigest().toHex();
        whenFinished(m_workplace.station().platform().foldOf(id), this,
                     [this, own, number](const Result<CaseFold> &fold) {
                         if (!fold)
                             return report(fold.error());
                         const QString theirs = fold->digest.toHex();
                         m_cases.append(QJsonObject{{QStringLiteral("number"), number},
                                                    {QStringLiteral("stationFold"), own},
                                                    {QStringLiteral("platformFold"), theirs}});
                         report(own == theirs ? std::nullopt
                                              : std::optional<Error>(
                                                    raise(ErrorCode::TourFoldsDiffer, number).value()));
                     });
    });
}

void TourRun::report(const std::optional<Error> &fault)
{
    QJsonObject line{{QStringLiteral("station"), m_script},
                     {QStringLiteral("held"), !fault},
                     {QStringLiteral("cases"), m_cases},
                     {QStringLiteral("steps"), m_tour.report()},
                     {QStringLiteral("milliseconds"), m_sinceStart.elapsed()},
                     {QStringLiteral("longestStallMs"), m_tour.stalls().longestMilliseconds()},
                     {QStringLiteral("longestStallAt"), m_tour.stalls().occasionOfLongest()},
                     {QStringLiteral("stallsOver16Ms"), m_tour.stalls().feltStalls()}};
    if (fault)
        line.insert(QStringLiteral("fault"), logText(*fault));
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    Q_EMIT finished(!fault);
}

} // namespace yichuang
