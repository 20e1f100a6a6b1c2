#pragma once

#include "catalog/Checklist.h"
#include "catalog/FieldCheck.h"
#include "catalog/OneForm.h"

namespace yichuang {

struct JudgedLine
{
    LineState state = LineState::Missing;
    QString form = {}; // "original", "copy": what was shown; empty where only pages tell
    int count = 0;     // copies shown; 0 where only pages tell
    int pages = 0;
    QDate due = {}; // of a deferred one
};

struct JudgedInput
{
    GivenFacts given;
    QMap<QString, JudgedLine> lines; // by material id
    AdminLevel level = AdminLevel::County;
};

enum class VerdictOutcome
{
    Acceptable,              // 可以受理
    AcceptableWithTolerance, // 可以受理，容缺 n 件
    Collectable,             // this site may only collect, and everything is here
    OneTimeNotice,           // 还差 n 项: everything that is missing is in the gaps
    NotAcceptable,           // 不能受理: a rule, a document's kind, or this site does not take it at all
};

enum class GapKind
{
    ItemMissing,
    SituationUnanswered,
    PartyMissing,
    PartyKindNotTaken,     // an enterprise where only persons may ask
    PartyDocumentNotTaken, // the item does not take this kind of document
    PartyDocumentExpired,
    PartyTooYoung,
    FieldMissing,
    FieldInvalid,
    MaterialMissing,
    MaterialTooFew,
    MaterialCopyOnly, // a copy where the original is wanted
    MaterialDeferralTooLate,
    MaterialDeferralNotAllowed,
    RuleBroken,
    SiteNotAuthorised,
};

enum class GapSeverity
{
    Refuses, // no supplement puts it right here
    Blocks,  // must be put right first
    Warns,   // is shown; does not stand in the way
};

// One thing that is missing. Its texts are the catalogue's; the ui words its kind.
struct Gap
{
    GapKind kind = GapKind::ItemMissing;
    QString what = {};   // Chinese, of the catalogue: 转让方联系电话
    QString why = {};    // of the catalogue: 原件，含签字页; may be empty
    QString how = {};    // of the catalogue: where to go instead; may be empty
    QString target = {}; // field key, material id, question or role to jump to
    QString basis = {};
    std::optional<FieldFault> fault = std::nullopt; // of FieldInvalid
    GapSeverity severity = GapSeverity::Blocks;
    bool operator==(const Gap &) const = default;
};

struct Verdict
{
    VerdictOutcome outcome = VerdictOutcome::OneTimeNotice;
    QList<Gap> gaps; // refusing, then blocking in the order of the screen, then warnings
    QList<ApplicableLine> lines;
    QStringList tolerated; // ids of the materials that come later
    SiteAuthority authority = SiteAuthority::None;

    int blocking() const; // those that stand in the way
    bool isReady() const; // may be accepted, or collected where this site may only collect
};

Verdict judge(const Item &item, const JudgedInput &input);
// All of them together; the site's authority is the least of them.
Verdict judge(const QList<const Item *> &items, const OneForm &form, const JudgedInput &input);

} // namespace yichuang
