#include "bench/Figures.h"
#include "catalog/Pinyin.h"
#include "catalog/Search.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace yichuang;
using namespace yichuang::bench;

namespace {

constexpr int items = 20'000;
constexpr int queriesOfAKind = 60;

const char *const places[]{"市本级", "开发区", "旧城改造区", "湖区", "山区乡镇", "边远村", "园区", "口岸",
                           "林区",   "库区",   "移民安置区", "矿区", "高新区",   "景区",   "港区", "牧区"};
const char *const subjects[]{"不动产",     "个体工商户",   "企业职工养老保险", "食品经营",   "建筑工程施工",
                             "残疾人证",   "住房公积金",   "林木采伐",         "道路运输",   "医疗机构执业",
                             "民办学校",   "社会团体",     "临时救助",         "高龄津贴",   "农村宅基地",
                             "取水",       "排污",         "公共场所卫生",     "娱乐场所",   "出版物零售",
                             "种子生产",   "动物防疫条件", "特种设备使用",     "劳务派遣",   "人力资源服务",
                             "生育保险",   "失业保险金",   "工伤认定",         "特困人员",   "退役军人",
                             "户外广告",   "城市供水",     "燃气经营",         "渔业捕捞",   "水路运输",
                             "危险化学品", "烟花爆竹",     "计量器具",         "营业性演出", "旅行社"};
const char *const acts[]{
    "许可证核发",   "转移登记", "设立登记", "变更备案", "注销登记", "待遇申领", "年度检验",   "延续申请",
    "遗失补领换发", "资格认定", "信息查询", "核准",     "补贴发放", "登记备案", "许可证变更", "抵押登记",
    "迁移",         "停业备案", "关系转移", "复核",     "证明开具", "审批",     "竣工验收",   "一次性补缴",
    "给付",         "预告登记", "初始登记", "监督卡",   "等级评定", "换证",     "延期缴纳",   "减免"};
const char *const everyday[]{"过户", "办证", "开店", "领钱", "盖房", "补证", "换本", "销户"};

template <typename T, std::size_t count>
QString one(T const (&words)[count], int n)
{
    return QString::fromUtf8(words[static_cast<std::size_t>(n) % count]);
}

// 40 subjects by 32 acts by 16 places are 20 480 names, no two alike.
QList<SearchEntry> generated()
{
    QList<SearchEntry> entries;
    for (int n = 0; n < items; ++n) {
        const QString subject = one(subjects, n);
        const QString act = one(acts, n / 40);
        const QString place = one(places, n / 1280);
        entries.append(
            {QStringLiteral("item-%1").arg(n),
             QStringLiteral("430407%1").arg(n * 7919LL, 12, 10, QLatin1Char('0')),
             false,
             QStringLiteral("%1%2（%3）").arg(subject, act, place),
             {place + subject.left(2) + one(everyday, n), subject + one(everyday, n / 3) + place}});
    }
    return entries;
}

enum class Spell
{
    Whole,
    Initials
};

QString spelled(const QString &text, Spell how)
{
    QString letters;
    for (const QChar character : searchForm(text)) {
        const QByteArray reading = pinyinReadings(character).value(0);
        letters += QLatin1String(how == Spell::Whole ? reading : reading.left(1));
    }
    return letters;
}

// One character is another, or two neighbours changed places, or one is missing.
QString slipped(QString text, QRandomGenerator &dice)
{
    const qsizetype at = 1 + dice.bounded(static_cast<int>(text.size()) - 2);
    switch (dice.bounded(3)) {
    case 0:
        text[at] = text[at].unicode() < 128 ? QChar(u'q') : QChar(u'依');
        return text;
    case 1:
        std::swap(text[at], text[at - 1]);
        return text;
    default:
        return text.remove(at, 1);
    }
}

struct Kind
{
    const char *name;
    QString (*make)(const SearchEntry &, QRandomGenerator &);
};

const Kind kinds[]{
    {"name", [](const SearchEntry &e, QRandomGenerator &d) { return e.title.left(4 + d.bounded(6)); }},
    {"everyday name", [](const SearchEntry &e, QRandomGenerator &d) { return e.otherNames[d.bounded(2)]; }},
    {"pinyin", [](const SearchEntry &e,
                  QRandomGenerator &d) { return spelled(e.title.left(3 + d.bounded(4)), Spell::Whole); }},
    {"initials",
     [](const SearchEntry &e, QRandomGenerator &d) {
         return spelled(e.title.left(3 + d.bounded(5)), Spell::Initials);
     }},
    {"code", [](const SearchEntry &e, QRandomGenerator &d) { return e.code.left(8 + d.bounded(11)); }},
    {"name with a slip",
     [](const SearchEntry &e, QRandomGenerator &d) { return slipped(e.title.left(5 + d.bounded(4)), d); }},
    {"pinyin with a slip",
     [](const SearchEntry &e, QRandomGenerator &d) {
         return slipped(spelled(e.title.left(4 + d.bounded(2)), Spell::Whole), d);
     }},
    {"one letter",
     [](const SearchEntry &e, QRandomGenerator &) { return spelled(e.title.left(1), Spell::Initials); }},
};

qsizetype scan(const QList<SearchEntry> &entries, const QString &query)
{
    return std::count_if(entries.cbegin(), entries.cend(), [&](const SearchEntry &entry) {
        return entry.title.contains(query, Qt::CaseInsensitive);
    });
}

struct Times
{
    QList<double> searched;
    QList<double> scanned;
    int found = 0;
};

void measure(const QString &query, const ItemSearch &search, const QList<SearchEntry> &entries, Times &times)
{
    qsizetype hits = 0;
    times.searched.append(milliseconds([&] { hits = search.search(query).size(); }));
    times.found += hits > 0 ? 1 : 0;
    times.scanned.append(milliseconds([&] { hits += scan(entries, query); }));
    if (hits < 0)
        std::abort(); // keeps the scan from being left out
}

void report(const QByteArray &name, const Times &times)
{
    const char *beside = "contains() over the titles, case-insensitive";
    for (const auto &[word, share] : {std::pair(", p50", 0.5), std::pair(", p99", 0.99)}) {
        print({(name + word).constData(), quantile(times.searched, share), quantile(times.scanned, share),
               "ms", beside});
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QList<SearchEntry> entries = generated();
    const ItemSearch search(entries);
    QRandomGenerator dice(20261123);
    Times all;
    for (const Kind &kind : kinds) {
        Times times;
        for (int i = 0; i < queriesOfAKind; ++i)
            measure(kind.make(entries[dice.bounded(items)], dice), search, entries, times);
        report(QByteArray("search of 20 000 items, ") + kind.name, times);
        std::fprintf(stderr, "%s: %d of %d queries found something\n", kind.name, times.found,
                     queriesOfAKind);
        all.searched += times.searched;
        all.scanned += times.scanned;
    }
    report("search of 20 000 items, all 480 queries", all);
    return 0;
}
