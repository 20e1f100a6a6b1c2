#pragma once

#include "base/Id.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace yichuang {

// The papers that the window issues (DOMAIN.md section 4).
enum class PaperKind
{
    AcceptanceNotice,  // 受理通知书
    OneTimeNotice,     // 一次性告知单
    CollectionReceipt, // 收件凭证, where the site may only collect
    NotAccepted,       // 不予受理决定书
    NotRequired        // 不受理告知书: no permit is needed
};

// 'paper' of EVENTS.md, `paper-printed`.
QString nameOf(PaperKind kind);

struct NoticeParty
{
    QString title; // 申请人, 受让方
    QString name;
    QString idNumber; // masked where it is printed
};

enum class NoticeLineState
{
    Complete,
    Reused,
    Exempted,
    Deferred,
    Missing
};

struct NoticeLine
{
    QString name;
    QString form;   // 原件, 复印件, 电子
    QString source; // 申请人, 电子证照库
    int pages = 0;
    NoticeLineState state = NoticeLineState::Missing;
    QDate due; // of a deferred one
};

struct NoticeGap
{
    QString what, why, how;
};

// Everything that the papers of one case say. Times are those of the business day's zone.
struct NoticeData
{
    bool demonstration = false;
    QString authority; // in whose name: the head of the paper
    QString site;
    QString window; // "03"; empty at a village station
    QString hotline;
    QString clerk;
    QDateTime at;
    QDate handedOver;

    CaseId caseId;
    QString caseNumber;
    QString paperNumber;
    QString item;
    QStringList basis;
    QString decider;            // of a collected case: who decides
    QString timeNote;           // what the time limit does not count
    QList<NoticeParty> parties; // the applicant first
    QString contact;            // telephone; masked where it is printed

    bool immediate = false; // decided on the spot: no date is promised
    QDate committedDue;     // null where the calendar of its year is not out: the days stand
    QString committedLimit; // 5 个工作日
    QString statutoryLimit;
    QString fee;
    QString delivery;
    bool mustCollect = false; // the person chose to come for the result: the papers do not promise otherwise
    QString departments;      // 并联办理; empty for one
    QList<NoticeLine> lines;
    int visits = 1;

    QList<NoticeGap> gaps; // of the one-time notice
    QDate respondBy;

    QString refusalReason, refusalGround, refusalAuthority, remedy;
};

} // namespace yichuang
