#pragma once

#include "base/Id.h"

#include <QString>

#include <optional>

namespace yichuang {

// What the QR code of a paper carries (PAPERS.md): enough to find the case and to check the paper, and
// nothing of the person.
//     YC1:<case number>:<case id, 32 hexadecimal digits>:<paper>:<check code>
struct PaperCode
{
    QString caseNumber;
    CaseId caseId;
    QString paper; // 'paper' of EVENTS.md
    QString checkCode;
    bool operator==(const PaperCode &) const = default;

    QString toString() const;
    // Strict; nullopt for anything that this program does not write.
    static std::optional<PaperCode> fromString(QStringView text);
};

} // namespace yichuang
