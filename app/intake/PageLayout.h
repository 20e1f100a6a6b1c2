#pragma once

#include "intake/DraftDocument.h"

namespace yichuang {

// Rearranges the pages of a draft and takes the last rearrangement back. A page that lands meanwhile is never
// lost by taking an earlier change back. Pages are only ever moved out of sight: the blobs stay in the store.
class PageLayout
{
public:
    explicit PageLayout(DraftDocument *draft)
        : m_draft(draft)
    {}

    // Each returns false, and changes nothing, where the page or the position is not there.
    bool move(int page, int position); // within its line
    bool rotate(int page, int quarterTurns);
    bool refile(int page, const QString &line);
    bool remove(int page);
    bool note(int page, const QString &note);
    void add(const QString &line, const DraftPage &page);

    bool canUndo() const { return !m_past.isEmpty(); }
    bool undo();
    void forget() { m_past.clear(); } // another draft begins

private:
    using Pages = QMap<QString, QList<DraftPage>>;
    static constexpr int rememberedSteps = 100;

    void remember();
    Pages pages() const;
    DraftMaterial &line(const QString &name);
    DraftPage *find(int page);

    DraftDocument *m_draft;
    QList<Pages> m_past;
};

} // namespace yichuang
