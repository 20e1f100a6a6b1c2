#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <tl/expected.hpp>

namespace yichuang {

// Why a file from outside is not taken as a page.
enum class PageFileFault
{
    Unreadable, // gone, no permission, or not a plain file
    Empty,
    TooLarge,      // over maximumPageFileBytes
    TooManyPixels, // over maximumPagePixels, or a side over maximumPageSide
    UnknownKind,   // neither JPEG, PNG nor PDF, whatever its name says
    Damaged,
    Locked, // a PDF with a password
    Active, // a PDF that runs scripts or programs
};

inline constexpr qint64 maximumPageFileBytes = 40LL * 1024 * 1024;
inline constexpr qint64 maximumPagePixels = 120'000'000; // A4 at 1200 dpi has 139, at 600 dpi 35
inline constexpr int maximumPageSide = 20'000;

struct PageFile
{
    QByteArray bytes;
    QString mediaType; // "image/jpeg", "image/png", "application/pdf"
};

// Reads and checks one file; decodes an image whole. Slow: for a worker thread.
tl::expected<PageFile, PageFileFault> readPageFile(const QString &path);
// The same for bytes that are here already.
tl::expected<PageFile, PageFileFault> checkPageBytes(const QByteArray &bytes);

// The page as an image whose longer side is at most `longestSide`, as the paper was captured (rotation is the
// view's). Null for a PDF and for anything that cannot be decoded. For a worker thread.
QImage decodePage(const QByteArray &bytes, int longestSide);

} // namespace yichuang
