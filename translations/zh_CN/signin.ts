<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>yichuang::SignInPage</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Comprehensive window</source>
        <translation>综合窗口</translation>
    </message>
    <message>
        <source>Yichuang %1   machine %2</source>
        <translation>一窗 %1   本机 %2</translation>
    </message>
    <message>
        <source>Demonstration: every person and paper is invented.</source>
        <translation>示例：人员和文书均为虚构。</translation>
    </message>
    <message>
        <source>Begin work</source>
        <translation>上岗</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>&lt;b&gt;This works without the line, too.&lt;/b&gt; The same number and password; cases are numbered, papers are printed, everything is kept on this machine and sent when the line is back.</source>
        <translation>&lt;b&gt;没有网络也能上岗。&lt;/b&gt;工号密码不变；照常编号、出纸，全部保存在本机，网络恢复后自动上传。</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Work can begin while a device is missing; its lamp turns green when it is back.</source>
        <translation>设备缺一台也能上岗；恢复后指示灯会变绿。</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Text size %1 percent</source>
        <translation>字号 %1%</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Begin work offline</source>
        <translation>离线上岗</translation>
    </message>
    <message>
        <source>MMMM d, yyyy  dddd</source>
        <translation>yyyy年M月d日  dddd</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>looking</source>
        <translation>正在检测</translation>
    </message>
</context>
<context>
    <name>yichuang::StartFaultDialog</name>
    <message>
        <source>Yichuang cannot open</source>
        <translation>一窗暂时打不开</translation>
    </message>
    <message>
        <source>Bring out what can be read</source>
        <translation>取出能读的数据</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 entries and %2 drafts were brought out; %3 entries could not be read.</source>
        <translation>已取出 %1 条记录、%2 份暂存；有 %3 条读不出来。</translation>
    </message>
    <message>
        <source>The damaged files are kept as they were in %1.</source>
        <translation>损坏的文件原样保留在 %1。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>yichuang::UnlockDialog</name>
    <message>
        <source>Open this station&apos;s data</source>
        <translation>打开本站数据</translation>
    </message>
    <message>
        <source>Passphrase of this station</source>
        <translation>本站密码短语</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
</TS>
