<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
