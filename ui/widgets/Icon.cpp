#include "ui/widgets/Icon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace yichuang {

namespace {

struct Drawing
{
    const char *name;
    const char *paths; // of SVG, on a grid of 20
};

constexpr Drawing drawings[] = {
    {"rotate-left", "<path d='M4.5 3.5v4h4M4.9 7.4A6.5 6.5 0 1 1 3.6 11'/>"},
    {"rotate-right", "<path d='M15.5 3.5v4h-4M15.1 7.4A6.5 6.5 0 1 0 16.4 11'/>"},
    {"zoom-in", "<circle cx='8.5' cy='8.5' r='5.5'/><path d='M12.6 12.6 17 17M8.5 6v5M6 8.5h5'/>"},
    {"zoom-out", "<circle cx='8.5' cy='8.5' r='5.5'/><path d='M12.6 12.6 17 17M6 8.5h5'/>"},
    {"fit", "<path d='M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13'/>"},
    {"trash", "<path d='M3.5 5.5h13M7.5 5.5v-2h5v2M5 5.5l.7 11h8.6l.7-11M8.3 8.5v5M11.7 8.5v5'/>"},
    {"undo", "<path d='M7 4 3.5 7.5 7 11M3.5 7.5h8a5 5 0 0 1 0 9H8'/>"},
    {"scan", "<path d='M3.5 7V4.5a1 1 0 0 1 1-1H7M13 3.5h2.5a1 1 0 0 1 1 1V7M16.5 13v2.5a1 1 0 0 1-1 1H13M7 "
             "16.5H4.5a1 1 0 0 1-1-1V13M3 10h14'/>"},
    {"import", "<path d='M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13'/>"},
    {"back", "<path d='M11.5 4.5 6 10l5.5 5.5'/>"},
    {"earlier", "<path d='M9 5 4 10l5 5M4 10h12'/>"},
    {"later", "<path d='M11 5l5 5-5 5M16 10H4'/>"},
    {"save", "<path d='M4.5 3.5h9l3 3v10h-12zM7 3.5v4h5v-4M7 16.5v-5h6v5'/>"},
    {"window", "<rect x='3.5' y='3.5' width='13' height='13' rx='2'/><path d='M3.5 7.5h13M7.5 12h5'/>"},
    {"intake", "<rect x='4.5' y='4' width='11' height='13' rx='1.5'/><path d='M7.5 4a2.5 2.5 0 0 1 5 0M7.5 "
               "10.5l1.8 1.8 3.4-3.6'/>"},
    {"cases", "<path d='M8 5.5h8.5M8 10h8.5M8 14.5h8.5M3.5 5.5h1M3.5 10h1M3.5 14.5h1'/>"},
    {"help",
     "<circle cx='10' cy='10' r='6.7'/><path d='M8 8a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6 1v.4M10 13.6v.1'/>"},
    {"cloud-off",
     "<path d='M6 8.2A4 4 0 0 0 5.5 16h8.2M15.4 15.3a3.4 3.4 0 0 0-.9-6.6A5 5 0 0 0 8 5.6M3.5 3.5l13 "
     "13'/>"},
    {"cloud-up",
     "<path d='M6.5 15.5h-1a3.8 3.8 0 0 1-.4-7.5 5 5 0 0 1 9.7.6 3.5 3.5 0 0 1-.3 6.9h-1M10 17v-6.5M7.6 "
     "12.6 10 10.2l2.4 2.4'/>"},
    {"attention", "<path d='M10 3.5 17.5 16.5h-15zM10 8.5v3.6M10 14.3v.1'/>"},
    {"retry",
     "<path d='M4.2 8.5a6 6 0 0 1 11-1.2M15.8 11.5a6 6 0 0 1-11 1.2M15.6 3.8v3.7h-3.7M4.4 16.2v-3.7h3.7'/>"},
    {"courier", "<path d='M10 3v11M7.5 5.5 10 3l2.5 2.5M6 8v2.5l4 2.5M14 7v2l-4 2.5M8.5 16.5h3'/>"},
    {"print", "<path d='M6 7V3.5h8V7M6 13.5H3.5V7h13v6.5H14M6 11.5h8v5H6z'/>"},
    {"page", "<path d='M5 3.5h7l3.5 3.5v9.5H5zM12 3.5V7h3.5'/>"},
};

} // namespace

QIcon icon(QLatin1String name, const QColor &colour)
{
    for (const Drawing &drawing : drawings) {
        if (name != QLatin1String(drawing.name))
            continue;
        const QByteArray svg =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20' fill='none' stroke='" +
            colour.name().toLatin1() +
            "' stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'>" + drawing.paths + "</svg>";
        QSvgRenderer renderer(svg);
        QIcon result;
        for (const int size : {20, 40}) {
            QPixmap pixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            renderer.render(&painter);
            painter.end();
            result.addPixmap(pixmap);
        }
        return result;
    }
    return {};
}

} // namespace yichuang
