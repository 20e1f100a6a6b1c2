// How a row of the checklist stands, and what can be done with it, in words.
#include "ui/intake/VerdictPresenter.h"

#include <algorithm>

namespace yichuang::intakeui {

QString VerdictPresenter::lineNote(const ChecklistLine &line) const
{
    QStringList parts;
    if (line.state == LineState::Deferred)
        parts.append(tr("bring until %1").arg(line.due.toString(QStringLiteral("MM-dd"))));
    else if (line.pages > 0)
        parts.append(tr("%1 pages kept").arg(line.pages));
    else if (line.fromForm && line.state == LineState::Complete)
        parts.append(tr("drawn up from the form"));
    else if (line.state == LineState::Complete)
        parts.append(line.form == u"copy" ? tr("copy seen") : tr("original seen"));
    else if (line.state == LineState::Missing)
        parts.append(wantsWord(line));
    if ((line.state == LineState::Exempted || line.state == LineState::Reused) && !line.note.isEmpty())
        parts.append(line.note);
    if (line.state == LineState::Missing && line.deferrable)
        parts.append(tr("may follow: Q"));
    if (line.state == LineState::Missing && line.reusable)
        parts.append(tr("may be reused: R"));
    return parts.join(QStringLiteral(" · "));
}

QString VerdictPresenter::lineKeys(const QString &line) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&](const ChecklistLine &each) { return each.line == line; });
    if (found == m_lines.end() || found->fromForm)
        return {};
    const bool open = found->state == LineState::Missing || found->state == LineState::Deferred;
    QStringList keys;
    if (open)
        keys.append(found->wants == u"copy" ? tr("Space copy seen") : tr("Space original seen"));
    if (open && found->reusable)
        keys.append(tr("R reuse"));
    if (open && found->exemptible)
        keys.append(tr("M exempt"));
    if (found->state == LineState::Missing && found->deferrable)
        keys.append(tr("Q bring later"));
    keys.append(tr("S scan"));
    if (found->state != LineState::Missing)
        keys.append(tr("Del take back"));
    for (QString &key : keys)
        key.replace(u' ', QChar::Nbsp); // a key and its word stay on one row
    return keys.join(QStringLiteral(" · "));
}

QString VerdictPresenter::wantsWord(const ChecklistLine &line) const
{
    QString word = tr("original");
    if (line.wants == u"copy")
        word = tr("copy");
    else if (line.wants == u"original-or-copy")
        word = tr("original or copy");
    else if (line.wants == u"original-seen")
        word = tr("original to compare");
    if (line.copies > 1)
        word += QStringLiteral(" × %1").arg(line.copies);
    return line.hint.isEmpty() ? word : word + u'，' + line.hint;
}

QString VerdictPresenter::stateWord(LineState state) const
{
    switch (state) {
    case LineState::Missing:
        return tr("missing");
    case LineState::Complete:
        return tr("complete");
    case LineState::Reused:
        return tr("licence reused");
    case LineState::Exempted:
        return tr("not needed");
    case LineState::Deferred:
        return tr("to follow");
    }
    return {};
}

} // namespace yichuang::intakeui
