#include "ui/materials/PageImages.h"

#include "ui/materials/PageFile.h"

#include <QtConcurrent>

namespace yichuang {

namespace {
constexpr qsizetype kilobyte = 1024;
constexpr int thumbnailKilobytes = 64 * 1024; // some 300 pages
constexpr int previewKilobytes = 96 * 1024;   // some sixteen pages
constexpr int enlargedKilobytes = 80 * 1024;  // two pages
} // namespace

PageImages::PageImages(PageTray &tray, QObject *parent)
    : QObject(parent)
    , m_tray(tray)
    , m_thumbnails(thumbnailKilobytes)
    , m_previews(previewKilobytes)
    , m_enlarged(enlargedKilobytes)
{}

QImage PageImages::thumbnail(const DraftPage &page)
{
    return image(m_thumbnails, page, thumbnailSide);
}

QImage PageImages::preview(const DraftPage &page)
{
    return image(m_previews, page, previewSide);
}

QImage PageImages::enlarged(const DraftPage &page)
{
    return image(m_enlarged, page, enlargedSide);
}

QCache<int, QImage> &PageImages::cacheOf(int side)
{
    return side == thumbnailSide ? m_thumbnails : side == previewSide ? m_previews : m_enlarged;
}

PageImages::State PageImages::state(int page) const
{
    if (m_withoutPicture.contains(page))
        return State::NoPicture;
    if (m_failed.contains(page))
        return State::Failed;
    return m_thumbnails.contains(page) || m_previews.contains(page) ? State::Ready : State::Loading;
}

void PageImages::forget()
{
    ++m_generation;
    m_thumbnails.clear();
    m_previews.clear();
    m_enlarged.clear();
    m_loading.clear();
    m_failed.clear();
    m_withoutPicture.clear();
}

QImage PageImages::image(QCache<int, QImage> &cache, const DraftPage &page, int side)
{
    if (const QImage *known = cache.object(page.id))
        return *known;
    if (page.mediaType == QLatin1String("application/pdf"))
        m_withoutPicture.insert(page.id);
    else if (!m_failed.contains(page.id))
        load(page.id, side);
    return {};
}

void PageImages::load(int page, int side)
{
    if (m_loading.contains({page, side}))
        return;
    m_loading.insert({page, side});
    const int generation = m_generation;
    whenFinished(m_tray.bytes(page), this, [this, page, side, generation](const Result<QByteArray> &bytes) {
        if (!bytes) {
            onDecoded(page, side, {}, generation);
            return;
        }
        whenFinished(QtConcurrent::run(decodePage, *bytes, side), this,
                     [this, page, side, generation](const QImage &image) {
                         onDecoded(page, side, image, generation);
                     });
    });
}

void PageImages::onDecoded(int page, int side, const QImage &image, int generation)
{
    if (generation != m_generation)
        return;
    m_loading.remove({page, side});
    if (image.isNull())
        m_failed.insert(page);
    else
        cacheOf(side).insert(page, new QImage(image), static_cast<int>(image.sizeInBytes() / kilobyte) + 1);
    Q_EMIT changed(page);
}

} // namespace yichuang
