#include "intake/SessionPrivate.h"

#include "domain/Dates.h"

namespace yichuang {

namespace {

constexpr qsizetype maximumPageBytes = 64 * 1024 * 1024;

bool isTaken(const QByteArray &bytes, const QString &mediaType)
{
    static const QStringList taken{QStringLiteral("image/png"), QStringLiteral("image/jpeg"),
                                   QStringLiteral("image/tiff"), QStringLiteral("application/pdf")};
    return !bytes.isEmpty() && bytes.size() <= maximumPageBytes && taken.contains(mediaType);
}

} // namespace

DraftMaterial &IntakeSession::Private::line(const QString &name)
{
    DraftMaterial &material = draft.materials[name];
    material.line = name;
    return material;
}

Result<void> IntakeSession::Private::requireLine(const QString &name) const
{
    const Result<void> lawful = require(IntakeCommand::Edit);
    if (!lawful)
        return lawful;
    if (!matter.hasLine(name))
        return unknownInIntake(name);
    return {};
}

Result<void> IntakeSession::Private::layoutChanged(bool done)
{
    if (!done)
        return unknownInIntake(QStringLiteral("page"));
    touch();
    Q_EMIT q->materialsChanged();
    return {};
}

namespace {

// The line as the clerk has not touched it, its pages kept.
void reset(DraftMaterial &material, LineState state)
{
    const QList<DraftPage> pages = material.pages;
    material = DraftMaterial{material.line, state, pages, {}, 0, {}, {}, {}};
}

} // namespace

Result<void> IntakeSession::checkMaterial(const QString &line, const QString &form, int count)
{
    const Result<void> lawful = d->requireLine(line);
    if (!lawful)
        return lawful;
    DraftMaterial &material = d->line(line);
    reset(material, LineState::Complete);
    material.form = form;
    material.count = qBound(1, count, 1000);
    d->recordHandOver();
    return d->layoutChanged(true);
}

Result<void> IntakeSession::reuseMaterial(const QString &line, const QString &ground,
                                          const QString &reference)
{
    const Result<void> lawful = d->requireLine(line);
    if (!lawful)
        return lawful;
    DraftMaterial &material = d->line(line);
    reset(material, LineState::Reused);
    material.ground = ground;
    material.reference = reference;
    return d->layoutChanged(true);
}

Result<void> IntakeSession::exemptMaterial(const QString &line, const QString &ground)
{
    const Result<void> lawful = d->requireLine(line);
    if (!lawful)
        return lawful;
    DraftMaterial &material = d->line(line);
    reset(material, LineState::Exempted);
    material.ground = ground;
    return d->layoutChanged(true);
}

Result<void> IntakeSession::deferMaterial(const QString &line)
{
    const Result<void> lawful = d->requireLine(line);
    if (!lawful)
        return lawful;
    reset(d->line(line), LineState::Deferred);
    d->line(line).due = d->matter.deferralDue(line, d->today());
    return d->layoutChanged(true);
}

Result<void> IntakeSession::clearMaterial(const QString &line)
{
    const Result<void> lawful = d->requireLine(line);
    if (!lawful)
        return lawful;
    reset(d->line(line), LineState::Missing);
    return d->layoutChanged(true);
}

Result<void> IntakeSession::addPage(const QString &line, const QByteArray &bytes, const QString &mediaType,
                                    const QString &origin)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    if (!lawful)
        return lawful;
    if (!line.isEmpty() && line != DraftDocument::unsorted && !d->matter.hasLine(line))
        return unknownInIntake(line);
    if (!isTaken(bytes, mediaType))
        return raise(ErrorCode::PageNotTaken, mediaType);
    DraftPage page;
    page.id = d->draft.nextPage++;
    page.size = bytes.size();
    page.mediaType = mediaType;
    page.origin = origin;
    page.at = d->now();
    const QString target = line.isEmpty() ? QString(DraftDocument::unsorted) : line;
    const DraftId owner = d->draft.id;
    ++d->pagesInFlight;
    whenFinished(d->ports.store.putBlob(bytes, mediaType), this,
                 [this, owner, target, page](const Result<Digest> &stored) {
                     d->onPageStored(owner, target, page, stored);
                 });
    return {};
}

void IntakeSession::Private::onPageStored(DraftId owner, const QString &lineName, DraftPage page,
                                          const Result<Digest> &stored)
{
    // A page of a draft that was thrown away meanwhile belongs to nobody.
    if (owner != draft.id)
        return;
    --pagesInFlight;
    if (stored) {
        page.blob = *stored;
        // Meanwhile another item may have been chosen; the page then waits in the tray.
        const QString target = matter.hasLine(lineName) ? lineName : QString(DraftDocument::unsorted);
        layout.add(target, page);
        recordHandOver();
        touch();
        Q_EMIT q->materialsChanged();
        Q_EMIT q->pageAdded(target, page.id);
    } else {
        Q_EMIT q->pageFailed(lineName, stored.error());
    }
    if (pagesInFlight == 0 && afterPages)
        std::exchange(afterPages, nullptr)();
}

void IntakeSession::Private::whenPagesAreKept(std::function<void()> then)
{
    if (pagesInFlight == 0)
        then();
    else
        afterPages = std::move(then);
}

Result<void> IntakeSession::movePage(int page, int position)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    return lawful ? d->layoutChanged(d->layout.move(page, position)) : lawful;
}

Result<void> IntakeSession::rotatePage(int page, int quarterTurns)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    return lawful ? d->layoutChanged(d->layout.rotate(page, quarterTurns)) : lawful;
}

Result<void> IntakeSession::refilePage(int page, const QString &line)
{
    const Result<void> lawful =
        line == DraftDocument::unsorted ? d->require(IntakeCommand::Edit) : d->requireLine(line);
    return lawful ? d->layoutChanged(d->layout.refile(page, line)) : lawful;
}

Result<void> IntakeSession::removePage(int page)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    return lawful ? d->layoutChanged(d->layout.remove(page)) : lawful;
}

Result<void> IntakeSession::notePage(int page, const QString &note)
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    return lawful ? d->layoutChanged(d->layout.note(page, note)) : lawful;
}

Result<void> IntakeSession::undo()
{
    const Result<void> lawful = d->require(IntakeCommand::Edit);
    return lawful ? d->layoutChanged(d->layout.undo()) : lawful;
}

bool IntakeSession::canUndo() const
{
    return d->layout.canUndo();
}

Pending<QByteArray> IntakeSession::pageBytes(int page) const
{
    const DraftPage *found = d->draft.page(page);
    if (!found)
        return finished<QByteArray>(unknownInIntake(QStringLiteral("page")));
    return d->ports.store.blob(found->blob);
}

} // namespace yichuang
