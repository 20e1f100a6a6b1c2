#pragma once

#include "Drawing.h"
#include "PrinterProfile.h"

#include <QByteArray>
#include <QImage>

namespace yichuang::escpos {

// A slip as the bytes of one job, for one kind of printer. Without state beyond one page: the same page gives
// the same bytes. The job ends with the question that proves that it came out, where the printer answers.
class EscPosEncoder
{
public:
    explicit EscPosEncoder(PrinterProfile profile);

    QByteArray encode(const ReceiptPage &page);

private:
    void begin();
    void end(bool cut);
    void line(const ReceiptLine &line);
    void text(const ReceiptLine &line);
    void columns(const ReceiptLine &line);
    void box(const ReceiptLine &line);
    void code(const QString &text);
    void row(const QString &text, const TextStyle &style);
    void picture(const QImage &image);
    void style(const TextStyle &style);
    void spacing(int dots);
    void feed(int dots);
    void put(std::initializer_list<int> bytes);

    PrinterProfile m_profile;
    QByteArray m_bytes;
    TextStyle m_style;
    int m_spacing = 0;
};

} // namespace yichuang::escpos
