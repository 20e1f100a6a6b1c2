#include "Interrupt.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace yichuang {

namespace {

int signalsAsFile()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

Interrupt::Interrupt()
    : m_descriptor(signalsAsFile())
    , m_notifier(std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read))
{
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupt::read);
}

Interrupt::~Interrupt()
{
    m_notifier.reset();
    ::close(m_descriptor);
}

void Interrupt::read()
{
    signalfd_siginfo info;
    if (::read(m_descriptor, &info, sizeof info) == sizeof info)
        Q_EMIT pressed();
}

} // namespace yichuang
