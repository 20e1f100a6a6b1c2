#include "Cards.h"

#include <algorithm>

namespace peer {

namespace {

QByteArray padded(const QString &text, int size)
{
    const QString filled = text.leftJustified(size / 2, u' ');
    QByteArray bytes;
    for (const QChar unit : filled) {
        bytes += char(unit.unicode() & 0xFF);
        bytes += char(unit.unicode() >> 8);
    }
    Q_ASSERT(bytes.size() == size);
    return bytes;
}

QByteArray photoOf(const QString &key)
{
    QByteArray photo = QByteArray::fromHex("574c66007e00320000ff85");
    quint32 state = 2166136261U;
    for (const QChar unit : key)
        state = (state ^ unit.unicode()) * 16777619U;
    while (photo.size() < 1024) {
        state = state * 1664525U + 1013904223U;
        photo += char(state >> 24);
    }
    return photo;
}

struct Resident
{
    QString name;
    QString sex;
    QString nation;
    QString number;
    QString address;
    QString issuer;
    QString from;
    QString until;
};

QByteArray textOf(const Resident &person)
{
    return padded(person.name, 30) + padded(person.sex, 2) + padded(person.nation, 4) +
           padded(person.number.mid(6, 8), 16) + padded(person.address, 70) + padded(person.number, 36) +
           padded(person.issuer, 30) + padded(person.from, 16) + padded(person.until, 16) + padded({}, 36);
}

QByteArray permitText()
{
    return padded(QStringLiteral("陈嘉慧"), 30) + padded(QStringLiteral("2"), 2) + padded({}, 4) +
           padded(QStringLiteral("19900115"), 16) +
           padded(QStringLiteral("湖南省衡阳市石鼓区潇湘街道演武坪路27号6栋1204"), 70) +
           padded(QStringLiteral("81000019900115002X"), 36) +
           padded(QStringLiteral("衡阳市公安局石鼓分局"), 30) + padded(QStringLiteral("20230901"), 16) +
           padded(QStringLiteral("20280901"), 16) + padded(QStringLiteral("H01234567"), 18) +
           padded(QStringLiteral("01"), 4) + padded({}, 6) + padded(QStringLiteral("J"), 2) + padded({}, 6);
}

QByteArray foreignText()
{
    const QString english = QStringLiteral("VAN DER EXAMPLEBERG-VOORBEELD, JOHANNES SAMPLE");
    return padded(QStringLiteral("范例恒"), 30) + padded(QStringLiteral("1"), 2) +
           padded(QStringLiteral("01"), 4) + padded(QStringLiteral("19850407"), 16) +
           padded(english.left(35), 70) + padded(QStringLiteral("943528198504073012"), 36) + padded({}, 30) +
           padded(QStringLiteral("20240301"), 16) + padded(QStringLiteral("20340301"), 16) +
           padded(english.mid(35), 22) + padded(QStringLiteral("NLD"), 6) + padded(QStringLiteral("Y"), 2) +
           padded({}, 6);
}

QByteArray oldForeignText()
{
    return padded(QStringLiteral("EXEMPLE, MARIE SPECIMEN"), 120) + padded(QStringLiteral("2"), 2) +
           padded(QStringLiteral("FRA430085031701"), 30) + padded(QStringLiteral("FRA"), 6) +
           padded(QStringLiteral("艾例"), 30) + padded(QStringLiteral("20190610"), 16) +
           padded(QStringLiteral("20290610"), 16) + padded(QStringLiteral("19850317"), 16) +
           padded(QStringLiteral("01"), 4) + padded(QStringLiteral("1500"), 8) +
           padded(QStringLiteral("I"), 2) + padded({}, 6);
}

Card cardOf(const QString &key, const QString &what, const QByteArray &text, const QByteArray &extra = {})
{
    Q_ASSERT(text.size() == 256);
    return {key, what, text, photoOf(key), extra};
}

const QString &shigu()
{
    static const QString name = QStringLiteral("衡阳市公安局石鼓分局");
    return name;
}

const QString &hengnan()
{
    static const QString name = QStringLiteral("衡南县公安局");
    return name;
}

QList<Card> residents()
{
    const QString male = QStringLiteral("1");
    const QString female = QStringLiteral("2");
    const QString han = QStringLiteral("01");
    return {
        cardOf(QStringLiteral("luo"), QStringLiteral("罗晓芬（示例）：居民身份证，女，1986 年生"),
               textOf({QStringLiteral("罗晓芬"), female, han, QStringLiteral("430407198601282043"),
                       QStringLiteral("湖南省衡阳市石鼓区合江街道蒸阳北路88号3栋502"), shigu(),
                       QStringLiteral("20180615"), QStringLiteral("20380615")})),
        cardOf(QStringLiteral("tan"), QStringLiteral("谭国强（示例）：居民身份证，男，1978 年生"),
               textOf({QStringLiteral("谭国强"), male, han, QStringLiteral("430407197803195517"),
                       QStringLiteral("湖南省衡阳市石鼓区潇湘街道环城北路16号2栋601"), shigu(),
                       QStringLiteral("20200106"), QStringLiteral("20400106")})),
        cardOf(QStringLiteral("liu"), QStringLiteral("刘小满（示例）：居民身份证，女，1994 年生"),
               textOf({QStringLiteral("刘小满"), female, han, QStringLiteral("430422199405213241"),
                       QStringLiteral("湖南省衡南县云集镇示例路5号"), hengnan(), QStringLiteral("20210405"),
                       QStringLiteral("20310405")})),
        cardOf(QStringLiteral("long"), QStringLiteral("龙德寿（示例）：居民身份证，男，1940 年生，长期有效"),
               textOf({QStringLiteral("龙德寿"), male, han, QStringLiteral("430422194003165117"),
                       QStringLiteral("湖南省衡南县三塘镇示例村4组"), hengnan(), QStringLiteral("20060820"),
                       QStringLiteral("长期")})),
        cardOf(QStringLiteral("expired"), QStringLiteral("萧望舒（示例）：居民身份证，2025 年 10 月已过期"),
               textOf({QStringLiteral("萧望舒"), male, han, QStringLiteral("430407198810092035"),
                       QStringLiteral("湖南省衡阳市石鼓区青山街道示例巷9号"), shigu(),
                       QStringLiteral("20051012"), QStringLiteral("20251012")})),
        cardOf(QStringLiteral("rare"), QStringLiteral("欧阳䶮𠮷（示例）：居民身份证，名字里有生僻字"),
               textOf({QStringLiteral("欧阳䶮𠮷"), male, QStringLiteral("13"),
                       QStringLiteral("430422197507086192"), QStringLiteral("湖南省衡南县泉溪镇㵲水村7组"),
                       hengnan(), QStringLiteral("20160229"), QStringLiteral("20360228")})),
        cardOf(QStringLiteral("append"), QStringLiteral("周迁安（示例）：居民身份证，有追加地址"),
               textOf({QStringLiteral("周迁安"), male, QStringLiteral("06"),
                       QStringLiteral("430407199202173514"),
                       QStringLiteral("湖南省衡阳市石鼓区五一街道示例旧址1号"), shigu(),
                       QStringLiteral("20170311"), QStringLiteral("20370311")}),
               padded(QStringLiteral("湖南省衡阳市石鼓区人民街道示例新址2栋301"), 70))};
}

} // namespace

const QList<Card> &cards()
{
    static const QList<Card> all =
        residents() +
        QList<Card>{
            cardOf(QStringLiteral("hk"), QStringLiteral("陈嘉慧（示例）：港澳台居民居住证"), permitText()),
            cardOf(QStringLiteral("foreign"),
                   QStringLiteral("范例恒（示例）：外国人永久居留身份证，2023 版，英文名很长"),
                   foreignText()),
            cardOf(QStringLiteral("foreign-old"),
                   QStringLiteral("艾例（示例）：外国人永久居留身份证，2017 版"), oldForeignText())};
    return all;
}

const Card *cardNamed(const QString &key)
{
    const auto found =
        std::find_if(cards().begin(), cards().end(), [&](const Card &card) { return card.key == key; });
    return found == cards().end() ? nullptr : &*found;
}

} // namespace peer
