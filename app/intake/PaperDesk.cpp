#include "intake/PaperDesk.h"

#include "intake/CaseFacts.h"

namespace yichuang {

namespace {

using State = IssuedPaper::State;

QString mediaTypeOf(PaperDevice device)
{
    return device == PaperDevice::A4 ? QStringLiteral("application/pdf") : QStringLiteral("application/json");
}

State stateOf(const Result<PrintReply> &reply)
{
    if (!reply || reply->state == PrintState::Refused)
        return State::Refused;
    return reply->state == PrintState::Confirmed ? State::Confirmed : State::Unconfirmed;
}

} // namespace

PaperDesk::PaperDesk(PaperOutput &output, IntakeStore &store, QObject *parent)
    : QObject(parent)
    , m_output(output)
    , m_store(store)
{}

void PaperDesk::issue(const QList<IssuedPaper> &papers, const QString &clerk)
{
    m_papers = papers;
    m_clerk = clerk;
    Q_EMIT changed();
    // The papers are kept as they are, so that every further copy is the same to the byte.
    for (const IssuedPaper &paper : papers)
        record(m_store.putBlob(paper.bytes, mediaTypeOf(paper.device)));
    for (qsizetype index = 0; index < m_papers.size(); ++index)
        send(index);
}

bool PaperDesk::print(const QString &paper)
{
    for (qsizetype index = 0; index < m_papers.size(); ++index) {
        if (m_papers.at(index).paper == paper && m_papers.at(index).state != State::Printing) {
            send(index);
            return true;
        }
    }
    return false;
}

void PaperDesk::send(qsizetype index)
{
    IssuedPaper &paper = m_papers[index];
    // What was refused never came out: the next attempt is still the same copy.
    if (paper.state != State::Refused)
        ++paper.copy;
    paper.state = State::Printing;
    const IssuedPaper sent = paper;
    Q_EMIT changed();
    whenFinished(m_output.print({sent.paper, sent.number, sent.number, sent.copy, sent.device, sent.bytes}),
                 this, [this, index, sent](const Result<PrintReply> &reply) { onReply(index, sent, reply); });
}

void PaperDesk::onReply(qsizetype index, IssuedPaper sent, const Result<PrintReply> &reply)
{
    sent.state = stateOf(reply);
    sent.refusedBecause.clear();
    const bool isRefused = sent.state == State::Refused;
    if (isRefused)
        sent.refusedBecause = reply ? reply->reason : shortCode(reply.error().code);
    // A refusal is recorded once for a copy: the paper can then be printed later from the case.
    if (!isRefused || !sent.isRefusalKnown)
        record(m_store.append({factOfPaper(sent)}, m_clerk));
    sent.isRefusalKnown = isRefused;
    m_papers[index] = sent;
    Q_EMIT changed();
}

} // namespace yichuang
