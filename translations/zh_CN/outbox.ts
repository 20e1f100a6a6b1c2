<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Outbox</name>
    <message>
        <source>Tell the IT desk</source>
        <translation>请告诉信息科</translation>
    </message>
    <message>
        <source>The platform cannot read a record of this case. </source>
        <translation>平台读不懂这件的一条记录，已单独放在一边。</translation>
    </message>
    <message>
        <source>Tell the IT desk the case number; do not type the case in again. </source>
        <translation>请把办件编号告诉信息科，不用重新录入。</translation>
    </message>
    <message>
        <source>Have the holder checked</source>
        <translation>请核对由哪个站办理</translation>
    </message>
    <message>
        <source>The platform does not find this workstation in charge of a record of this case. </source>
        <translation>平台认为这件的一条记录不归本机办理，已单独放在一边。</translation>
    </message>
    <message>
        <source>Ask the supervisor which station holds the case, and tell the IT desk its number. </source>
        <translation>请向督导核对这件由哪个站办理，并把办件编号告诉信息科。</translation>
    </message>
    <message>
        <source>The signature of a record of this case does not hold. </source>
        <translation>这件的一条记录签名核对不上，平台已单独放在一边。</translation>
    </message>
    <message>
        <source>Tell the IT desk at once: the key of this machine must be checked. Go on as usual. </source>
        <translation>请马上告诉信息科核查本机密钥，照常受理。</translation>
    </message>
    <message>
        <source>A record of this case does not follow the one before it. </source>
        <translation>这件的一条记录与前一条接不上，平台已单独放在一边。</translation>
    </message>
    <message>
        <source>Tell the IT desk: the log of this machine must be checked. </source>
        <translation>请告诉信息科核查本机记录，照常受理。</translation>
    </message>
    <message>
        <source>Waits for the platform&apos;s update</source>
        <translation>等平台升级</translation>
    </message>
    <message>
        <source>The platform is older than this program and cannot read a record yet. </source>
        <translation>平台版本比本机旧，这件的一条记录暂时读不了。</translation>
    </message>
    <message>
        <source>Tell the IT desk that the platform is to be updated. </source>
        <translation>请告诉信息科升级平台，不用重新录入。</translation>
    </message>
    <message>
        <source>Stop the copy, tell the IT desk</source>
        <translation>停用拷贝，告诉信息科</translation>
    </message>
    <message>
        <source>Another copy of this machine&apos;s data has sent another record in its place. </source>
        <translation>另有一份本机数据的拷贝，在同一位置传过别的记录。</translation>
    </message>
    <message>
        <source>Stop using the copy and tell the IT desk; both records are kept there. </source>
        <translation>请停止使用拷贝并告诉信息科，两条记录平台都保留。</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>正在上传</translation>
    </message>
    <message>
        <source>being sent, %1 % there</source>
        <translation>正在上传，已传 %1%</translation>
    </message>
    <message>
        <source>%1 % there, goes on from there</source>
        <translation>已传 %1%，断点已存</translation>
    </message>
    <message>
        <source>%1 in the queue</source>
        <translation>排队第 %1</translation>
    </message>
    <message>
        <source>The platform set a record of this case aside (%1). </source>
        <translation>平台把这件的一条记录单独放在一边（%1）。</translation>
    </message>
    <message>
        <source>Tell the IT desk the case number. </source>
        <translation>请把办件编号告诉信息科。</translation>
    </message>
    <message>
        <source>The record is kept here and at the platform; number and slip stay valid, and the other cases go on.</source>
        <translation>记录在本机和平台都有保存，编号和回执有效，其他办件照常上传。</translation>
    </message>
    <message>
        <source>no pages</source>
        <translation>无材料页</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>trying, attempt %1</source>
        <translation>正在第 %1 次重试</translation>
    </message>
    <message>
        <source>attempt %1 comes by itself</source>
        <translation>稍后自动第 %1 次重试</translation>
    </message>
    <message>
        <source>attempt %2 in %1</source>
        <translation>%1 后第 %2 次重试</translation>
    </message>
    <message>
        <source>It is its turn now.</source>
        <translation>正轮到这件。</translation>
    </message>
    <message>
        <source>It is the next one to be sent.</source>
        <translation>下一件就传它。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) stand before it; it is sent by itself.</source>
        <translation>
            <numerusform>前面还有 %n 件，排到后自动上传。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::OutboxDetailPanel</name>
    <message>
        <source>See the case</source>
        <translation>看办件</translation>
    </message>
    <message>
        <source>The chosen case</source>
        <translation>所选办件</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) set aside</source>
        <translation>
            <numerusform>%n 条记录被退回</numerusform>
        </translation>
    </message>
    <message>
        <source>Not at the platform: %1</source>
        <translation>还不在平台上：%1</translation>
    </message>
    <message>
        <source>set aside by the platform</source>
        <translation>被平台退回</translation>
    </message>
    <message>
        <source>only on this machine</source>
        <translation>只存本机</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1, %2</source>
        <translation>第 %1 页，%2</translation>
    </message>
    <message>
        <source>%1 % there</source>
        <translation>已传 %1%</translation>
    </message>
</context>
<context>
    <name>yichuang::OutboxPage</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>现在重试</translation>
    </message>
    <message>
        <source>See the case</source>
        <translation>看办件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <comment>in the head</comment>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a hand</source>
        <translation>
            <numerusform>%n 件待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are at the platform, the rest goes on from there</source>
        <translation>已传 %1 / %2，从断点接着传</translation>
    </message>
    <message>
        <source>No pages wait, only records.</source>
        <translation>没有材料页待传，只有办理记录。</translation>
    </message>
    <message>
        <source>%1 (code %2)</source>
        <translation>%1（代码 %2）</translation>
    </message>
    <message>
        <source>The outbox could not be read. Try again with F5.</source>
        <translation>待上传清单没有读出来，按 F5 重试。办件都在本机。</translation>
    </message>
    <message>
        <source>Reading the outbox…</source>
        <translation>正在读取待上传清单…</translation>
    </message>
    <message>
        <source>No waiting case fits “%1”.</source>
        <translation>待上传里没有与“%1”相符的办件。</translation>
    </message>
    <message>
        <source>No case waits.</source>
        <translation>没有等待上传的办件。</translation>
    </message>
    <message>
        <source>No case waits. Everything had arrived at %1.</source>
        <translation>没有等待上传的办件。%1 核对过，平台都已收到。</translation>
    </message>
    <message>
        <source>If there is still no line after %1 hours, tell the county&apos;s IT desk.</source>
        <translation>满 %1 小时仍未联网，请告诉县信息科。</translation>
    </message>
    <message>
        <source>More than %1 hours: export it and take it to the town centre.</source>
        <translation>已满 %1 小时，请导出送镇中心。</translation>
    </message>
    <message>
        <source>More than %1 hours: tell the county&apos;s IT desk now. Nothing is lost.</source>
        <translation>已满 %1 小时，请现在告诉县信息科。内容都在本机，不会丢。</translation>
    </message>
    <message>
        <source>If there is still no line after %1 hours, export it and take it to the town centre.</source>
        <translation>满 %1 小时仍未联网，请导出送镇中心。</translation>
    </message>
    <message>
        <source>The oldest case has been kept here for %1. </source>
        <translation>最早一件已存 %1。</translation>
    </message>
    <message>
        <source>all kept on this machine</source>
        <translation>全部在本机</translation>
    </message>
    <message>
        <source>Name, item, number  /</source>
        <translation>姓名、事项、编号  /</translation>
    </message>
    <message>
        <source>Find a waiting case</source>
        <translation>查找待上传办件</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Export to a USB stick</source>
        <translation>导出到 U 盘</translation>
    </message>
</context>
<context>
    <name>yichuang::OutboxTable</name>
    <message>
        <source>Cases to send</source>
        <translation>待上传办件</translation>
    </message>
</context>
</TS>
