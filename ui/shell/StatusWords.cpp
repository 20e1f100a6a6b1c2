#include "ui/shell/StatusWords.h"

#include "base/Clock.h"
#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>

namespace yichuang {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("shell", text);
}

// By cases, as the rail and the outbox count; what belongs to no case by its records.
QString waiting(const OutboxStatus &outbox)
{
    if (outbox.unsentCases > 0)
        return words(QT_TRANSLATE_NOOP("shell", "to send %1")).arg(outbox.unsentCases);
    if (outbox.unsentEvents > 0)
        return words(QT_TRANSLATE_NOOP("shell", "to send %1 records")).arg(outbox.unsentEvents);
    return words(QT_TRANSLATE_NOOP("shell", "to send %1 pages")).arg(outbox.unsentPages);
}

bool allSent(const OutboxStatus &outbox)
{
    return outbox.unsentEvents == 0 && outbox.unsentPages == 0;
}

// Why there is no way to the platform, where it is another reason than the line: then a person can do
// something.
QString offlineHint(const SyncStatus &status)
{
    if (status.problem && status.problem->code != ErrorCode::LineDown)
        return errorText(*status.problem).inOneLine();
    return words(QT_TRANSLATE_NOOP("shell", "Go on as usual: everything is kept on this machine and sent by "
                                            "itself when the line is back."));
}

StatusModel::Tag offline(const SyncStatus &status)
{
    const QString what =
        allSent(status.outbox) ? words(QT_TRANSLATE_NOOP("shell", "nothing waits")) : waiting(status.outbox);
    const bool portal = status.problem && status.problem->code == ErrorCode::CaptivePortal;
    const QString state = portal ? words(QT_TRANSLATE_NOOP("shell", "The network wants a login · %1"))
                                 : words(QT_TRANSLATE_NOOP("shell", "Offline · %1"));
    return {state.arg(what), QStringLiteral("local"), offlineHint(status)};
}

StatusModel::Tag online(const SyncStatus &status)
{
    const QString hint = status.problem ? errorText(*status.problem).inOneLine() : QString();
    if (!allSent(status.outbox))
        return {words(QT_TRANSLATE_NOOP("shell", "Connected · %1")).arg(waiting(status.outbox)),
                QStringLiteral("info"), hint};
    // The platform took them and set them aside: that is not 'all sent'.
    if (status.outbox.setAside > 0)
        return {words(QT_TRANSLATE_NOOP("shell", "Connected · %1 refused by the platform"))
                    .arg(status.outbox.setAside),
                QStringLiteral("warn"), hint};
    const QString at = status.lastSuccess
                           ? toBusinessTime(*status.lastSuccess).toString(QStringLiteral("HH:mm"))
                           : QString();
    return {words(QT_TRANSLATE_NOOP("shell", "Connected · all sent %1")).arg(at), QStringLiteral("ok"), {}};
}

// The short word of a lamp; the whole sentence is in the hint.
QString lampWord(const DeviceCondition &condition)
{
    const auto code = errorCodeFromShort(condition.code);
    if (!code)
        return condition.lamp == DeviceLamp::Broken ? words(QT_TRANSLATE_NOOP("shell", "not ready"))
                                                    : QString();
    switch (*code) {
    case ErrorCode::PrinterPaperOut:
        return words(QT_TRANSLATE_NOOP("shell", "no paper"));
    case ErrorCode::PrinterCoverOpen:
    case ErrorCode::ScannerCoverOpen:
        return words(QT_TRANSLATE_NOOP("shell", "cover open"));
    case ErrorCode::ScannerJammed:
        return words(QT_TRANSLATE_NOOP("shell", "paper jam"));
    case ErrorCode::DeviceHostDied:
    case ErrorCode::DeviceHung:
        return words(QT_TRANSLATE_NOOP("shell", "starting again"));
    case ErrorCode::DeviceUnreachable:
    case ErrorCode::ReaderSilent:
    case ErrorCode::ScannerOffline:
    case ErrorCode::PrinterOffline:
    case ErrorCode::DocumentPrinterMissing:
        return words(QT_TRANSLATE_NOOP("shell", "not connected"));
    default:
        return words(QT_TRANSLATE_NOOP("shell", "not ready"));
    }
}

Lamp lampOf(DeviceLamp lamp)
{
    switch (lamp) {
    case DeviceLamp::Unknown:
        return Lamp::Off;
    case DeviceLamp::Ready:
        return Lamp::Good;
    case DeviceLamp::Attention:
        return Lamp::Warn;
    case DeviceLamp::Broken:
        return Lamp::Fault;
    }
    return Lamp::Off;
}

} // namespace

StatusModel::Tag syncTag(const SyncStatus &status)
{
    switch (status.line) {
    case LineCondition::Unknown:
        return {words(QT_TRANSLATE_NOOP("shell", "Connecting")), QStringLiteral("quiet"), {}};
    case LineCondition::Up:
        return online(status);
    case LineCondition::Down:
        return offline(status);
    case LineCondition::Stopped:
        return {words(QT_TRANSLATE_NOOP("shell", "Sending has stopped")), QStringLiteral("error"),
                status.problem ? errorText(*status.problem).inOneLine() : QString()};
    }
    return {};
}

DeviceState deviceState(const QString &id, const QString &name, const DeviceCondition &condition)
{
    const QString word = condition.lamp == DeviceLamp::Ready ? QString() : lampWord(condition);
    return {id, name, lampOf(condition.lamp), word};
}

} // namespace yichuang
