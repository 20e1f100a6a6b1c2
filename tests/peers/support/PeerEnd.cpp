#include "PeerEnd.h"

#include <QCoreApplication>

#include <sys/signalfd.h>

#include <csignal>

namespace peer {

std::unique_ptr<QSocketNotifier> endOnSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    auto notifier =
        std::make_unique<QSocketNotifier>(::signalfd(-1, &signals, SFD_CLOEXEC), QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    return notifier;
}

} // namespace peer
