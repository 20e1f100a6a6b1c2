#include "QueuePrinter.h"

#include "PrintJob.h"
#include "PrinterErrors.h"

#include "devices/DeviceErrors.h"

#include <algorithm>
#include <array>
#include <thread>

namespace yichuang::systemprinter {

namespace {

constexpr std::chrono::milliseconds slice{100};
constexpr qsizetype longestTitle = 80; // characters of up to three bytes; a name of IPP holds 255

bool takesJobs(const IppReply &printer)
{
    return printer.number("printer-is-accepting-jobs").value_or(0) != 0 &&
           printer.number("printer-state") != IPP_PSTATE_STOPPED;
}

QStringList reasonsIn(const IppReply &printer)
{
    QStringList reasons = printer.words("printer-state-reasons");
    reasons.removeAll(QStringLiteral("none"));
    return reasons;
}

void waitFor(std::chrono::milliseconds time, const Stop &stop)
{
    const QDeadlineTimer until(time);
    while (!until.hasExpired() && !stop.isRequested())
        std::this_thread::sleep_for(slice);
}

DeviceCondition conditionIn(const IppReply &printer)
{
    const QStringList reasons = reasonsIn(printer);
    const QString detail = reasons.join(u' ').left(400);
    const bool hasError = std::any_of(reasons.begin(), reasons.end(),
                                      [](const QString &reason) { return reason.endsWith(u"-error"); });
    if (!takesJobs(printer) || hasError)
        return {DeviceLamp::Broken, shortCode(ErrorCode::DocumentPrinterRefused), detail};
    return {reasons.isEmpty() ? DeviceLamp::Ready : DeviceLamp::Attention, {}, detail};
}

} // namespace

QueuePrinter::QueuePrinter(SystemProfile profile, QueuePatience patience)
    : m_profile(std::move(profile))
    , m_patience(patience)
{}

DeviceCondition QueuePrinter::condition(const Stop &stop)
{
    const auto where = address();
    if (!where)
        return broken(where.error());
    auto line = IppLine::open(*where, m_patience.condition, stop);
    if (!line)
        return broken(line.error());
    const auto printer = askPrinter(*line, m_patience.condition);
    return printer ? conditionIn(*printer) : broken(printer.error());
}

Result<PrintProof> QueuePrinter::print(const PrintDocument &document, const Stop &stop)
{
    if (!isPdf(document))
        return printerRefused(QStringLiteral("no PDF"));
    const auto where = address();
    if (!where)
        return passOn(where);
    auto line = IppLine::open(*where, m_patience.connect, stop);
    if (!line)
        return passOn(line);
    const auto printer = askPrinter(*line, m_patience.reply);
    if (!printer)
        return passOn(printer);
    if (!takesJobs(*printer))
        return printerRefused(reasonsIn(*printer).join(u' ').left(400));
    if (stop.isRequested())
        return deviceStopped();
    const IppReply made = line->ask(jobRequest(*line, document), m_patience.document, document.pdf);
    const auto job = made.number("job-id");
    if (made.succeeded() && job)
        return watch(*line, *job, stop);
    // Without an answer nobody knows whether there is a job.
    if (made.wasSent && (!made.message || made.succeeded()))
        return PrintProof::Unconfirmed;
    return printerRefused(QString::fromUtf8(ippErrorString(made.status)));
}

Result<IppAddress> QueuePrinter::address() const
{
    if (!m_profile.queue.isEmpty())
        return IppAddress::ofQueue(m_profile.queue.toUtf8());
    if (const auto address = IppAddress::ofUri(m_profile.uri.toUtf8()))
        return *address;
    return deviceSettingsWrong(QStringLiteral("uri"));
}

Result<IppReply> QueuePrinter::askPrinter(IppLine &line, std::chrono::milliseconds patience) const
{
    static constexpr std::array<const char *, 3> wanted{"printer-is-accepting-jobs", "printer-state",
                                                        "printer-state-reasons"};
    IppMessage message = line.request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  int(wanted.size()), nullptr, wanted.data());
    IppReply reply = line.ask(std::move(message), patience);
    if (reply.succeeded())
        return reply;
    if (reply.status == IPP_STATUS_ERROR_NOT_FOUND)
        return printerMissing(m_profile.queue + m_profile.uri);
    return deviceUnreachable(QString::fromUtf8(ippErrorString(reply.status)));
}

IppMessage QueuePrinter::jobRequest(const IppLine &line, const PrintDocument &document) const
{
    IppMessage message = line.request(IPP_OP_PRINT_JOB);
    const QByteArray title = document.title.left(longestTitle).toUtf8();
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, title.constData());
    ippAddString(message.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                 "application/pdf");
    cups_option_t *options = nullptr;
    int count = 0;
    for (const auto &[name, value] : m_profile.options)
        count = cupsAddOption(name.constData(), value.constData(), count, &options);
    cupsEncodeOptions2(message.get(), count, options, IPP_TAG_JOB);
    cupsFreeOptions(count, options);
    return message;
}

Result<PrintProof> QueuePrinter::watch(IppLine &line, int number, const Stop &stop) const
{
    PrintJob job(line, number);
    const QDeadlineTimer until(m_patience.job);
    bool isKnown = job.look(m_patience.reply);
    while (isKnown && !job.isOver() && !job.isHeld() && !until.hasExpired() && !stop.isRequested()) {
        waitFor(m_patience.pollEvery, stop);
        isKnown = job.look(m_patience.reply);
    }
    line.finishRegardless();
    if (!job.isOver())
        job.cancel(m_patience.condition);
    if (job.isCompleted())
        return PrintProof::Confirmed;
    if (job.cameToNothing())
        return printerRefused(QStringLiteral("the job was never begun"));
    return PrintProof::Unconfirmed;
}

} // namespace yichuang::systemprinter
