#include "documents/NoticePdf.h"

#include "documents/NoticeHtml.h"
#include "documents/PaperCode.h"
#include "documents/QrCode.h"
#include "documents/ReadableText.h"
#include "domain/PaperCodes.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>

namespace yichuang {

namespace {

constexpr int dpi = 300;
constexpr qreal marginMm = 20;
constexpr qreal headMm = 33; // on the first page
constexpr qreal footMm = 9;
constexpr qreal sealMm = 40; // signature, seal and date

qreal dots(qreal millimetres)
{
    return millimetres * dpi / 25.4;
}

QFont font(qreal points, bool bold = false)
{
    QFont made(QStringLiteral("Noto Sans CJK SC"));
    made.setPointSizeF(points);
    made.setBold(bold);
    return made;
}

// For codes: in the proportional font, digits that follow a Latin letter are drawn with glyphs that no
// character leads to, and cannot be copied or searched.
QFont codeFont(qreal points)
{
    QFont made = font(points);
    made.setFamily(QStringLiteral("Noto Sans Mono CJK SC"));
    return made;
}

// The font's own line is half as high again as its characters: too loose for official paper.
void tighten(QTextDocument &body)
{
    QTextCursor all(&body);
    all.beginEditBlock();
    for (QTextBlock block = body.begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(90, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
    all.endEditBlock();
}

// One notice on its sheets. The coordinates are dots within the margins.
class Sheets
{
public:
    Sheets(PaperKind kind, const NoticeData &data, const PaperText &text, QString checkCode, const QrCode &qr)
        : m_kind(kind)
        , m_data(data)
        , m_text(text)
        , m_checkCode(std::move(checkCode))
        , m_qr(qr)
    {}

    NoticePaper draw(const QString &html);

private:
    void setUp(QPdfWriter &writer) const;
    void layOut(QPdfWriter &writer, const QString &html);
    void drawHead(QPainter &painter) const;
    void drawSeal(QPainter &painter, qreal top) const;
    void drawFoot(QPainter &painter, int page, int pages) const;
    void line(QPainter &painter, qreal y, qreal width) const;

    PaperKind m_kind;
    const NoticeData &m_data;
    const PaperText &m_text;
    QString m_checkCode;
    const QrCode &m_qr;
    QTextDocument m_body;
    qreal m_width = 0, m_height = 0, m_bodyHeight = 0;
};

void Sheets::setUp(QPdfWriter &writer) const
{
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(dpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
    // In ASCII: the writer does not escape a byte 0D, which is half of 不.
    writer.setTitle(nameOf(m_kind) + QLatin1Char(' ') + m_data.paperNumber);
    writer.setCreator(QStringLiteral("Yichuang"));
}

void Sheets::layOut(QPdfWriter &writer, const QString &html)
{
    m_width = writer.width();
    m_height = writer.height();
    m_bodyHeight = m_height - dots(footMm);
    m_body.documentLayout()->setPaintDevice(&writer);
    m_body.setDocumentMargin(0);
    m_body.setDefaultFont(font(12));
    m_body.setHtml(html);
    tighten(m_body);
    // The head of the first page is room before the first paragraph.
    QTextCursor first(&m_body);
    QTextBlockFormat room;
    room.setLineHeight(headMm * 96 / 25.4, QTextBlockFormat::FixedHeight);
    first.insertBlock(first.blockFormat(), first.blockCharFormat());
    QTextCursor(m_body.firstBlock()).setBlockFormat(room);
    QTextCursor opening(m_body.firstBlock().next().next());
    QTextBlockFormat indented = opening.blockFormat();
    indented.setTextIndent(dots(8.5));
    opening.setBlockFormat(indented);
    m_body.setPageSize(QSizeF(m_width, m_bodyHeight));
}

NoticePaper Sheets::draw(const QString &html)
{
    NoticePaper paper;
    paper.checkCode = m_checkCode;
    QBuffer buffer(&paper.pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        setUp(writer);
        layOut(writer, html);
        QPainter painter(&writer);
        const int bodyPages = m_body.pageCount();
        const qreal end = m_body.documentLayout()->blockBoundingRect(m_body.lastBlock()).bottom() -
                          m_bodyHeight * (bodyPages - 1);
        const bool sealFits = end + dots(sealMm) <= m_bodyHeight;
        paper.pages = bodyPages + (sealFits ? 0 : 1);
        for (int page = 0; page < paper.pages; ++page) {
            if (page > 0)
                writer.newPage();
            if (page == 0)
                drawHead(painter);
            if (page < bodyPages) {
                painter.save();
                painter.translate(0, -m_bodyHeight * page);
                m_body.drawContents(&painter, QRectF(0, m_bodyHeight * page, m_width, m_bodyHeight));
                painter.restore();
            }
            if (page == paper.pages - 1)
                drawSeal(painter, m_bodyHeight - dots(sealMm));
            drawFoot(painter, page + 1, paper.pages);
        }
    }
    return paper;
}

void Sheets::line(QPainter &painter, qreal y, qreal width) const
{
    painter.setPen(QPen(Qt::black, width));
    painter.drawLine(QPointF(0, y), QPointF(m_width, y));
}

void Sheets::drawHead(QPainter &painter) const
{
    const qreal qr = dots(26);
    // The quiet zone of the code reaches into the margin, so that the code itself ends where the text does.
    drawQr(painter, QRectF(m_width - qr, -dots(4), qr, qr), m_qr);
    painter.setPen(Qt::black);
    painter.setFont(font(9));
    painter.drawText(QRectF(m_width - qr, qr - dots(5.5), qr, dots(5)), Qt::AlignHCenter,
                     QStringLiteral("扫码查进度"));
    const QString head =
        m_data.demonstration ? m_data.authority + QStringLiteral("（示例）") : m_data.authority;
    painter.setFont(font(15));
    painter.drawText(QRectF(qr, 0, m_width - 2 * qr, dots(8)), Qt::AlignCenter, head);
    QFont title = font(26, true);
    title.setLetterSpacing(QFont::PercentageSpacing, 115);
    painter.setFont(title);
    painter.drawText(QRectF(qr, dots(8), m_width - 2 * qr, dots(13)), Qt::AlignCenter, m_text.title);
    painter.setFont(codeFont(11));
    painter.drawText(QRectF(0, dots(22), m_width, dots(6)), Qt::AlignCenter,
                     QStringLiteral("%1　第 %2 号").arg(m_data.site, m_data.paperNumber));
    line(painter, dots(30), dots(0.5));
}

void Sheets::drawSeal(QPainter &painter, qreal top) const
{
    painter.setPen(QPen(QColor(110, 110, 110), dots(0.25), Qt::DashLine));
    const QRectF seal(m_width * 0.68, top, dots(31), dots(31));
    painter.drawEllipse(seal);
    painter.setFont(font(10));
    painter.drawText(seal, Qt::AlignCenter,
                     (m_data.demonstration ? QStringLiteral("示例，不盖章\n") : QStringLiteral("加盖\n")) +
                         m_text.seal);
    painter.setPen(Qt::black);
    painter.setFont(font(12));
    const QString where =
        m_data.window.isEmpty() ? m_data.site : QStringLiteral("%1 号综合窗口").arg(m_data.window);
    painter.drawText(QRectF(0, top + dots(22), m_width * 0.6, dots(7)), Qt::AlignLeft | Qt::AlignVCenter,
                     m_text.signature + QString(16, u'_'));
    painter.drawText(QRectF(0, top + dots(32), m_width * 0.62, dots(7)), Qt::AlignLeft | Qt::AlignVCenter,
                     QStringLiteral("经办人：%1（%2）").arg(m_data.clerk, where));
    painter.setFont(font(12, true));
    painter.drawText(QRectF(m_width * 0.6, top + dots(32), m_width * 0.35, dots(7)), Qt::AlignCenter,
                     officialDate(m_data.at.date()));
}

void Sheets::drawFoot(QPainter &painter, int page, int pages) const
{
    line(painter, m_height - dots(7), dots(0.2));
    painter.setPen(Qt::black);
    painter.setFont(font(9));
    const QRectF foot(0, m_height - dots(6), m_width, dots(6));
    const QString mark = m_data.demonstration ? QStringLiteral("示例　") : QString();
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, mark + m_text.foot);
    painter.setFont(codeFont(9));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("校验码 %1　第 %2 页 共 %3 页").arg(m_checkCode).arg(page).arg(pages));
}

} // namespace

Result<NoticePaper> drawNotice(PaperKind kind, const NoticeData &data)
{
    if (const QStringList missing = missingParts(kind, data); !missing.isEmpty())
        return raise(ErrorCode::NoticeIncomplete, missing.join(u','));
    const auto text = paperText(kind);
    if (!text)
        return passOn(text);
    const QString html = noticeHtml(kind, data, *text);
    const QString check =
        paperCheckCode(data.caseId, nameOf(kind), data.paperNumber, Digest::of(html.toUtf8()));
    const auto qr = encodeQr(PaperCode{data.caseNumber, data.caseId, nameOf(kind), check}.toString());
    if (!qr)
        return passOn(qr);
    NoticePaper paper = Sheets(kind, data, *text, check, *qr).draw(html);
    return withReadableText(paper.pdf).map([&](const QByteArray &pdf) {
        paper.pdf = pdf;
        return paper;
    });
}

} // namespace yichuang
