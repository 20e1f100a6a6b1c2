<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
