#pragma once

#include "intake/PageLayout.h"
#include "ui/materials/PageTray.h"

namespace yichuang::test {

// A tray that keeps a draft in memory and its bytes in a map; keeps what it is given at once.
class FakePageTray final : public PageTray
{
public:
    FakePageTray() { draft.id = DraftId(QUuid::createUuid()); }

    void addLine(const QString &line, const QString &name, LineState state = LineState::Missing)
    {
        ChecklistLine entry;
        entry.line = line;
        entry.name = name;
        entry.number = static_cast<int>(checklist.size()) + 1;
        entry.state = state;
        checklist.append(entry);
        Q_EMIT changed();
    }

    QList<ChecklistLine> lines() const override
    {
        QList<ChecklistLine> result = checklist;
        for (ChecklistLine &line : result) {
            line.pages = static_cast<int>(draft.materials.value(line.line).pages.size());
            if (line.pages > 0 && line.state == LineState::Missing)
                line.state = LineState::Complete;
        }
        return result;
    }

    QList<PageGroup> groups() const override
    {
        QList<PageGroup> result;
        const auto put = [&](const QString &line, const QString &name, int number) {
            const QList<DraftPage> pages = draft.materials.value(line).pages;
            if (!pages.isEmpty())
                result.append({line, name, number, pages});
        };
        put(DraftDocument::unsorted, {}, 0);
        for (const ChecklistLine &line : checklist)
            put(line.line, line.name, line.number);
        return result;
    }

    Pending<QByteArray> bytes(int page) const override
    {
        ++fetches;
        if (!blobs.contains(page))
            return finished(Result<QByteArray>(raise(ErrorCode::BlobDamaged)));
        return finished(Result<QByteArray>(blobs.value(page)));
    }
    bool isSaved() const override { return saveHolds; }
    bool canUndo() const override { return layout.canUndo(); }

    Result<void> add(const QString &line, const QByteArray &bytes, const QString &mediaType,
                     const QString &origin) override
    {
        if (refuseNext)
            return raise(ErrorCode::StoreWriteFailed);
        DraftPage page;
        page.id = draft.nextPage++;
        page.blob = Digest::of(QByteArray::number(page.id)); // the store hashes on its own thread
        page.size = bytes.size();
        page.mediaType = mediaType;
        page.origin = origin;
        blobs.insert(page.id, bytes);
        const QString onto = line.isEmpty() ? QString(DraftDocument::unsorted) : line;
        layout.add(onto, page);
        Q_EMIT changed();
        Q_EMIT added(onto, page.id);
        return {};
    }
    Result<void> move(int page, int position) override { return done(layout.move(page, position)); }
    Result<void> rotate(int page, int turns) override { return done(layout.rotate(page, turns)); }
    Result<void> refile(int page, const QString &line) override { return done(layout.refile(page, line)); }
    Result<void> remove(int page) override { return done(layout.remove(page)); }
    Result<void> undo() override { return done(layout.undo()); }

    DraftDocument draft;
    QList<ChecklistLine> checklist;
    QMap<int, QByteArray> blobs;
    PageLayout layout{&draft};
    bool saveHolds = true;
    bool refuseNext = false;
    mutable int fetches = 0;

private:
    Result<void> done(bool happened)
    {
        if (!happened)
            return raise(ErrorCode::StoreWriteFailed);
        Q_EMIT changed();
        return {};
    }
};

} // namespace yichuang::test
