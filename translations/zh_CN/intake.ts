<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>PersonPresenter</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代办人</translation>
    </message>
    <message>
        <source>Transferor</source>
        <translation>转让方</translation>
    </message>
    <message>
        <source>Transferee</source>
        <translation>受让方</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>子女</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>no visit</source>
        <translation>零上门</translation>
    </message>
    <message>
        <source>one visit at most</source>
        <translation>最多跑一次</translation>
    </message>
    <message>
        <source>in parallel: %1</source>
        <translation>并联：%1</translation>
    </message>
    <message>
        <source>This is not a value of the kind asked for. Type it anew.</source>
        <translation>填的内容与要求的类型不符，请重新填写。</translation>
    </message>
    <message>
        <source>Too short. Type the whole of it.</source>
        <translation>太短了，请填完整。</translation>
    </message>
    <message>
        <source>Too long. Shorten it.</source>
        <translation>太长了，请缩短。</translation>
    </message>
    <message>
        <source>Smaller than allowed here.</source>
        <translation>小于允许的范围，请核对。</translation>
    </message>
    <message>
        <source>Larger than allowed here.</source>
        <translation>超过允许的范围，请核对。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请在列表中选一项。</translation>
    </message>
    <message>
        <source>Type the name as it stands on the document.</source>
        <translation>请按证件上的写法录入姓名。</translation>
    </message>
    <message>
        <source>The telephone number has the wrong length or beginning.</source>
        <translation>电话号码的位数或号段不对，请再核对。</translation>
    </message>
    <message>
        <source>There is no such date. Type it as 2026-11-23.</source>
        <translation>没有这个日期，请按 2026-11-23 的样子填写。</translation>
    </message>
    <message>
        <source>An ID number has 18 digits. Compare it with the document.</source>
        <translation>身份证号码应为 18 位，请对照证件核对。</translation>
    </message>
    <message>
        <source>This is a number of before 1999. Take the 18-digit one.</source>
        <translation>这是 15 位老号码，请填 18 位新号码。</translation>
    </message>
    <message>
        <source>Only digits, and X as the last, stand in an ID number.</source>
        <translation>身份证号码只有数字，末位可为 X，请核对。</translation>
    </message>
    <message>
        <source>The birth date in the number does not exist. Compare it with the document.</source>
        <translation>号码里的出生日期不存在，请对照证件核对。</translation>
    </message>
    <message>
        <source>The last digit of the number does not fit the others. Compare it with the document.</source>
        <translation>号码最后一位与前面不符，请对照证件核对。</translation>
    </message>
    <message>
        <source>A credit code has 18 characters. Compare it with the licence.</source>
        <translation>统一社会信用代码应为 18 位，请对照执照核对。</translation>
    </message>
    <message>
        <source>I, O, S, V and Z do not occur in a credit code.</source>
        <translation>统一社会信用代码里没有 I、O、S、V、Z，请核对。</translation>
    </message>
    <message>
        <source>The last character of the credit code does not fit the others. Compare it with the licence.</source>
        <translation>代码最后一位与前面不符，请对照执照核对。</translation>
    </message>
    <message>
        <source>The region in the number is unknown; an old card may have it. Compare it once more.</source>
        <translation>号码里的地区已撤销或不认识，老证件可能如此，请再看一眼。</translation>
    </message>
    <message>
        <source>The organisation&apos;s part of the code is doubtful; an old code may be so. Compare it once more.</source>
        <translation>代码里的主体标识码校验不符，老代码可能如此，请再看一眼。</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>即办</translation>
    </message>
    <message>
        <source>window, then courier</source>
        <translation>窗口受理快递送达</translation>
    </message>
    <message>
        <source>reviewed online first</source>
        <translation>网上预审</translation>
    </message>
    <message>
        <source>visit by appointment</source>
        <translation>预约上门</translation>
    </message>
    <message>
        <source>done at once</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>%1 working days</source>
        <translation>%1 个工作日</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 months</source>
        <translation>%1 个月</translation>
    </message>
    <message>
        <source>e-licence</source>
        <translation>电子证照</translation>
    </message>
    <message>
        <source>shared data</source>
        <translation>数据共享</translation>
    </message>
    <message>
        <source>earlier case</source>
        <translation>历史办件</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>自动计算</translation>
    </message>
    <message>
        <source>typed now</source>
        <translation>本次填写</translation>
    </message>
    <message>
        <source>to fill</source>
        <translation>待填</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>（必填）</translation>
    </message>
    <message>
        <source>(not right yet)</source>
        <translation>（填写有误）</translation>
    </message>
    <message>
        <source>(paper)</source>
        <translation>（材料）</translation>
    </message>
    <message>
        <source>(too few copies)</source>
        <translation>（份数不够）</translation>
    </message>
    <message>
        <source>(the original is wanted)</source>
        <translation>（须交原件）</translation>
    </message>
    <message>
        <source>(the date to bring it has passed)</source>
        <translation>（补交日期已过）</translation>
    </message>
    <message>
        <source>(may not come later)</source>
        <translation>（不能容缺）</translation>
    </message>
    <message>
        <source>(read the card)</source>
        <translation>（请读卡）</translation>
    </message>
    <message>
        <source>(this kind of applicant cannot ask for it)</source>
        <translation>（此类申请人不能申办）</translation>
    </message>
    <message>
        <source>(another document is wanted)</source>
        <translation>（须换用其他证件）</translation>
    </message>
    <message>
        <source>(the document has expired)</source>
        <translation>（证件已过期）</translation>
    </message>
    <message>
        <source>(too young for it)</source>
        <translation>（年龄不符）</translation>
    </message>
    <message>
        <source>(not taken at this site)</source>
        <translation>（本站点不办）</translation>
    </message>
    <message>
        <source>The application form asks for it</source>
        <translation>申请表必填</translation>
    </message>
    <message>
        <source>The item&apos;s list of materials asks for it</source>
        <translation>事项材料清单要求</translation>
    </message>
    <message>
        <source>Who takes part must be known</source>
        <translation>须核实当事人身份</translation>
    </message>
    <message>
        <source>It decides which materials are needed</source>
        <translation>用来确定需要哪些材料</translation>
    </message>
    <message>
        <source>Tell it at the window or by telephone</source>
        <translation>到窗口或打电话告知即可</translation>
    </message>
    <message>
        <source>Bring it, or send it by courier</source>
        <translation>带来窗口，或用快递寄来</translation>
    </message>
    <message>
        <source>Come with a valid document</source>
        <translation>请携带有效证件</translation>
    </message>
    <message>
        <source>Tell it at the window</source>
        <translation>到窗口告知即可</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::AcceptedPanel</name>
    <message>
        <source>Acceptance notice (A4)</source>
        <translation>受理通知书（A4）</translation>
    </message>
    <message>
        <source>Receipt (80 mm)</source>
        <translation>受理回执（80 毫米）</translation>
    </message>
    <message>
        <source>One-time notice (A4)</source>
        <translation>一次性告知单（A4）</translation>
    </message>
    <message>
        <source>Collection receipt</source>
        <translation>收件凭证</translation>
    </message>
    <message>
        <source>Notice of non-acceptance (A4)</source>
        <translation>不予受理通知书（A4）</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>待打印</translation>
    </message>
    <message>
        <source>◆ printing</source>
        <translation>◆ 正在打印</translation>
    </message>
    <message>
        <source>● came out</source>
        <translation>● 已打出</translation>
    </message>
    <message>
        <source>▲ unconfirmed: look at the printer before printing again</source>
        <translation>▲ 未确认：先看打印机有没有出纸，再决定是否补打</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>● Accepted and kept on this machine</source>
        <translation>● 已受理，已存本机</translation>
    </message>
    <message>
        <source>● Papers collected for the authority</source>
        <translation>● 已收件，代主管部门收存</translation>
    </message>
    <message>
        <source>● Notified once of everything that is missing</source>
        <translation>● 已一次性告知全部缺项</translation>
    </message>
    <message>
        <source>● Not accepted, with reason and remedy</source>
        <translation>● 不予受理，已写明理由和救济途径</translation>
    </message>
    <message>
        <source>Case number %1</source>
        <translation>办件编号 %1</translation>
    </message>
    <message>
        <source>Committed date %1</source>
        <translation>承诺办结 %1</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>■ did not come out: %1</source>
        <translation>■ 没有打出来：%1</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::ChecklistView</name>
    <message>
        <source>Materials</source>
        <translation>材料清单</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::DeclineDialog</name>
    <message>
        <source>Ask for review within 60 days, or sue within 6 months</source>
        <translation>可自收到通知之日起 60 日内申请行政复议，或 6 个月内提起行政诉讼</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Not accepted: not for this authority, or not permitted</source>
        <translation>不予受理：不属于本机关职权，或依法不能办理</translation>
    </message>
    <message>
        <source>No application needed for this matter</source>
        <translation>不需要办理：此事项依法无需申请</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Legal ground</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Where to go instead</source>
        <translation>应向何处提出</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>救济途径</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>出具并打印</translation>
    </message>
    <message>
        <source>Write the reason in words the person can follow.</source>
        <translation>请用群众看得懂的话写明理由。</translation>
    </message>
    <message>
        <source>A refusal needs its legal ground and what the person may do about it.</source>
        <translation>不予受理须写明法律依据和救济途径。</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::FieldEditor</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::FormPresenter</name>
    <message>
        <source>Was: %1 %2</source>
        <translation>原：%1 %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::GroupTabs</name>
    <message>
        <source>Groups of the form</source>
        <translation>表单分组</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::IntakePage</name>
    <message>
        <source>No item chosen yet.
Type a name, an everyday name or pinyin initials above, such as bdczy.</source>
        <translation>还没有选事项。
在上面输入名称、俗称或拼音首字母，例如 bdczy。</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Read card</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Choose item</source>
        <translation>选事项</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Parked. Ctrl+R takes it up again.</source>
        <translation>已暂存，按 Ctrl+R 取回。</translation>
    </message>
    <message>
        <source>Another card</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>Leave as it is (Esc)</source>
        <translation>不换（Esc）</translation>
    </message>
    <message>
        <source>This cannot be granted, whatever is brought. Tell the person so with Ctrl+D.</source>
        <translation>带齐材料也办不成，请按 Ctrl+D 告知申请人原因和去处。</translation>
    </message>
    <message>
        <source>%1 here is %2; this card is of %3. Put %3 in this place?</source>
        <translation>现在的%1是%2，这张卡是%3的。要换成%3吗？</translation>
    </message>
    <message>
        <source>Another person (Enter)</source>
        <translation>换人（Enter）</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::ItemSearchBar</name>
    <message>
        <source>Item: name, everyday name, pinyin initials or code</source>
        <translation>事项名称、俗称、拼音首字母或编码</translation>
    </message>
    <message>
        <source>Item search</source>
        <translation>搜索事项</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>搜到的事项</translation>
    </message>
    <message>
        <source>Change the item Ctrl+L · what is filled in stays</source>
        <translation>更换事项 Ctrl+L · 已填资料会保留</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Nothing found · try another name</source>
        <translation>没有匹配 · 换个说法试试</translation>
    </message>
    <message>
        <source>%1 found · ↑↓ · Enter takes · Esc folds</source>
        <translation>%1 个匹配 · ↑↓ 选 · Enter 换用 · Esc 收起</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::ItemSearchPresenter</name>
    <message>
        <source>%1 items</source>
        <translation>%1 个事项</translation>
    </message>
    <message>
        <source>one matter, one visit</source>
        <translation>一件事一次办</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::ManualPersonDialog</name>
    <message>
        <source>Enter by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Person without a card</source>
        <translation>手工录入申请人</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>请选择原因</translation>
    </message>
    <message>
        <source>The reader does not work</source>
        <translation>读卡器不能用</translation>
    </message>
    <message>
        <source>The card is damaged</source>
        <translation>证件损坏，读不出来</translation>
    </message>
    <message>
        <source>The card was left at home; another document was shown</source>
        <translation>未带身份证，已出示其他有效证件</translation>
    </message>
    <message>
        <source>An agent hands it in</source>
        <translation>由代办人递交</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Why by hand</source>
        <translation>手工录入原因</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The last digit of the number does not fit the others. Compare it with the document.</source>
        <translation>号码最后一位与前面不符，请对照证件核对。</translation>
    </message>
    <message>
        <source>This is not an 18-digit ID number. Compare it with the document.</source>
        <translation>不是 18 位身份证号码，请对照证件核对。</translation>
    </message>
    <message>
        <source>Type the name as it stands on the document.</source>
        <translation>请按证件上的写法录入姓名。</translation>
    </message>
    <message>
        <source>The telephone number has the wrong length or beginning.</source>
        <translation>电话号码的位数或号段不对，请再核对。</translation>
    </message>
    <message>
        <source>Choose why the person is typed in; it goes into the record.</source>
        <translation>请选择手工录入的原因，原因会记入办件。</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::NoticeDialog</name>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺什么</translation>
    </message>
    <message>
        <source>Why it is needed</source>
        <translation>为什么需要</translation>
    </message>
    <message>
        <source>How to get it</source>
        <translation>怎么补</translation>
    </message>
    <message>
        <source>Everything that is missing</source>
        <translation>全部缺项</translation>
    </message>
    <message>
        <source>All is said at once; nothing can be asked for afterwards. F2 edits, Del strikes a line out, Ins adds one.</source>
        <translation>一次告清，之后不再增加要求。F2 修改，Del 删去一行，Ins 增加一行。</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>出具并打印</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::PersonColumn</name>
    <message>
        <source>Read card</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Visits and reuse</source>
        <translation>跑动与复用</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有申请人</translation>
    </message>
    <message>
        <source>Lay the card on the reader and press F2</source>
        <translation>请放好身份证，按 F2 读卡</translation>
    </message>
    <message>
        <source>Photograph on the card</source>
        <translation>证件照片</translation>
    </message>
    <message>
        <source>Ctrl+I shows the whole number while held</source>
        <translation>按住 Ctrl+I 显示完整号码</translation>
    </message>
    <message>
        <source>Visits for this matter: %1</source>
        <translation>本事项跑动次数&#x3000;到场 %1</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::PersonPresenter</name>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 岁</translation>
    </message>
    <message>
        <source>%1 nationality</source>
        <translation>%1族</translation>
    </message>
    <message>
        <source>Valid without end</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>手工录入</translation>
    </message>
    <message>
        <source>Lay the card on the reader. Esc stops.</source>
        <translation>正在读卡，请把证件放在读卡器上。按 Esc 停止。</translation>
    </message>
    <message>
        <source>Read from %1</source>
        <translation>%1读取</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::PersonStrip</name>
    <message>
        <source>Read card</source>
        <translation>读卡</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>还没有申请人</translation>
    </message>
    <message>
        <source>Visits %1</source>
        <translation>跑动 %1</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::RestoreBanner</name>
    <message>
        <source>Go on with it</source>
        <translation>接着办</translation>
    </message>
    <message>
        <source>Leave it among the drafts</source>
        <translation>先放着</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>未读卡</translation>
    </message>
    <message>
        <source>no item yet</source>
        <translation>未选事项</translation>
    </message>
    <message>
        <source>Last time this was not finished: %1 · %2 · %3, with %4 pages. Nothing of it is lost.</source>
        <translation>上次有一件没办完：%1 · %2 · %3，材料 %4 页。已填的内容都在。</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::SourceBar</name>
    <message>
        <source>One form</source>
        <translation>一表申请</translation>
    </message>
    <message>
        <source>%1 of %2 fields are filled in, %3 still to ask</source>
        <translation>%2 项中 %1 项已自动填充，还需问 %3 项</translation>
    </message>
    <message>
        <source>%1 of %2 fields are filled in, nothing left to ask</source>
        <translation>%2 项中 %1 项已自动填充，已全部填好</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::VerdictColumn</name>
    <message>
        <source>Materials</source>
        <translation>材料清单</translation>
    </message>
    <message>
        <source>Committed date</source>
        <translation>承诺办结</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>One-time notice</source>
        <translation>一次性告知</translation>
    </message>
    <message>
        <source>%1 papers · bring %2</source>
        <translation>%1 件 · 只需带来 %2 件</translation>
    </message>
    <message>
        <source>and %1 more, F9 goes to the first</source>
        <translation>还有 %1 项，按 F9 逐项去补</translation>
    </message>
</context>
<context>
    <name>yichuang::intakeui::VerdictPresenter</name>
    <message>
        <source>answer</source>
        <translation>去回答</translation>
    </message>
    <message>
        <source>fill in</source>
        <translation>去填写</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>去扫描</translation>
    </message>
    <message>
        <source>read card</source>
        <translation>去读卡</translation>
    </message>
    <message>
        <source>Choose an item to see what is needed</source>
        <translation>选好事项，这里列出还差什么</translation>
    </message>
    <message>
        <source>The papers can be collected</source>
        <translation>可以收件</translation>
    </message>
    <message>
        <source>Can be accepted</source>
        <translation>可以受理</translation>
    </message>
    <message>
        <source>Can be accepted, %1 papers to follow</source>
        <translation>可以受理，容缺 %1 件</translation>
    </message>
    <message>
        <source>%1 things missing before it can be collected</source>
        <translation>还差 %1 项，即可收件</translation>
    </message>
    <message>
        <source>%1 things missing before it can be accepted</source>
        <translation>还差 %1 项，即可受理</translation>
    </message>
    <message>
        <source>Cannot be accepted</source>
        <translation>不能受理</translation>
    </message>
    <message>
        <source>The applicant is reminded the day before</source>
        <translation>到期前一天自动提醒申请人</translation>
    </message>
    <message>
        <source>This site collects for the authority: a collection receipt is given, and no legal clock starts.</source>
        <translation>本站点代收材料，出具收件凭证；办理时限自主管部门收到之日起算。</translation>
    </message>
    <message>
        <source>bring until %1</source>
        <translation>%1 前补交</translation>
    </message>
    <message>
        <source>%1 pages kept</source>
        <translation>%1 页 · 已采集</translation>
    </message>
    <message>
        <source>drawn up from the form</source>
        <translation>一表生成</translation>
    </message>
    <message>
        <source>copy seen</source>
        <translation>已看复印件</translation>
    </message>
    <message>
        <source>original seen</source>
        <translation>已看原件</translation>
    </message>
    <message>
        <source>may follow: Q</source>
        <translation>可容缺 Q</translation>
    </message>
    <message>
        <source>may be reused: R</source>
        <translation>可复用证照 R</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>original or copy</source>
        <translation>原件或复印件</translation>
    </message>
    <message>
        <source>original to compare</source>
        <translation>原件核对后退还</translation>
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
        <translation>复用证照</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>免提交</translation>
    </message>
    <message>
        <source>to follow</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>%1 · by law %2</source>
        <translation>%1 · 法定 %2</translation>
    </message>
    <message>
        <source>skips %1 weekend days</source>
        <translation>跳过周末 %1 天</translation>
    </message>
    <message>
        <source>skips %1 holidays</source>
        <translation>跳过假日 %1 天</translation>
    </message>
    <message>
        <source>%1: the first day does not count</source>
        <translation>%1：受理当日不计入</translation>
    </message>
    <message>
        <source>%1: %2 days count</source>
        <translation>%1：计 %2 天</translation>
    </message>
    <message>
        <source>%1: weekend</source>
        <translation>%1：周末</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: make-up working day, counts</source>
        <translation>%1：调休上班，计入</translation>
    </message>
    <message>
        <source>%1: the clock stands still</source>
        <translation>%1：暂停计时</translation>
    </message>
    <message>
        <source>moved to the next working day, %1</source>
        <translation>末日逢假，顺延至 %1</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accept · go to the first gap</source>
        <translation>受理&#x3000;按 F9 跳到第 1 个缺项</translation>
    </message>
    <message>
        <source>Accept and print receipt</source>
        <translation>受理并打印回执</translation>
    </message>
    <message>
        <source>Collect and print receipt</source>
        <translation>收件并打印凭证</translation>
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
        <source>next year&apos;s calendar is not published yet</source>
        <translation>明年的放假安排还没有公布</translation>
    </message>
    <message>
        <source>Space copy seen</source>
        <translation>空格 看复印件</translation>
    </message>
    <message>
        <source>Space original seen</source>
        <translation>空格 看原件</translation>
    </message>
    <message>
        <source>R reuse</source>
        <translation>R 复用</translation>
    </message>
    <message>
        <source>M exempt</source>
        <translation>M 免交</translation>
    </message>
    <message>
        <source>Q bring later</source>
        <translation>Q 容缺</translation>
    </message>
    <message>
        <source>S scan</source>
        <translation>S 扫描</translation>
    </message>
    <message>
        <source>Del take back</source>
        <translation>Del 撤回</translation>
    </message>
</context>
</TS>
