<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>shell</name>
    <message>
        <source>nothing waits</source>
        <translation>无待传</translation>
    </message>
    <message>
        <source>Offline · %1</source>
        <translation>离线 · %1</translation>
    </message>
    <message>
        <source>Go on as usual: everything is kept on this machine and sent by itself when the line is back.</source>
        <translation>照常办理即可：全部保存在本机，网络恢复后自动上传。</translation>
    </message>
    <message>
        <source>Connected · %1</source>
        <translation>已连接 · %1</translation>
    </message>
    <message>
        <source>Connected · all sent %1</source>
        <translation>已连接 · %1 全部已传</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>缺纸</translation>
    </message>
    <message>
        <source>cover open</source>
        <translation>盖板未合</translation>
    </message>
    <message>
        <source>paper jam</source>
        <translation>卡纸</translation>
    </message>
    <message>
        <source>starting again</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>未接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Sending has stopped</source>
        <translation>上传已停止</translation>
    </message>
    <message>
        <source>The network wants a login · %1</source>
        <translation>网络要求登录 · %1</translation>
    </message>
    <message>
        <source>Connected · %1 refused by the platform</source>
        <translation>已连接 · %1 条被平台退回</translation>
    </message>
    <message>
        <source>Read cards, give numbers and print slips as always. Everything is kept encrypted on this machine and sent by itself when the line is back; nothing is typed again.</source>
        <translation>照常读卡、照常编号、照常打印回执。资料加密存在本机，联网后自动上传，不用重录。</translation>
    </message>
    <message>
        <source>since %1, %2</source>
        <translation>自 %1 起，%2</translation>
    </message>
    <message>
        <source>Taking in cases offline</source>
        <translation>离线受理中</translation>
    </message>
    <message>
        <source>Sending does not succeed for now</source>
        <translation>暂时传不上去</translation>
    </message>
    <message>
        <source>Sending has stopped: a person must look</source>
        <translation>上传已停止，需要处理</translation>
    </message>
    <message>
        <source>less than 1 min</source>
        <translation>不到 1 分</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>to send %1</source>
        <translation>待上传 %1</translation>
    </message>
    <message>
        <source>to send %1 records</source>
        <translation>待上传 %1 条记录</translation>
    </message>
    <message>
        <source>to send %1 pages</source>
        <translation>待上传 %1 页</translation>
    </message>
</context>
<context>
    <name>yichuang::HelpDialog</name>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>first page, Alt+2 the second, and so on</source>
        <translation>第一个页面，Alt+2 第二个，依此类推</translation>
    </message>
    <message>
        <source>search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>larger text, Ctrl+- smaller</source>
        <translation>字放大，Ctrl+- 缩小</translation>
    </message>
    <message>
        <source>next field; Enter the next one still to fill</source>
        <translation>下一栏；回车到下一个待填栏</translation>
    </message>
    <message>
        <source>closes or stops, never discards</source>
        <translation>关闭或停止，不会丢弃内容</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
</context>
<context>
    <name>yichuang::LineBand</name>
    <message>
        <source>See why</source>
        <translation>查看原因</translation>
    </message>
</context>
<context>
    <name>yichuang::LockOverlay</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The window is paused. What is filled in is kept as it is.</source>
        <translation>窗口已暂停，已填写的内容原样保留。</translation>
    </message>
    <message>
        <source>Another clerk</source>
        <translation>换人上岗</translation>
    </message>
</context>
<context>
    <name>yichuang::MainWindow</name>
    <message>
        <source>Pause</source>
        <translation>暂离</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Yichuang - demonstration</source>
        <translation>一窗（示例）</translation>
    </message>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
</context>
<context>
    <name>yichuang::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>yichuang::TopBar</name>
    <message>
        <source>Matter, case or name    Ctrl+K</source>
        <translation>事项、办件号或姓名    Ctrl+K</translation>
    </message>
    <message>
        <source>Search everything, Ctrl+K</source>
        <translation>搜索全部，Ctrl+K</translation>
    </message>
    <message>
        <source>%1 (demonstration)</source>
        <translation>%1（示例）</translation>
    </message>
</context>
</TS>
