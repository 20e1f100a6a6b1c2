#include "intake/CaseReprint.h"

#include "intake/CaseFacts.h"
#include "store/Store.h"

#include <algorithm>

namespace yichuang {

namespace {

// The copy that is to be printed now; without a hash where the case has no such paper.
PrintedPaper nextCopy(const Case &value, const QString &paper)
{
    const auto last = std::find_if(value.papers.crbegin(), value.papers.crend(),
                                   [&paper](const PrintedPaper &each) { return each.paper == paper; });
    PrintedPaper copy = last == value.papers.crend() ? PrintedPaper() : *last;
    copy.copy += copy.refused ? 0 : 1;
    return copy;
}

bool isSlip(const QString &paper)
{
    return paper.endsWith(QStringLiteral("-slip"));
}

IssuedPaper issued(const CaseId &id, const PrintedPaper &copy, PrintState state)
{
    IssuedPaper paper;
    paper.paper = copy.paper;
    paper.number = copy.number;
    paper.checkCode = copy.checkCode;
    paper.caseId = id;
    paper.copy = copy.copy;
    paper.hash = Digest::fromHex(copy.hash.toLatin1()).value_or(Digest());
    paper.state = state == PrintState::Confirmed ? IssuedPaper::State::Confirmed
                  : state == PrintState::Refused ? IssuedPaper::State::Refused
                                                 : IssuedPaper::State::Unconfirmed;
    return paper;
}

} // namespace

CaseReprint::CaseReprint(Store &store, PaperOutput &output, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_output(output)
{}

Pending<PrintReply> CaseReprint::print(const CaseId &id, const QString &paper, const QString &clerk)
{
    return chained(m_store.loadCase(id), this, [this, id, paper, clerk](const CaseDetail &detail) {
        const PrintedPaper copy = nextCopy(detail.value, paper);
        const Digest hash = Digest::fromHex(copy.hash.toLatin1()).value_or(Digest());
        return chained(m_store.blob(hash), this, [this, id, copy, clerk](const QByteArray &bytes) {
            return send(id, copy, bytes, clerk);
        });
    });
}

Pending<PrintReply> CaseReprint::send(const CaseId &id, const PrintedPaper &copy, const QByteArray &bytes,
                                      const QString &clerk)
{
    const PaperJob job{copy.paper,
                       copy.number,
                       copy.number,
                       copy.copy,
                       isSlip(copy.paper) ? PaperDevice::Slip : PaperDevice::A4,
                       bytes};
    return chained(m_output.print(job), this, [this, id, copy, clerk](const PrintReply &reply) {
        return record(id, copy, reply, clerk);
    });
}

Pending<PrintReply> CaseReprint::record(const CaseId &id, const PrintedPaper &copy, const PrintReply &reply,
                                        const QString &clerk)
{
    // Refused once more: nothing new is known.
    if (reply.state == PrintState::Refused && copy.refused)
        return finished(Result<PrintReply>(reply));
    const Fact fact = factOfPaper(issued(id, copy, reply.state));
    return chained(m_store.append({{{fact.caseId, fact.type, fact.payload}}, clerk, {}, {}}), this,
                   [reply](const Appended &) { return finished(Result<PrintReply>(reply)); });
}

} // namespace yichuang
