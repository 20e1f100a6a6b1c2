// Linked into every test of the screens: counts how often the screen's thread left a knock unanswered for
// longer than a picture takes, the test's own work included, and says so at the end.
#include "ui/widgets/StallMeter.h"

#include <QCoreApplication>

namespace {

yichuang::StallMeter *meter = nullptr;

void tell()
{
    qInfo("stalls over 16 ms: %d of %d knocks, the longest %.1f ms", meter->feltStalls(), meter->knocks(),
          meter->longestMilliseconds());
    delete meter;
}

void begin()
{
    meter = new yichuang::StallMeter;
    qAddPostRoutine(tell);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(begin)
