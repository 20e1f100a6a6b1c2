#pragma once

#include "documents/NoticeData.h"

namespace yichuang::test {

// The case of the design's pictures; every person in it is invented.
inline NoticeData sampleNotice()
{
    NoticeData data;
    data.demonstration = true;
    data.authority = QStringLiteral("示例区不动产登记中心");
    data.site = QStringLiteral("示例区政务服务中心");
    data.window = QStringLiteral("03");
    data.hotline = QStringLiteral("12345");
    data.clerk = QStringLiteral("刘海燕");
    data.at = QDateTime(QDate(2026, 11, 23), QTime(10, 51, 20));
    data.handedOver = QDate(2026, 11, 23);
    data.caseId = CaseId(QUuid(QStringLiteral("0198c0de-0000-7000-8000-000000000022")));
    data.caseNumber = QStringLiteral("430407-W03-261123-0022");
    data.paperNumber = data.caseNumber;
    data.item = QStringLiteral("不动产转移登记（二手房买卖）");
    data.basis = {QStringLiteral("《不动产登记暂行条例》第十六条")};
    data.decider = data.authority;
    data.timeNote = QStringLiteral("公告、调查所需时间不计算在内");
    data.parties = {
        {QStringLiteral("受让方"), QStringLiteral("罗晓芬"), QStringLiteral("430407198603021129")},
        {QStringLiteral("转让方"), QStringLiteral("谭国强"), QStringLiteral("43040719790512151X")}};
    data.contact = QStringLiteral("13800004321");
    data.committedDue = QDate(2026, 11, 30);
    data.committedLimit = QStringLiteral("5 个工作日");
    data.statutoryLimit = QStringLiteral("30 个工作日");
    data.fee = QStringLiteral("住宅每件 80 元");
    data.delivery = QStringLiteral("不动产权证书，快递送达");
    data.departments = QStringLiteral("示例区住建局（交易）、示例区税务局（税务）同步办理，您不用分别前往");
    using S = NoticeLineState;
    data.lines = {
        {QStringLiteral("不动产登记申请书"),
         QStringLiteral("原件"),
         QStringLiteral("一表生成"),
         2,
         S::Complete,
         {}},
        {QStringLiteral("双方身份证明"),
         QStringLiteral("电子"),
         QStringLiteral("电子证照库"),
         0,
         S::Reused,
         {}},
        {QStringLiteral("婚姻登记信息"),
         QStringLiteral("共享"),
         QStringLiteral("部门共享"),
         0,
         S::Exempted,
         {}},
        {QStringLiteral("物业费结清证明"), {}, QStringLiteral("申请人"), 0, S::Deferred, QDate(2026, 11, 27)},
        {QStringLiteral("存量房买卖合同"),
         QStringLiteral("原件"),
         QStringLiteral("申请人"),
         6,
         S::Complete,
         {}}};
    data.gaps = {
        {QStringLiteral("存量房买卖合同"), QStringLiteral("证明交易"), QStringLiteral("带原件或拍照上传")}};
    data.respondBy = QDate(2026, 12, 21);
    data.refusalReason = QStringLiteral("该房屋不在本登记机构的辖区内");
    data.refusalGround = QStringLiteral("《不动产登记暂行条例》第七条");
    data.refusalAuthority = QStringLiteral("示例县不动产登记中心");
    data.remedy = QStringLiteral("可自收到通知之日起 60 日内申请行政复议，或 6 个月内提起行政诉讼");
    return data;
}

} // namespace yichuang::test
