#pragma once

#include "base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace yichuang {

// One line of a slip, without any printer's bytes: the plugin encodes it for the paper's width and the
// printer's abilities, wraps what is too long, and draws what the printer's font lacks.
struct ReceiptLine
{
    enum class Kind
    {
        Text,    // `text`, wrapped
        Columns, // `text` at the left, `right` at the right margin; `right` moves to its own line if need be
        Boxed,   // `text` in a frame over the whole width
        Rule,    // a line over the whole width
        Space,   // an empty line
        Code     // a QR code that holds `text`, centred, with a quiet zone of four modules
    };
    enum class Align
    {
        Left,
        Centre,
        Right
    };

    Kind kind = Kind::Text;
    QString text;
    QString right;
    Align align = Align::Left;
    int scale = 1; // 1 or 2: width and height of the characters
    bool bold = false;
    bool operator==(const ReceiptLine &) const = default;
};

struct ReceiptPage
{
    QList<ReceiptLine> lines;
    bool cut = true;
    bool operator==(const ReceiptPage &) const = default;
};

QJsonObject toJson(const ReceiptPage &page);
// ReceiptMalformed for an unknown key, a wrong value, over 400 lines, or a text over 2000 characters.
Result<ReceiptPage> receiptPageFromJson(const QJsonObject &json);

} // namespace yichuang
