#include "ui/materials/PageFile.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>

namespace yichuang {

namespace {

using Checked = tl::expected<PageFile, PageFileFault>;

constexpr int pdfTail = 2048;

tl::unexpected<PageFileFault> fault(PageFileFault what)
{
    return tl::make_unexpected(what);
}

// What the bytes are, by what they begin with; the name of a file says nothing.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return "jpeg";
    if (bytes.startsWith("\x89PNG\r\n\x1A\n"))
        return "png";
    if (bytes.startsWith("%PDF-1.") || bytes.startsWith("%PDF-2."))
        return "pdf";
    return {};
}

// Qt decodes what there is of a picture that was cut off; a page must be whole.
bool isWhole(const QByteArray &bytes, const QByteArray &format)
{
    return format == "png" ? bytes.lastIndexOf("IEND") > bytes.size() - 64
                           : bytes.lastIndexOf("\xFF\xD9") > 0;
}

Checked checkImage(const QByteArray &bytes, const QByteArray &format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty() || !isWhole(bytes, format))
        return fault(PageFileFault::Damaged);
    if (size.width() > maximumPageSide || size.height() > maximumPageSide ||
        qint64(size.width()) * size.height() > maximumPagePixels)
        return fault(PageFileFault::TooManyPixels);
    if (reader.read().isNull())
        return fault(PageFileFault::Damaged);
    return PageFile{bytes, QStringLiteral("image/") + QLatin1String(format)};
}

// A coarse look, before anybody opens the file: what it finds is refused for certain; what hides in a
// compressed stream is the business of whoever opens it.
Checked checkPdf(const QByteArray &bytes)
{
    if (!bytes.last(std::min<qsizetype>(bytes.size(), pdfTail)).contains("%%EOF"))
        return fault(PageFileFault::Damaged);
    if (bytes.contains("/Encrypt"))
        return fault(PageFileFault::Locked);
    for (const char *word : {"/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia"}) {
        if (bytes.contains(word))
            return fault(PageFileFault::Active);
    }
    return PageFile{bytes, QStringLiteral("application/pdf")};
}

} // namespace

Checked checkPageBytes(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return fault(PageFileFault::Empty);
    if (bytes.size() > maximumPageFileBytes)
        return fault(PageFileFault::TooLarge);
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return fault(PageFileFault::UnknownKind);
    return format == "pdf" ? checkPdf(bytes) : checkImage(bytes, format);
}

Checked readPageFile(const QString &path)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return fault(PageFileFault::Unreadable);
    if (file.size() > maximumPageFileBytes)
        return fault(PageFileFault::TooLarge);
    // One byte more than allowed tells a file that grew since.
    return checkPageBytes(file.read(maximumPageFileBytes + 1));
}

QImage decodePage(const QByteArray &bytes, int longestSide)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty() || format == "pdf")
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true); // a photograph says which side is up
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > maximumPagePixels)
        return {};
    if (std::max(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace yichuang
