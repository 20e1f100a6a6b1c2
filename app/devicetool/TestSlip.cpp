#include "TestSlip.h"

namespace yichuang {

namespace {

using Line = ReceiptLine;

Line heading(const QString &text)
{
    return {Line::Kind::Text, text, {}, Line::Align::Centre, 2, true};
}

Line text(const QString &text, Line::Align align = Line::Align::Left)
{
    return {Line::Kind::Text, text, {}, align, 1, false};
}

Line columns(const QString &left, const QString &right)
{
    return {Line::Kind::Columns, left, right, Line::Align::Left, 1, false};
}

Line plain(Line::Kind kind, const QString &text = {})
{
    return {kind, text, {}, Line::Align::Left, 1, false};
}

} // namespace

ReceiptPage testSlip()
{
    return {{heading(QStringLiteral("示例")), text(QStringLiteral("打印测试，不作凭证"), Line::Align::Centre),
             plain(Line::Kind::Rule), text(QStringLiteral("靠左 Left 0123456789")),
             text(QStringLiteral("靠右 Right"), Line::Align::Right),
             // Two characters that a printer's own font lacks are drawn as pictures.
             columns(QStringLiteral("欧阳㐱𠮷"), QStringLiteral("A001")),
             plain(Line::Kind::Boxed, QStringLiteral("方框")), plain(Line::Kind::Space),
             text(QStringLiteral("这一行长过纸宽，应在“标点”之外换行：一二三四五六七八九十，"
                                 "一二三四五六七八九十，一二三四五六七八九十。")),
             plain(Line::Kind::Code, QStringLiteral("https://example.invalid/test")),
             text(QStringLiteral("以上为示例"), Line::Align::Centre)},
            true};
}

} // namespace yichuang
