#pragma once

#include "SaneProfile.h"
#include "SaneSession.h"

#include "devices/DevicePlugin.h"

namespace yichuang::sane {

// One scanner. It is open only during a call, so that other programs can use it in between.
class SaneScanner : public Scanner
{
public:
    explicit SaneScanner(SaneProfile profile);

    // Opens the scanner only where its state is not known, or it was not there: opening wakes some up.
    DeviceCondition condition(const Stop &stop) override;
    Result<Offer> offer() override;
    Result<int> scan(const ScanSettings &settings, PageSink &sink, const Stop &stop) override;

private:
    Result<SaneHandle> open();
    Result<int> scanPages(const ScanSettings &settings, PageSink &sink, const Stop &stop);

    SaneProfile m_profile;
    std::shared_ptr<SaneSession> m_session;
    bool m_isKnown = false;
    std::optional<Error> m_trouble; // of the machine, not of the sheets
};

} // namespace yichuang::sane
