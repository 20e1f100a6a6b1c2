<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>yichuang::CaseDetailPanel</name>
    <message>
        <source>Record of the case</source>
        <translation>办件记录</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>办件记录</translation>
    </message>
    <message>
        <source>Choose a case to see its record.</source>
        <translation>选择一件，查看办理记录。</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>跑动</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, too many</source>
        <translation>%1，偏多</translation>
    </message>
    <message>
        <source>Two stations changed this case. Both versions are kept; settle it under To do.</source>
        <translation>两个站点都改过这件办件。两个版本都保留，请在待办中处理。</translation>
    </message>
    <message>
        <source>A paper was sent to the printer and not confirmed. Look whether it came out; if not, print it again with F10. The number stays.</source>
        <translation>有一份文书已送打印机但未确认。请先看有没有打出来；没有的话按 F10 补打，编号不变。</translation>
    </message>
    <message>
        <source>The platform sent a part of this case back. It is kept here; see the outbox.</source>
        <translation>平台退回了这件的一部分记录。记录仍在本机，请查看待传列表。</translation>
    </message>
    <message>
        <source>Kept on this machine; %1 entries and %2 pages wait to be sent. Nothing needs to be done.</source>
        <translation>已存本机；%1 条记录、%2 页材料待上传，无需操作。</translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation>第 %1 份</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打出</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>Print %1 again</source>
        <translation>补打%1</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>未打出</translation>
    </message>
</context>
<context>
    <name>yichuang::CaseLogModel</name>
    <message>
        <source>staff %1</source>
        <translation>工号 %1</translation>
    </message>
</context>
<context>
    <name>yichuang::CaseLogWords</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>其他当事人</translation>
    </message>
    <message>
        <source>Papers received at the counter</source>
        <translation>窗口收件</translation>
    </message>
    <message>
        <source>%1 window %2</source>
        <translation>%1&#x3000;%2 号窗口</translation>
    </message>
    <message>
        <source>%1 identified</source>
        <translation>%1已核验身份</translation>
    </message>
    <message>
        <source>typed: %1</source>
        <translation>手工录入：%1</translation>
    </message>
    <message>
        <source>Form filled in</source>
        <translation>表单已填写</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Told once what is missing</source>
        <translation>一次性告知</translation>
    </message>
    <message numerus="yes">
        <source>Accepted, %n paper(s) to follow</source>
        <translation>
            <numerusform>容缺受理，%n 份材料后补</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>promised by %1</source>
        <translation>承诺 %1 办结</translation>
    </message>
    <message>
        <source>%1 printed again (copy %2)</source>
        <translation>补打%1（第 %2 份）</translation>
    </message>
    <message>
        <source>%1 printed</source>
        <translation>打印%1</translation>
    </message>
    <message>
        <source>not confirmed: look whether it came out</source>
        <translation>未确认：请看有没有打出来</translation>
    </message>
    <message>
        <source>to hand in</source>
        <translation>提交材料</translation>
    </message>
    <message>
        <source>to bring what was missing</source>
        <translation>补充材料</translation>
    </message>
    <message>
        <source>to fetch the result</source>
        <translation>领取结果</translation>
    </message>
    <message>
        <source>for another reason</source>
        <translation>其他原因</translation>
    </message>
    <message>
        <source>Came to the counter</source>
        <translation>到场一次</translation>
    </message>
    <message>
        <source>ticket %1</source>
        <translation>取号 %1</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>准予</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不予</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Department decided: %1</source>
        <translation>部门决定：%1</translation>
    </message>
    <message>
        <source>Page added</source>
        <translation>材料已收一页</translation>
    </message>
    <message>
        <source>Page taken out</source>
        <translation>材料取出一页</translation>
    </message>
    <message>
        <source>Paper seen</source>
        <translation>原件已核</translation>
    </message>
    <message>
        <source>Licence reused</source>
        <translation>复用电子证照</translation>
    </message>
    <message>
        <source>Need not be brought</source>
        <translation>免提交</translation>
    </message>
    <message>
        <source>Paper to follow</source>
        <translation>材料后补</translation>
    </message>
    <message>
        <source>Collected for the authority</source>
        <translation>代收</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Asked for more</source>
        <translation>要求补正</translation>
    </message>
    <message>
        <source>What was missing came in</source>
        <translation>补正材料已收</translation>
    </message>
    <message>
        <source>Sent to the department</source>
        <translation>转送部门</translation>
    </message>
    <message>
        <source>Clock stopped</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Clock goes on</source>
        <translation>恢复计时</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Result ready</source>
        <translation>结果待取</translation>
    </message>
    <message>
        <source>Handed out</source>
        <translation>已发放</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Two versions settled</source>
        <translation>两个版本已合并</translation>
    </message>
    <message>
        <source>Goes on at another station</source>
        <translation>转由其他站点办理</translation>
    </message>
    <message>
        <source>Other entry</source>
        <translation>其他记录</translation>
    </message>
    <message>
        <source>%1 did not come out</source>
        <translation>%1没有打出</translation>
    </message>
    <message>
        <source>to be printed when the printer works</source>
        <translation>打印机恢复后可补打</translation>
    </message>
    <message>
        <source>read from %1</source>
        <translation>%1读取</translation>
    </message>
    <message>
        <source>Compared with another case</source>
        <translation>与另一件核对过</translation>
    </message>
</context>
<context>
    <name>yichuang::CaseModel</name>
    <message>
        <source>paper not confirmed</source>
        <translation>文书未确认</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>跑动</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>%1
Visits: %2</source>
        <translation>%1
跑动：%2</translation>
    </message>
</context>
<context>
    <name>yichuang::CaseTable</name>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
</context>
<context>
    <name>yichuang::CaseWords</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>超期 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未起算</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 止</translation>
    </message>
    <message>
        <source>papers received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>waits for papers</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>deemed accepted</source>
        <translation>视为受理</translation>
    </message>
    <message>
        <source>accepted, papers to follow</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>no permit needed</source>
        <translation>无需办理</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>with the department</source>
        <translation>部门办理中</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>ready to hand out</source>
        <translation>待出件</translation>
    </message>
    <message>
        <source>handed out</source>
        <translation>已发放</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>only on this machine</source>
        <translation>仅存本机</translation>
    </message>
    <message>
        <source>pages still to send</source>
        <translation>材料待传</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>已上传</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>被退回</translation>
    </message>
    <message>
        <source>Acceptance notice</source>
        <translation>受理通知书</translation>
    </message>
    <message>
        <source>Acceptance slip</source>
        <translation>受理回执</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知单</translation>
    </message>
    <message>
        <source>Collection receipt</source>
        <translation>收件凭证</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已齐</translation>
    </message>
    <message>
        <source>licence reused</source>
        <translation>复用</translation>
    </message>
    <message>
        <source>need not be brought</source>
        <translation>免提交</translation>
    </message>
    <message>
        <source>to follow</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Notice of non-acceptance</source>
        <translation>不予受理决定书</translation>
    </message>
</context>
<context>
    <name>yichuang::CasesPage</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>全部在办</translation>
    </message>
    <message>
        <source>Wait for papers</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>To hand out</source>
        <translation>待出件</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Today&apos;s</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1, %2 cases</source>
        <translation>%1，%2 件</translation>
    </message>
    <message numerus="yes">
        <source>%n new case(s)</source>
        <translation>
            <numerusform>新增 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the cases…</source>
        <translation>正在读取办件…</translation>
    </message>
    <message>
        <source>The cases could not be read.</source>
        <translation>办件没有读出来。</translation>
    </message>
    <message>
        <source>Try again F5</source>
        <translation>再试一次 F5</translation>
    </message>
    <message>
        <source>No case fits “%1”.</source>
        <translation>没有与“%1”相符的办件。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除查找</translation>
    </message>
    <message>
        <source>There is no case in this list.</source>
        <translation>这个列表里没有办件。</translation>
    </message>
    <message>
        <source>See all cases</source>
        <translation>查看全部办件</translation>
    </message>
    <message numerus="yes">
        <source>The first %n case(s), shortest time first</source>
        <translation>
            <numerusform>前 %n 件，剩余时间短的在前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), shortest time first</source>
        <translation>
            <numerusform>%n 件，剩余时间短的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>Name, telephone&apos;s last digits, case number  /</source>
        <translation>姓名、电话尾号、办件编号&#x3000;/</translation>
    </message>
    <message>
        <source>Find a case</source>
        <translation>查找办件</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>ample</source>
        <translation>充裕</translation>
    </message>
    <message>
        <source>clock stopped</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Working offline. These are the cases of this machine; they are sent when the line is back.</source>
        <translation>当前离线。这里是本机的办件，网络恢复后自动上传。</translation>
    </message>
    <message>
        <source>Show F5</source>
        <translation>显示 F5</translation>
    </message>
</context>
</TS>
