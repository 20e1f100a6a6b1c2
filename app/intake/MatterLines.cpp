#include "intake/MatterLines.h"

namespace yichuang {

LineState standingOf(const Material &material, const DraftMaterial &given)
{
    if (given.state != LineState::Missing)
        return given.state;
    if (!given.pages.isEmpty() || material.fromForm)
        return LineState::Complete;
    return material.exemptGround.isEmpty() ? LineState::Missing : LineState::Exempted;
}

QMap<QString, JudgedLine> judgedLines(const QList<ApplicableLine> &lines, const DraftDocument &draft)
{
    QMap<QString, JudgedLine> judged;
    for (const ApplicableLine &line : lines) {
        const DraftMaterial given = draft.materials.value(line.material.id);
        judged.insert(line.material.id, {standingOf(line.material, given), given.form, given.count,
                                         int(given.pages.size()), given.due});
    }
    return judged;
}

ChecklistLine checklistLine(const ApplicableLine &line, const DraftDocument &draft)
{
    const Material &material = line.material;
    const DraftMaterial given = draft.materials.value(material.id);
    ChecklistLine result;
    result.line = material.id;
    result.name = material.name;
    result.number = line.number;
    result.state = standingOf(material, given);
    result.required = line.required;
    result.deferrable = material.deferrable;
    result.exemptible = !material.exemptGround.isEmpty();
    result.reusable = !material.reuseGround.isEmpty();
    result.fromForm = material.fromForm;
    result.needsScan = material.scan;
    result.wants = toString(material.form);
    result.copies = material.count;
    result.hint = material.hint;
    result.note = given.ground;
    if (result.note.isEmpty() && result.state == LineState::Exempted)
        result.note = material.exemptGround;
    if (result.note.isEmpty() && result.reusable)
        result.note = material.reuseGround;
    result.form = given.form;
    result.due = given.due;
    result.pages = static_cast<int>(given.pages.size());
    return result;
}

} // namespace yichuang
