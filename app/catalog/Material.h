#pragma once

#include "catalog/Condition.h"

#include <QList>
#include <QString>

namespace yichuang {

enum class MaterialForm
{
    Original,       // "original"
    Copy,           // "copy"
    OriginalOrCopy, // "original-or-copy"
    OriginalSeen,   // "original-seen": the original is compared and goes back, a copy stays
};

// One paper of an item. Two items that name the same id mean the same paper; a bundle takes it once.
struct Material
{
    QString id; // "person.id-card"
    QString name;
    MaterialForm form = MaterialForm::Original;
    int count = 1;
    bool required = true;    // where `when` holds
    Condition when;          // always, unless the item says for whom
    bool deferrable = false; // 容缺: a secondary paper that may come later
    int deferDays = 0;       // working days; never longer than the committed limit
    bool scan = true;        // its pages are kept in the case
    bool fromForm = false;   // drawn up from the one form and signed, so nobody has to bring it
    QString exemptGround;    // 免提交: why it need not be brought; empty where it must
    QString reuseGround;     // 复用: from which licence or earlier case it may be taken; empty where not
    QString hint;            // "含签字页"
    QString basis;           // by which rule it is asked for
    QString source;          // who gives it out: "applicant", "government", "agency", "other"
};

QString toString(MaterialForm form);

} // namespace yichuang
