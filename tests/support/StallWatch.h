#pragma once

#include "ui/widgets/StallMeter.h"

#include <QEventLoop>

namespace yichuang::test {

// Measures stalls while a test waits as a program does, in the loop; QTRY_ sleeps between its polls, which
// would count as a stall.
class StallWatch final : public StallMeter
{
public:
    template <typename Condition>
    bool waitUntil(Condition condition, int milliseconds = 5000)
    {
        QEventLoop loop;
        QTimer poll;
        QElapsedTimer elapsed;
        elapsed.start();
        connect(&poll, &QTimer::timeout, &loop, [&] {
            if (condition() || elapsed.hasExpired(milliseconds))
                loop.quit();
        });
        poll.start(3);
        loop.exec();
        return condition();
    }
};

} // namespace yichuang::test
