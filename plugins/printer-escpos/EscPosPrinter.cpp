#include "EscPosPrinter.h"

#include "EscPosEncoder.h"

#include "devices/DeviceErrors.h"

#include <QDeadlineTimer>

namespace yichuang::escpos {

namespace {

using std::chrono::milliseconds;

DeviceCondition broken(const Error &error)
{
    return {DeviceLamp::Broken, shortCode(error.code), error.detail};
}

// The first byte of the wanted shape; others are answers that nobody waits for any more.
std::optional<quint8> firstByte(DeviceLine &line, bool (*wanted)(quint8), milliseconds patience,
                                const Stop &stop)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        const QByteArray got = line.read(1, milliseconds(deadline.remainingTime()), stop);
        if (got.isEmpty())
            return std::nullopt;
        if (wanted(quint8(got.front())))
            return quint8(got.front());
    }
    return std::nullopt;
}

} // namespace

EscPosPrinter::EscPosPrinter(PrinterProfile profile, PrinterPatience patience)
    : m_profile(std::move(profile))
    , m_patience(patience)
{}

DeviceCondition EscPosPrinter::condition(const Stop &stop)
{
    auto line = DeviceLine::open(m_profile.line, m_patience.open, stop);
    if (!line)
        return broken(line.error());
    const auto status = m_profile.answers ? ask(*line, stop) : std::nullopt;
    if (!status)
        return {DeviceLamp::Unknown, {}, QStringLiteral("mute")};
    if (const auto fault = faultIn(*status))
        return broken(*fault);
    if (status->paperNearEnd)
        return {DeviceLamp::Attention, {}, QStringLiteral("paper near its end")};
    return {DeviceLamp::Ready, {}, {}};
}

Result<PrintProof> EscPosPrinter::print(const ReceiptPage &page, const Stop &stop)
{
    const QByteArray job = EscPosEncoder(m_profile).encode(page);
    auto line = DeviceLine::open(m_profile.line, m_patience.open, stop);
    if (!line)
        return passOn(line);
    // A printer that says nothing here is taken for a mute one: the slip goes out, unconfirmed.
    const auto status = m_profile.answers ? ask(*line, stop) : std::nullopt;
    const auto fault = status ? faultIn(*status) : std::nullopt;
    if (fault)
        return tl::unexpected<Error>(*fault);
    return send(*line, job, status ? m_patience.proof : m_patience.answer, stop);
}

std::optional<PrinterStatus> EscPosPrinter::ask(DeviceLine &line, const Stop &stop) const
{
    PrinterStatus status;
    line.discard();
    for (int question = 1; question <= 4; ++question) {
        const auto answer = answerTo(line, question, stop);
        if (!answer)
            return question == 1 ? std::nullopt : std::optional(status);
        addAnswer(status, question, *answer);
    }
    return status;
}

std::optional<quint8> EscPosPrinter::answerTo(DeviceLine &line, int question, const Stop &stop) const
{
    const QByteArray bytes = QByteArray::fromHex("1004") + char(question);
    if (line.write(bytes, m_patience.answer, stop) != bytes.size())
        return std::nullopt;
    return firstByte(line, isStatusByte, m_patience.answer, stop);
}

Result<PrintProof> EscPosPrinter::send(DeviceLine &line, const QByteArray &job, milliseconds patience,
                                       const Stop &stop) const
{
    if (stop.isRequested())
        return deviceStopped();
    line.discard();
    const qint64 sent = line.write(job, m_patience.job, stop);
    if (sent == 0)
        return deviceUnreachable(m_profile.line.text());
    if (sent < job.size() || !m_profile.answers)
        return PrintProof::Unconfirmed;
    return proof(line, patience, stop);
}

PrintProof EscPosPrinter::proof(DeviceLine &line, milliseconds patience, const Stop &stop) const
{
    const auto answer = firstByte(line, isProofByte, patience, stop);
    // Where the paper ended, the slip may be whole or torn off in the middle: only the clerk can see that.
    return answer && !saysPaperOut(*answer) ? PrintProof::Confirmed : PrintProof::Unconfirmed;
}

} // namespace yichuang::escpos
