#include "documents/ReadableText.h"

#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QRegularExpression>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace yichuang {

namespace {

constexpr char32_t firstRadical = 0x2E80, lastRadical = 0x2FDF;
constexpr char32_t firstIdeograph = 0x4E00, lastIdeograph = 0x9FFF;

quint32 glyphOf(const QRawFont &font, char32_t c)
{
    const QList<quint32> glyphs = font.glyphIndexesForString(QString::fromUcs4(&c, 1));
    return glyphs.isEmpty() ? 0 : glyphs.first();
}

// The ideographs that share their glyph with a radical, as the font has it.
QHash<char32_t, char32_t> ideographsOfRadicals()
{
    const QRawFont font = QRawFont::fromFont(QFont(QStringLiteral("Noto Sans CJK SC")));
    QHash<quint32, char32_t> radicals;
    for (char32_t c = firstRadical; c <= lastRadical; ++c) {
        if (const quint32 glyph = glyphOf(font, c))
            radicals.insert(glyph, c);
    }
    QHash<char32_t, char32_t> ideographs;
    for (char32_t c = firstIdeograph; c <= lastIdeograph; ++c) {
        if (const auto found = radicals.constFind(glyphOf(font, c)); found != radicals.constEnd())
            ideographs.insert(*found, c);
    }
    // Several radicals may share one glyph: all of them are the same ideograph.
    for (char32_t c = firstRadical; c <= lastRadical; ++c) {
        if (const auto twin = radicals.constFind(glyphOf(font, c));
            twin != radicals.constEnd() && ideographs.contains(*twin))
            ideographs.insert(c, ideographs.value(*twin));
    }
    return ideographs;
}

QByteArray hex(char32_t c)
{
    return QByteArray::number(static_cast<uint>(c), 16).rightJustified(4, '0').toUpper();
}

// Replaces the radicals among the targets of a CMap; its sources are glyph numbers and stay.
QByteArray mended(const QByteArray &cmap)
{
    static const QHash<char32_t, char32_t> ideographs = ideographsOfRadicals();
    static const QRegularExpression target(
        QStringLiteral("<(2[Ee][89A-Fa-f][0-9A-Fa-f]|2[Ff][0-9A-Da-d][0-9A-Fa-f])>"));
    const QString text = QString::fromLatin1(cmap);
    QByteArray out;
    qsizetype last = 0;
    for (auto found = target.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const char32_t c = match.captured(1).toUInt(nullptr, 16);
        // A source stands first on its line; a target never does.
        const bool isTarget = match.capturedStart() > 0 && text.at(match.capturedStart() - 1) != u'\n';
        out += cmap.mid(last, match.capturedStart() - last);
        out += isTarget ? '<' + hex(ideographs.value(c, c)) + '>' : match.captured(0).toLatin1();
        last = match.capturedEnd();
    }
    return out + cmap.mid(last);
}

QByteArray rewritten(const QByteArray &pdf)
{
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("notice", pdf.constData(), static_cast<size_t>(pdf.size()));
    for (QPDFObjectHandle object : document.getAllObjects()) {
        if (!object.isDictionary() || !object.getKey("/ToUnicode").isStream())
            continue;
        QPDFObjectHandle stream = object.getKey("/ToUnicode");
        const auto data = stream.getStreamData();
        const QByteArray cmap(reinterpret_cast<const char *>(data->getBuffer()),
                              static_cast<qsizetype>(data->getSize()));
        stream.replaceStreamData(mended(cmap).toStdString(), QPDFObjectHandle::newNull(),
                                 QPDFObjectHandle::newNull());
    }
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                      static_cast<qsizetype>(buffer->getSize()));
}

} // namespace

Result<QByteArray> withReadableText(const QByteArray &pdf)
{
    // The library speaks in exceptions; none leaves this room.
    try {
        return rewritten(pdf);
    } catch (const std::exception &) {
        return raise(ErrorCode::PaperUnreadable);
    }
}

} // namespace yichuang
