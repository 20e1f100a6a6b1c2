#include "intake/PageLayout.h"

namespace yichuang {

PageLayout::Pages PageLayout::pages() const
{
    Pages result;
    for (auto material = m_draft->materials.cbegin(); material != m_draft->materials.cend(); ++material)
        result.insert(material.key(), material->pages);
    return result;
}

void PageLayout::remember()
{
    m_past.append(pages());
    if (m_past.size() > rememberedSteps)
        m_past.removeFirst();
}

DraftMaterial &PageLayout::line(const QString &name)
{
    DraftMaterial &material = m_draft->materials[name];
    material.line = name;
    return material;
}

DraftPage *PageLayout::find(int page)
{
    for (DraftMaterial &material : m_draft->materials) {
        for (DraftPage &candidate : material.pages) {
            if (candidate.id == page)
                return &candidate;
        }
    }
    return nullptr;
}

bool PageLayout::move(int page, int position)
{
    const QString name = m_draft->lineOf(page);
    if (name.isEmpty() || position < 0 || position >= m_draft->materials[name].pages.size())
        return false;
    remember();
    QList<DraftPage> &list = line(name).pages;
    for (qsizetype from = 0; from < list.size(); ++from) {
        if (list.at(from).id == page) {
            list.move(from, position);
            break;
        }
    }
    return true;
}

bool PageLayout::rotate(int page, int quarterTurns)
{
    if (!find(page))
        return false;
    remember();
    DraftPage *found = find(page);
    found->rotation = ((found->rotation / 90 + quarterTurns) % 4 + 4) % 4 * 90;
    return true;
}

bool PageLayout::refile(int page, const QString &target)
{
    const QString from = m_draft->lineOf(page);
    if (from.isEmpty() || target.isEmpty() || from == target)
        return false;
    remember();
    const DraftPage moved = *find(page);
    line(from).pages.removeIf([page](const DraftPage &candidate) { return candidate.id == page; });
    line(target).pages.append(moved);
    return true;
}

bool PageLayout::remove(int page)
{
    const QString from = m_draft->lineOf(page);
    if (from.isEmpty())
        return false;
    remember();
    line(from).pages.removeIf([page](const DraftPage &candidate) { return candidate.id == page; });
    return true;
}

bool PageLayout::note(int page, const QString &note)
{
    if (!find(page))
        return false;
    remember();
    find(page)->note = note;
    return true;
}

void PageLayout::add(const QString &name, const DraftPage &page)
{
    line(name).pages.append(page);
    for (Pages &past : m_past)
        past[name].append(page);
}

bool PageLayout::undo()
{
    if (m_past.isEmpty())
        return false;
    const Pages before = m_past.takeLast();
    for (DraftMaterial &material : m_draft->materials)
        material.pages = before.value(material.line);
    for (auto pages = before.cbegin(); pages != before.cend(); ++pages) {
        if (!pages->isEmpty())
            line(pages.key()).pages = *pages;
    }
    return true;
}

} // namespace yichuang
