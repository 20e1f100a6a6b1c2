#pragma once

#include "catalog/Form.h"
#include "catalog/Material.h"
#include "domain/ItemCode.h"
#include "domain/TimeLimit.h"

#include <QDate>
#include <QMap>

namespace yichuang {

// The five kinds of comprehensive windows (the city's plan, 五(二)2).
enum class WindowKind
{
    Investment,    // 投资项目 "investment"
    RealEstate,    // 不动产登记 "real-estate"
    Business,      // 商事登记 "business"
    SocialAffairs, // 社会事务 "social"
    Convenience,   // 综合便民 "convenience"
};

// How an item is served (the city's plan, 五(四)1).
enum class ServiceClass
{
    NoVisit,           // 零上门 "no-visit"
    OnTheSpot,         // 即办 "on-the-spot"
    WindowThenCourier, // 窗口受理快递送达 "window-courier"
    OnlineReview,      // 网上预审 "online-review"
    HomeVisit,         // 预约上门 "home-visit"
};

enum class CaseKind
{
    Immediate, // 即办件 "immediate"
    Committed, // 承诺件 "committed"
};

// GB/T 39046-2020 A.2.
enum class AdminLevel
{
    City = 3,     // "city"
    County = 4,   // "county"
    Township = 5, // "township"
    Village = 6,  // "village"
};

// What a site of a level may do for an item (FEATURES.md ACC-8).
enum class SiteAuthority
{
    None,    // "none": does not take it
    Collect, // "collect": takes the papers for the authority; no legal clock starts
    Accept,  // "accept"
    Decide,  // "decide": accepts, decides and hands out
};

struct SituationChoice
{
    QString value;
    QString title;
    bool operator==(const SituationChoice &) const = default;
};

// A question that fixes which materials and fields are needed. Its answer is the fact "situation.<id>".
struct SituationQuestion
{
    QString id;
    QString text;
    QList<SituationChoice> choices;
    Condition showWhen; // looks only at questions before this one
};

// Which persons take part and what documents they may show.
struct PartyRule
{
    QString role; // "applicant", "agent", "transferor", …
    QString title;
    QStringList kinds;   // "person", "enterprise"
    QStringList idTypes; // codes of GA/T 2000.156
    Condition when;
    bool required = true;
    std::optional<int> minimumAge; // full years, of a person
};

// A condition of acceptance; where it does not hold, the item is not to be accepted.
struct AcceptanceRule
{
    QString id;
    QString refusal; // what to tell the applicant
    QString basis;
    QString instead; // where to go
    QString field;   // where the answer is corrected; empty where none
    Condition when;  // must hold
};

struct Fee
{
    bool charged = false;
    qint64 amount = 0; // fen; 0 where it depends
    QString note;
    QString basis;
    bool operator==(const Fee &) const = default;
};

struct ItemDepartment
{
    QString id;
    QString name;
    QString task; // 交易, 税务, 登记
    bool operator==(const ItemDepartment &) const = default;
};

// A service item (事项). Data, never code; invented where it names a code or a promise, and marked so.
struct Item
{
    QString id;    // "real-estate-sale"; unique in the catalogue, never shown
    ItemCode code; // what cases, papers and search name it by
    QString version;
    QDate effectiveFrom;
    bool demonstration = true; // 示例
    QString name;
    QString variant;          // 二手房买卖; empty where there is but one
    QStringList popularNames; // 过户
    QStringList aliases;      // older and official names
    WindowKind window = WindowKind::Convenience;
    ServiceClass serviceClass = ServiceClass::OnTheSpot;
    CaseKind kind = CaseKind::Committed;
    QString category;                  // 不动产登记
    QString authority;                 // in whose name it is decided
    QList<ItemDepartment> departments; // the first leads
    QMap<AdminLevel, SiteAuthority> sites;
    TimeLimit statutory; // by law
    TimeLimit committed; // as promised
    QString timeNote;    // what is not counted
    int visits = 1;      // that the applicant has to make
    Fee fee;
    QStringList results;
    QStringList basis;
    QList<SituationQuestion> situations;
    QList<PartyRule> parties;
    QList<AcceptanceRule> rules;
    QList<Material> materials;
    Form form;

    QString title() const; // 不动产转移登记（二手房买卖）
    SiteAuthority authorityAt(AdminLevel level) const { return sites.value(level, SiteAuthority::None); }
    const Material *material(QStringView id) const; // null where there is none
    const PartyRule *party(QStringView role) const;
    const SituationQuestion *question(QStringView id) const;
};

// 一件事: several items that are asked for together.
struct Bundle
{
    QString id;
    ItemCode code;
    QString version;
    bool demonstration = true;
    QString name;
    QStringList popularNames;
    QStringList aliases;
    WindowKind window = WindowKind::Convenience;
    QString category;
    QStringList items;                // ids, in the order in which they are shown
    QMap<QString, QStringList> after; // item → those whose result it waits for
    QList<SituationQuestion> situations;
    QMap<QString, Condition> includeWhen; // item → for whom; always where absent
    QStringList basis;
};

QString toString(WindowKind kind); // the words of the data
QString toString(ServiceClass serviceClass);
QString toString(CaseKind kind);
QString toString(AdminLevel level);
QString toString(SiteAuthority authority);

} // namespace yichuang
