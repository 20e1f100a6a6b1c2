#pragma once

#include "catalog/Catalog.h"

#include <QJsonArray>

namespace yichuang::test {

// A small catalogue with one item of everything that the screen shows: questions, a card's fields, money, a
// choice, a conditional field, and papers of every state. Invented.

inline FormField field(const QString &key, const QString &title, FieldType type, bool required,
                       const QString &fill = {}, const QString &hint = {})
{
    FormField made;
    made.key = key;
    made.title = title;
    made.type = type;
    made.required = required;
    made.fill = fill;
    made.hint = hint;
    return made;
}

inline Material paper(const QString &id, const QString &name)
{
    Material made;
    made.id = id;
    made.name = name;
    return made;
}

inline Item sampleSale()
{
    Item item;
    item.id = QStringLiteral("sale");
    item.code = {ItemCodeScheme::Free, QStringLiteral("DEMO-SALE")};
    item.version = QStringLiteral("1");
    item.effectiveFrom = QDate(2026, 1, 1);
    item.name = QStringLiteral("不动产转移登记");
    item.variant = QStringLiteral("二手房买卖");
    item.popularNames = {QStringLiteral("过户"), QStringLiteral("房产证")};
    item.window = WindowKind::RealEstate;
    item.serviceClass = ServiceClass::WindowThenCourier;
    item.category = QStringLiteral("不动产登记");
    item.authority = QStringLiteral("示例自然资源局");
    item.departments = {{QStringLiteral("d1"), QStringLiteral("住建局"), QStringLiteral("交易")},
                        {QStringLiteral("d2"), QStringLiteral("税务局"), QStringLiteral("税务")},
                        {QStringLiteral("d3"), QStringLiteral("不动产登记中心"), QStringLiteral("登记")}};
    item.sites = {{AdminLevel::County, SiteAuthority::Accept}, {AdminLevel::Village, SiteAuthority::Collect}};
    item.statutory = {30, LimitUnit::WorkingDays};
    item.committed = {5, LimitUnit::WorkingDays};
    item.basis = {QStringLiteral("《不动产登记暂行条例》")};
    item.results = {QStringLiteral("不动产权证书")};
    item.situations = {
        {QStringLiteral("mortgage"),
         QStringLiteral("房屋有没有抵押"),
         {{QStringLiteral("no"), QStringLiteral("没有")}, {QStringLiteral("yes"), QStringLiteral("有抵押")}},
         {}}};
    const QStringList idTypes{QStringLiteral("111")};
    item.parties = {{QStringLiteral("applicant"),
                     QStringLiteral("受让方"),
                     {QStringLiteral("person")},
                     idTypes,
                     {},
                     true,
                     {}}};
    Material contract = paper(QStringLiteral("contract"), QStringLiteral("存量房买卖合同"));
    contract.hint = QStringLiteral("含签字页");
    Material fee = paper(QStringLiteral("fee-clearance"), QStringLiteral("物业费结清证明"));
    fee.deferrable = true;
    fee.deferDays = 4;
    Material application = paper(QStringLiteral("application"), QStringLiteral("不动产登记申请书"));
    application.fromForm = true;
    Material certificate = paper(QStringLiteral("certificate"), QStringLiteral("不动产权证书"));
    certificate.reuseGround = QStringLiteral("电子证照核验有效");
    Material marriage = paper(QStringLiteral("marriage"), QStringLiteral("婚姻登记信息"));
    marriage.exemptGround = QStringLiteral("民政部门共享");
    Material plan = paper(QStringLiteral("plan"), QStringLiteral("房屋平面图"));
    plan.required = false;
    item.materials = {contract, fee, application, certificate, marriage, plan};
    FormField payment =
        field(QStringLiteral("deal.payment"), QStringLiteral("付款方式"), FieldType::Choice, true);
    payment.choices = {{QStringLiteral("once"), QStringLiteral("一次性付清")},
                       {QStringLiteral("loan"), QStringLiteral("贷款")}};
    FormField address = field(QStringLiteral("person.address"), QStringLiteral("住址"), FieldType::Text, true,
                              QStringLiteral("applicant.address"));
    address.wide = true;
    item.form.fields = {
        field(QStringLiteral("person.name"), QStringLiteral("姓名"), FieldType::Name, true,
              QStringLiteral("applicant.name")),
        field(QStringLiteral("person.idNumber"), QStringLiteral("证件号码"), FieldType::IdNumber, true,
              QStringLiteral("applicant.idNumber")),
        address,
        field(QStringLiteral("person.phone"), QStringLiteral("联系电话"), FieldType::Phone, true, {},
              QStringLiteral("11 位手机号，用于接收进度")),
        field(QStringLiteral("property.area"), QStringLiteral("建筑面积"), FieldType::Decimal, false),
        field(QStringLiteral("deal.price"), QStringLiteral("成交价格"), FieldType::Money, true, {},
              QStringLiteral("元，按合同填写")),
        payment};
    item.form.fields[4].unit = QStringLiteral("㎡");
    item.form.groups = {
        {QStringLiteral("buyer"),
         QStringLiteral("受让方"),
         QStringLiteral("applicant"),
         {QStringLiteral("person.name"), QStringLiteral("person.idNumber"), QStringLiteral("person.address"),
          QStringLiteral("person.phone")}},
        {QStringLiteral("property"), QStringLiteral("不动产"), {}, {QStringLiteral("property.area")}},
        {QStringLiteral("deal"),
         QStringLiteral("交易与税费"),
         {},
         {QStringLiteral("deal.price"), QStringLiteral("deal.payment")}}};
    return item;
}

inline Item sampleAllowance()
{
    Item item = sampleSale();
    item.id = QStringLiteral("allowance");
    item.code.code = QStringLiteral("DEMO-ALLOWANCE");
    item.name = QStringLiteral("高龄津贴申请");
    item.variant.clear();
    item.popularNames = {QStringLiteral("老人补贴")};
    item.situations.clear();
    item.materials = {item.materials.at(4)};
    return item;
}

inline Catalog sampleCatalog()
{
    const Result<Catalog> catalog = Catalog::of({sampleSale(), sampleAllowance()});
    if (!catalog)
        qFatal("%s", qPrintable(logText(catalog.error())));
    return *catalog;
}

} // namespace yichuang::test
