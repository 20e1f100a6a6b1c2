#pragma once

#include "base/Async.h"
#include "intake/PaperOutput.h"

#include "domain/Case.h"

#include <QObject>

namespace yichuang {

class Store;

// Prints a further copy of a paper of a case that is long in the store: the same bytes as the first, and
// recorded as the next copy. One that never came out is still the same copy.
class CaseReprint final : public QObject
{
    Q_OBJECT
public:
    // Both outlive it.
    CaseReprint(Store &store, PaperOutput &output, QObject *parent = nullptr);

    // BlobUnknown where this station does not have the paper: it was given elsewhere.
    Pending<PrintReply> print(const CaseId &id, const QString &paper, const QString &clerk);

private:
    Pending<PrintReply> send(const CaseId &id, const PrintedPaper &copy, const QByteArray &bytes,
                             const QString &clerk);
    Pending<PrintReply> record(const CaseId &id, const PrintedPaper &copy, const PrintReply &reply,
                               const QString &clerk);

    Store &m_store;
    PaperOutput &m_output;
};

} // namespace yichuang
