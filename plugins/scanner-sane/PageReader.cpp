#include "PageReader.h"

#include "SaneErrors.h"

#include <algorithm>
#include <array>

namespace yichuang::sane {

namespace {

// A3 at 600 dpi in colour is 210 MB; more than this comes from a faulty driver.
constexpr qint64 mostBytes = 512LL * 1024 * 1024;
constexpr int pieceBytes = 32 * 1024;

struct Frame
{
    SANE_Parameters parameters{};
    QByteArray bytes;
};

bool isSound(const SANE_Parameters &parameters)
{
    const int samples = parameters.format == SANE_FRAME_RGB ? 3 : 1;
    const bool depth = parameters.depth == 1 || parameters.depth == 8 || parameters.depth == 16;
    return depth && parameters.format <= SANE_FRAME_BLUE && parameters.pixels_per_line > 0 &&
           parameters.pixels_per_line <= 65500 && parameters.lines <= 65500 &&
           qint64(parameters.bytes_per_line) * 8 >=
               qint64(parameters.pixels_per_line) * samples * parameters.depth &&
           qint64(parameters.bytes_per_line) * std::max(1, parameters.lines) <= mostBytes &&
           !(samples == 3 && parameters.depth == 1);
}

// Cancelled and empty pages end with EOF as whole ones do: only the count tells.
bool isWhole(const Frame &frame)
{
    const SANE_Parameters &parameters = frame.parameters;
    if (parameters.lines >= 0)
        return parameters.lines > 0 &&
               frame.bytes.size() == qint64(parameters.lines) * parameters.bytes_per_line;
    return !frame.bytes.isEmpty() && frame.bytes.size() % parameters.bytes_per_line == 0;
}

Result<Frame> readFrame(SANE_Handle handle, const Stop &stop)
{
    Frame frame;
    SANE_Status status = sane_get_parameters(handle, &frame.parameters);
    if (status != SANE_STATUS_GOOD)
        return scannerError(status, QStringLiteral("parameters"));
    if (!isSound(frame.parameters))
        return settingsRefused(QStringLiteral("the driver's picture format"));
    std::array<SANE_Byte, pieceBytes> piece{};
    while (status == SANE_STATUS_GOOD && frame.bytes.size() <= mostBytes) {
        SANE_Int got = 0;
        status = sane_read(handle, piece.data(), pieceBytes, &got);
        if (status == SANE_STATUS_GOOD)
            frame.bytes.append(reinterpret_cast<const char *>(piece.data()), std::clamp(got, 0, pieceBytes));
        stop.isRequested();
    }
    if (status != SANE_STATUS_EOF && status != SANE_STATUS_GOOD)
        return scannerError(status, QStringLiteral("reading"));
    if (!isWhole(frame))
        return pageIncomplete(QStringLiteral("%1 bytes for %2 lines of %3")
                                  .arg(frame.bytes.size())
                                  .arg(frame.parameters.lines)
                                  .arg(frame.parameters.bytes_per_line));
    return frame;
}

// The high byte of a sample; SANE gives 16 bits in the machine's order.
int sample(const uchar *line, int index, int depth)
{
    if (depth == 16)
        return line[index * 2 + (Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? 1 : 0)];
    return line[index];
}

QImage grayImage(const Frame &frame)
{
    const SANE_Parameters &parameters = frame.parameters;
    const int height = int(frame.bytes.size() / parameters.bytes_per_line);
    QImage image(parameters.pixels_per_line, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height && !image.isNull(); ++y) {
        const auto *line = reinterpret_cast<const uchar *>(frame.bytes.constData()) +
                           qsizetype(y) * parameters.bytes_per_line;
        uchar *out = image.scanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            if (parameters.depth == 1) // 1 is black
                out[x] = line[x / 8] & (0x80 >> (x % 8)) ? 0 : 255;
            else
                out[x] = uchar(sample(line, x, parameters.depth));
        }
    }
    return image;
}

QImage colourImage(const Frame &frame)
{
    const SANE_Parameters &parameters = frame.parameters;
    const int height = int(frame.bytes.size() / parameters.bytes_per_line);
    QImage image(parameters.pixels_per_line, height, QImage::Format_RGB888);
    for (int y = 0; y < height && !image.isNull(); ++y) {
        const auto *line = reinterpret_cast<const uchar *>(frame.bytes.constData()) +
                           qsizetype(y) * parameters.bytes_per_line;
        uchar *out = image.scanLine(y);
        for (int x = 0; x < image.width() * 3; ++x)
            out[x] = uchar(sample(line, x, parameters.depth));
    }
    return image;
}

// Old scanners go over the sheet once a colour.
Result<QImage> joined(const std::array<QImage, 3> &planes)
{
    const QSize size = planes.front().size();
    if (std::any_of(planes.begin(), planes.end(), [&](const QImage &plane) { return plane.size() != size; }))
        return pageIncomplete(QStringLiteral("three passes of one page differ"));
    QImage image(size, QImage::Format_RGB888);
    for (int y = 0; y < size.height() && !image.isNull(); ++y) {
        uchar *out = image.scanLine(y);
        for (int x = 0; x < size.width(); ++x)
            for (int plane = 0; plane < 3; ++plane)
                out[3 * x + plane] = planes.at(size_t(plane)).constScanLine(y)[x];
    }
    return image;
}

Result<QImage> readPasses(SANE_Handle handle, Frame frame, const Stop &stop)
{
    std::array<QImage, 3> planes;
    for (int pass = 0; pass < 3; ++pass) {
        if (pass > 0) {
            if (const SANE_Status status = sane_start(handle); status != SANE_STATUS_GOOD)
                return scannerError(status, QStringLiteral("starting a pass"));
            auto next = readFrame(handle, stop);
            if (!next)
                return passOn(next);
            frame = std::move(*next);
        }
        const int plane = int(frame.parameters.format) - int(SANE_FRAME_RED);
        if (plane < 0 || plane > 2)
            return pageIncomplete(QStringLiteral("a pass is of no colour"));
        planes.at(size_t(plane)) = grayImage(frame);
    }
    return joined(planes);
}

} // namespace

Result<QImage> readPage(SANE_Handle handle, const Stop &stop)
{
    auto frame = readFrame(handle, stop);
    if (!frame)
        return passOn(frame);
    QImage image;
    if (frame->parameters.format == SANE_FRAME_RGB) {
        image = colourImage(*frame);
    } else if (frame->parameters.format == SANE_FRAME_GRAY) {
        image = grayImage(*frame);
    } else {
        const auto passes = readPasses(handle, std::move(*frame), stop);
        if (!passes)
            return passOn(passes);
        image = *passes;
    }
    if (image.isNull())
        return pageIncomplete(QStringLiteral("no memory for the page"));
    return image;
}

} // namespace yichuang::sane
