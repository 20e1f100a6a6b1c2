#include "ui/shell/LineWords.h"

#include "base/Clock.h"
#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>

namespace yichuang {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("shell", text);
}

QString goesOn()
{
    return words(QT_TRANSLATE_NOOP("shell", "Read cards, give numbers and print slips as always. Everything "
                                            "is kept encrypted on this machine and sent by itself when the "
                                            "line is back; nothing is typed again."));
}

// The clerk can wait for these by herself; for the others the error says what to do.
bool endsByItself(ErrorCode code)
{
    return code == ErrorCode::LineDown || code == ErrorCode::PlatformBusy;
}

bool isNoLine(ErrorCode code)
{
    return endsByItself(code) || code == ErrorCode::NotThePlatform || code == ErrorCode::CaptivePortal ||
           code == ErrorCode::CertificateWrong || code == ErrorCode::ExchangeStalled;
}

QString sinceWords(const SyncStatus &status, const QDateTime &now)
{
    if (!status.downSince)
        return {};
    return words(QT_TRANSLATE_NOOP("shell", "since %1, %2"))
        .arg(pointWords(*status.downSince, now), durationWords(status.downSince->msecsTo(now)));
}

StatusModel::Band down(const SyncStatus &status, const QDateTime &now)
{
    StatusModel::Band band;
    band.tone = QStringLiteral("local");
    band.since = sinceWords(status, now);
    band.goesOn = goesOn();
    const bool noLine = !status.problem || isNoLine(status.problem->code);
    band.title = noLine ? words(QT_TRANSLATE_NOOP("shell", "Taking in cases offline"))
                        : words(QT_TRANSLATE_NOOP("shell", "Sending does not succeed for now"));
    if (!status.problem)
        return band;
    const ErrorText text = errorText(*status.problem);
    band.reason = endsByItself(status.problem->code) ? text.happened : text.happened + text.toDo;
    return band;
}

StatusModel::Band stopped(const SyncStatus &status, const QDateTime &now)
{
    StatusModel::Band band;
    band.tone = QStringLiteral("warn");
    band.title = words(QT_TRANSLATE_NOOP("shell", "Sending has stopped: a person must look"));
    band.since = sinceWords(status, now);
    if (!status.problem)
        return band;
    const ErrorText text = errorText(*status.problem);
    band.goesOn = text.toDo + text.kept;
    band.reason = text.happened;
    return band;
}

} // namespace

QString durationWords(qint64 milliseconds)
{
    const qint64 minutes = qMax<qint64>(0, milliseconds) / 60000;
    if (minutes < 1)
        return words(QT_TRANSLATE_NOOP("shell", "less than 1 min"));
    const qint64 hours = minutes / 60;
    const qint64 days = hours / 24;
    QStringList parts;
    if (days > 0)
        parts << words(QT_TRANSLATE_NOOP("shell", "%1 d")).arg(days);
    if (hours % 24 > 0)
        parts << words(QT_TRANSLATE_NOOP("shell", "%1 h")).arg(hours % 24);
    if (days == 0 && minutes % 60 > 0)
        parts << words(QT_TRANSLATE_NOOP("shell", "%1 min")).arg(minutes % 60);
    return parts.join(u' ');
}

QString pointWords(const QDateTime &at, const QDateTime &now)
{
    const QString format =
        businessDate(at) == businessDate(now) ? QStringLiteral("HH:mm") : QStringLiteral("MM-dd HH:mm");
    return toBusinessTime(at).toString(format);
}

std::optional<StatusModel::Band> lineBand(const SyncStatus &status, const QDateTime &now)
{
    switch (status.line) {
    case LineCondition::Down:
        return down(status, now);
    case LineCondition::Stopped:
        return stopped(status, now);
    case LineCondition::Unknown:
    case LineCondition::Up:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace yichuang
