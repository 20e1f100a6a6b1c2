#pragma once

#include "ui/materials/PageTray.h"

#include <QCache>
#include <QImage>
#include <QSet>

namespace yichuang {

// Pictures of pages, fetched and decoded off the screen's thread and kept while they fit. A page's bytes
// never change, so a picture is right for ever; rotation is the view's.
class PageImages final : public QObject
{
    Q_OBJECT
public:
    static constexpr int thumbnailSide = 256;
    static constexpr int previewSide = 1500;  // fills the view of the largest common screen
    static constexpr int enlargedSide = 3600; // 300 dpi of A4

    enum class State
    {
        Loading,
        Ready,
        NoPicture, // a PDF
        Failed     // could not be read or decoded
    };

    explicit PageImages(PageTray &tray, QObject *parent = nullptr);

    // Null while it is not ready; then asks for it, and changed(page) follows.
    QImage thumbnail(const DraftPage &page);
    QImage preview(const DraftPage &page);
    QImage enlarged(const DraftPage &page);
    State state(int page) const;
    void forget(); // another person's draft: no page number means what it meant

Q_SIGNALS:
    void changed(int page);

private:
    QImage image(QCache<int, QImage> &cache, const DraftPage &page, int side);
    QCache<int, QImage> &cacheOf(int side);
    void load(int page, int side);
    void onDecoded(int page, int side, const QImage &image, int generation);

    PageTray &m_tray;
    QCache<int, QImage> m_thumbnails;
    QCache<int, QImage> m_previews;
    QCache<int, QImage> m_enlarged;
    QSet<QPair<int, int>> m_loading; // page and side
    QSet<int> m_failed;
    QSet<int> m_withoutPicture;
    int m_generation = 0;
};

} // namespace yichuang
