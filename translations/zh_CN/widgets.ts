<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>%n more wrong password(s) and the number is locked.</source>
        <translation>
            <numerusform>再输错 %n 次就会锁定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s), or ask the IT desk to unlock it.</source>
        <translation>
            <numerusform>请 %n 分钟后再试，或请信息科解锁。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cards</name>
    <message>
        <source>residence permit</source>
        <translation>居住证</translation>
    </message>
    <message>
        <source>foreign resident&apos;s card</source>
        <translation>永居证</translation>
    </message>
    <message>
        <source>ID card</source>
        <translation>身份证</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Try again, or tell the IT desk the code. </source>
        <translation>请再试一次，或把代码告诉信息人员。</translation>
    </message>
    <message>
        <source>What was saved is kept.</source>
        <translation>已保存的都在。</translation>
    </message>
</context>
</TS>
