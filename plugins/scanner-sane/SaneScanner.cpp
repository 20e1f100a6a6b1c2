#include "SaneScanner.h"

#include "PageEncoding.h"
#include "PageReader.h"
#include "SaneErrors.h"
#include "SaneOptions.h"
#include "ScanSetup.h"

namespace yichuang::sane {

namespace {

constexpr int mostPages = 500;

int pagesWanted(const ScanSettings &settings)
{
    if (settings.source == ScanSource::Flatbed)
        return 1;
    if (settings.single)
        return settings.source == ScanSource::FeederDuplex ? 2 : 1;
    return mostPages;
}

// What stays true of the machine until someone does something about it.
bool isTrouble(ErrorCode code)
{
    return code != ErrorCode::ScannerEmpty && code != ErrorCode::ScanSettingsRefused &&
           code != ErrorCode::ScannedPageIncomplete && code != ErrorCode::DeviceStopped;
}

// These are seen to by hand, and only the next sheet shows that it was done.
bool isAtTheSheets(ErrorCode code)
{
    return code == ErrorCode::ScannerJammed || code == ErrorCode::ScannerCoverOpen;
}

} // namespace

SaneScanner::SaneScanner(SaneProfile profile)
    : m_profile(std::move(profile))
    , m_session(SaneSession::share())
{}

Result<SaneHandle> SaneScanner::open()
{
    return SaneHandle::open(m_session, m_profile.device);
}

DeviceCondition SaneScanner::condition(const Stop &)
{
    if (!m_isKnown || (m_trouble && !isAtTheSheets(m_trouble->code))) {
        const auto handle = open();
        m_trouble = handle ? std::nullopt : std::optional(handle.error());
        m_isKnown = true;
    }
    if (!m_trouble)
        return {DeviceLamp::Ready, {}, m_profile.device};
    return {isAtTheSheets(m_trouble->code) ? DeviceLamp::Attention : DeviceLamp::Broken,
            shortCode(m_trouble->code), m_trouble->detail};
}

Result<Scanner::Offer> SaneScanner::offer()
{
    const auto handle = open();
    if (!handle)
        return passOn(handle);
    return offerOf(SaneOptions(handle->get()));
}

Result<int> SaneScanner::scan(const ScanSettings &settings, PageSink &sink, const Stop &stop)
{
    auto pages = scanPages(settings, sink, stop);
    m_isKnown = true;
    m_trouble.reset();
    if (!pages && isTrouble(pages.error().code))
        m_trouble = pages.error();
    return pages;
}

Result<int> SaneScanner::scanPages(const ScanSettings &settings, PageSink &sink, const Stop &stop)
{
    const auto handle = open();
    if (!handle)
        return passOn(handle);
    SaneOptions options(handle->get());
    const auto dpi = setUp(options, settings, m_profile);
    if (!dpi)
        return dpi;
    int pages = 0;
    while (pages < pagesWanted(settings) && !stop.isRequested()) {
        const SANE_Status status = sane_start(handle->get());
        const auto page = status == SANE_STATUS_GOOD ? readPage(handle->get(), stop)
                                                     : scannerError(status, QStringLiteral("starting"));
        // An empty feeder is the end of a stack, and a failure only before the first sheet.
        if (!page && page.error().code == ErrorCode::ScannerEmpty && pages > 0)
            break;
        if (!page)
            return passOn(page);
        sink.take(encodePage(*page, settings.colour, *dpi, m_profile.quality, m_profile.threshold));
        ++pages;
    }
    return pages;
}

} // namespace yichuang::sane
