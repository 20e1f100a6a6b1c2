#pragma once

#include "documents/NoticeData.h"
#include "intake/PaperMaker.h"

#include <QThreadPool>

namespace yichuang {

class Catalog;

// The papers of an outcome: for each case its notice (A4), and one slip. Drawn on a thread of its own.
class NoticePapers final : public PaperMaker
{
public:
    explicit NoticePapers(const Catalog &catalog); // outlives it
    ~NoticePapers() override;

    Pending<QList<IssuedPaper>> make(const PaperRequest &request) override;

private:
    const Catalog &m_catalog;
    QThreadPool m_thread; // one after the other
};

// What the notice of one case of the outcome says.
NoticeData noticeDataOf(const PaperRequest &request, qsizetype index, const Catalog &catalog);
PaperKind paperKindOf(const PaperRequest &request);

} // namespace yichuang
