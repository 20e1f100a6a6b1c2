<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>yichuang::Workplace</name>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>办件</translation>
    </message>
    <message>
        <source>%1 taken in today</source>
        <translation>今日办件 %1</translation>
    </message>
    <message>
        <source>The paper is printed.</source>
        <translation>文书已打出。</translation>
    </message>
    <message>
        <source>The printer did not confirm: look whether it came out.</source>
        <translation>打印机没有确认，请看看纸出来没有。</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>待上传</translation>
    </message>
</context>
</TS>
