#pragma once

#include <QSocketNotifier>

#include <memory>

namespace peer {

// Ends the application on SIGTERM and SIGINT, so that links and sockets are removed on the way out.
std::unique_ptr<QSocketNotifier> endOnSignal();

} // namespace peer
