<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>materials</name>
        <message>
            <source>Glass, colour 200 dpi</source>
            <translation>平板 · 彩色 200 dpi</translation>
        </message>
        <message>
            <source>Feeder, colour 200 dpi</source>
            <translation>进纸器 · 彩色 200 dpi</translation>
        </message>
        <message>
            <source>Feeder, both sides, colour 200 dpi</source>
            <translation>进纸器 · 双面彩色 200 dpi</translation>
        </message>
        <message>
            <source>Feeder, gray 200 dpi</source>
            <translation>进纸器 · 灰度 200 dpi</translation>
        </message>
        <message>
            <source>Feeder, plain text 300 dpi</source>
            <translation>进纸器 · 纯文字 300 dpi</translation>
        </message>
    </context>
    <context>
        <name>yichuang::LineList</name>
        <message>
            <source>Materials checklist</source>
            <translation>材料清单</translation>
        </message>
    </context>
    <context>
        <name>yichuang::MaterialsPage</name>
        <message>
            <source>Nothing was imported: at most %1 files at a time. Choose fewer; the pages that are here are kept.</source>
            <translation>没有导入：一次最多 %1 个文件。请少选一些；已有的页面都在。</translation>
        </message>
        <message>
            <source>Scan</source>
            <translation>扫描</translation>
        </message>
        <message>
            <source>Scan page again</source>
            <translation>重扫本页</translation>
        </message>
        <message>
            <source>Turn</source>
            <translation>旋转</translation>
        </message>
        <message>
            <source>File under</source>
            <translation>归类</translation>
        </message>
        <message>
            <source>Leaf</source>
            <translation>翻页</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成采集</translation>
        </message>
        <message>
            <source>Not filed yet</source>
            <translation>未归类</translation>
        </message>
        <message>
            <source>Import pages</source>
            <translation>导入页面</translation>
        </message>
        <message>
            <source>Pages (*.jpg *.jpeg *.png *.pdf)</source>
            <translation>页面文件 (*.jpg *.jpeg *.png *.pdf)</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫描仪</translation>
        </message>
        <message>
            <source>How to scan</source>
            <translation>扫描方式</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>前移</translation>
        </message>
        <message>
            <source>Move to</source>
            <translation>移到…</translation>
        </message>
        <message>
            <source>Turn left</source>
            <translation>左转</translation>
        </message>
        <message>
            <source>Turn right</source>
            <translation>右转</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>Current page</source>
            <translation>当前页</translation>
        </message>
        <message>
            <source>Previous</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Checklist</source>
            <translation>材料清单</translation>
        </message>
        <message>
            <source>a digit files the chosen pages</source>
            <translation>选中页面后按数字键归类</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Papers done</source>
            <translation>完成采集</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n still missing</source>
            <translation>
                <numerusform>还差 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing missing</source>
            <translation>材料已齐</translation>
        </message>
        <message>
            <source>page %1 of %2</source>
            <translation>第 %1 / %2 页</translation>
        </message>
        <message>
            <source>%1  %2 %</source>
            <translation>%1　%2 %</translation>
        </message>
        <message>
            <source>Saved on this machine, safe from a power cut</source>
            <translation>已存本机，断电不丢</translation>
        </message>
        <message>
            <source>Saving</source>
            <translation>正在保存</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>共 %1</translation>
        </message>
        <message>
            <source>%1 (not ready)</source>
            <translation>%1（未就绪）</translation>
        </message>
    </context>
    <context>
        <name>yichuang::PageGrid</name>
        <message>
            <source>%1, page %2 of %3</source>
            <translation>%1，第 %2 页，共 %3 页</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>yichuang::PagePreview</name>
        <message>
            <source>No pages yet</source>
            <translation>还没有页面</translation>
        </message>
        <message>
            <source>F8 scans onto the chosen line; files can be imported</source>
            <translation>按 F8 扫描到选中的材料，也可以导入文件</translation>
        </message>
        <message>
            <source>A PDF is kept as it is</source>
            <translation>PDF 文件按原样保存</translation>
        </message>
        <message>
            <source>This page cannot be shown</source>
            <translation>这一页显示不出来</translation>
        </message>
        <message>
            <source>It is kept; scan it again with Shift+F8</source>
            <translation>原页仍保留，按 Shift+F8 重扫</translation>
        </message>
    </context>
    <context>
        <name>yichuang::PageWords</name>
        <message>
            <source>The file cannot be read.</source>
            <translation>文件读不出来。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件是空的。</translation>
        </message>
        <message>
            <source>The file is larger than %1 MB.</source>
            <translation>文件超过 %1 MB。</translation>
        </message>
        <message>
            <source>The picture has more points than a page may have.</source>
            <translation>图片尺寸超过一页的上限。</translation>
        </message>
        <message>
            <source>Only JPEG, PNG and PDF files can be imported.</source>
            <translation>只能导入 JPEG、PNG 和 PDF 文件。</translation>
        </message>
        <message>
            <source>The file is damaged or not complete.</source>
            <translation>文件已损坏或不完整。</translation>
        </message>
        <message>
            <source>The PDF is protected by a password.</source>
            <translation>PDF 设有密码。</translation>
        </message>
        <message>
            <source>The PDF holds a script or an embedded file.</source>
            <translation>PDF 内含脚本或嵌入文件。</translation>
        </message>
        <message>
            <source>Not filed yet</source>
            <translation>未归类</translation>
        </message>
        <message>
            <source>No picture</source>
            <translation>无图像</translation>
        </message>
        <message>
            <source>%1 was not imported. %2 Choose another file; the pages that are here are kept.</source>
            <translation>%1 没有导入。%2请换一个文件；已有的页面都在。</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺</translation>
        </message>
        <message>
            <source>if there is one</source>
            <translation>如有请交</translation>
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
            <source>exempt</source>
            <translation>免提交</translation>
        </message>
        <message>
            <source>may follow until %1</source>
            <translation>容缺 · %1 前补</translation>
        </message>
        <message>
            <source>may follow</source>
            <translation>容缺</translation>
        </message>
    </context>
    <context>
        <name>yichuang::ScanCard</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>The next page lands on %1 %2</source>
            <translation>下一页归入：%1 %2</translation>
        </message>
        <message>
            <source>The next page lands on 'not filed yet'; choose a line for it</source>
            <translation>下一页放入“未归类”，请先选中一件材料</translation>
        </message>
        <message>
            <source>Importing files</source>
            <translation>正在导入文件</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Stopping after this sheet</source>
            <translation>扫完这张就停</translation>
        </message>
        <message>
            <source>Scanning</source>
            <translation>正在扫描</translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) scanned</source>
            <translation>
                <numerusform>已扫 %n 页</numerusform>
            </translation>
        </message>
        <message>
            <source>No scanner is connected</source>
            <translation>没有连接扫描仪</translation>
        </message>
        <message>
            <source>Ready to scan</source>
            <translation>可以扫描</translation>
        </message>
    </context>
</TS>
