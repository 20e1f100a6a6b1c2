#include "ui/intake/MatterWords.h"

#include <QCoreApplication>

namespace yichuang::intakeui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

QString suffixOf(GapKind kind)
{
    switch (kind) {
    case GapKind::FieldMissing:
        return words(QT_TRANSLATE_NOOP("intake", "(required)"));
    case GapKind::FieldInvalid:
        return words(QT_TRANSLATE_NOOP("intake", "(not right yet)"));
    case GapKind::MaterialMissing:
        return words(QT_TRANSLATE_NOOP("intake", "(paper)"));
    case GapKind::MaterialTooFew:
        return words(QT_TRANSLATE_NOOP("intake", "(too few copies)"));
    case GapKind::MaterialCopyOnly:
        return words(QT_TRANSLATE_NOOP("intake", "(the original is wanted)"));
    case GapKind::MaterialDeferralTooLate:
        return words(QT_TRANSLATE_NOOP("intake", "(the date to bring it has passed)"));
    case GapKind::MaterialDeferralNotAllowed:
        return words(QT_TRANSLATE_NOOP("intake", "(may not come later)"));
    case GapKind::PartyMissing:
        return words(QT_TRANSLATE_NOOP("intake", "(read the card)"));
    case GapKind::PartyKindNotTaken:
        return words(QT_TRANSLATE_NOOP("intake", "(this kind of applicant cannot ask for it)"));
    case GapKind::PartyDocumentNotTaken:
        return words(QT_TRANSLATE_NOOP("intake", "(another document is wanted)"));
    case GapKind::PartyDocumentExpired:
        return words(QT_TRANSLATE_NOOP("intake", "(the document has expired)"));
    case GapKind::PartyTooYoung:
        return words(QT_TRANSLATE_NOOP("intake", "(too young for it)"));
    case GapKind::SituationUnanswered:
    case GapKind::ItemMissing:
    case GapKind::RuleBroken:
        break;
    case GapKind::SiteNotAuthorised:
        return words(QT_TRANSLATE_NOOP("intake", "(not taken at this site)"));
    }
    return {};
}

} // namespace

QString gapWhat(const MatterGap &gap)
{
    return gap.what + suffixOf(gap.reason);
}

QString gapWhy(const MatterGap &gap)
{
    if (gap.fault)
        return faultWords(*gap.fault);
    if (!gap.why.isEmpty())
        return gap.why;
    switch (gap.kind) {
    case MatterGap::Kind::Field:
        return words(QT_TRANSLATE_NOOP("intake", "The application form asks for it"));
    case MatterGap::Kind::Material:
        return words(QT_TRANSLATE_NOOP("intake", "The item's list of materials asks for it"));
    case MatterGap::Kind::Person:
        return words(QT_TRANSLATE_NOOP("intake", "Who takes part must be known"));
    case MatterGap::Kind::Situation:
        return words(QT_TRANSLATE_NOOP("intake", "It decides which materials are needed"));
    case MatterGap::Kind::Nowhere:
        break;
    }
    return {};
}

QString gapHow(const MatterGap &gap)
{
    if (!gap.how.isEmpty())
        return gap.how;
    switch (gap.kind) {
    case MatterGap::Kind::Field:
        return words(QT_TRANSLATE_NOOP("intake", "Tell it at the window or by telephone"));
    case MatterGap::Kind::Material:
        return words(QT_TRANSLATE_NOOP("intake", "Bring it, or send it by courier"));
    case MatterGap::Kind::Person:
        return words(QT_TRANSLATE_NOOP("intake", "Come with a valid document"));
    case MatterGap::Kind::Situation:
        return words(QT_TRANSLATE_NOOP("intake", "Tell it at the window"));
    case MatterGap::Kind::Nowhere:
        break;
    }
    return {};
}

} // namespace yichuang::intakeui
