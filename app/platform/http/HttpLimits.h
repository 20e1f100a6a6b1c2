#pragma once

#include <QSet>
#include <QString>

#include <chrono>

namespace yichuang {

// What one connection, one address and all together may take of the server. Every limit has a status or a
// close, a line in the log and a count (`yichuang_limits_total`).
struct HttpLimits
{
    using Time = std::chrono::milliseconds;

    Time handshakeTime{10'000}; // TLS, from accept: closed
    Time headerTime{20'000};    // from its first byte (of the first request: from accept): 408
    Time idleTime{120'000};     // between two requests: closed
    Time budgetWait{30'000};    // until there is memory for a body: 503
    Time answerTime{120'000};   // until the service has answered: 503
    Time lingerTime{2'000};     // a refused sender may still read why
    // A body, either way, has `grace` and then a second for each `floorRate` bytes: 408, or cut. A line of
    // 64 kbit/s carries 8 000 bytes a second.
    Time grace{20'000};
    qint64 floorRate = 4096;

    quint32 headerBytes = 16 * 1024;        // 431
    qint64 bodyBytes = 128 * 1024;          // 413; what is neither a push nor a page
    qint64 pushBytes = 1536 * 1024;         // 413
    qint64 pieceBytes = 8 * 1024 * 1024;    // 413; one PATCH of a page
    qint64 budgetBytes = 256 * 1024 * 1024; // of bodies in memory; beyond, reading waits
    qint64 addressBudgetBytes = 64 * 1024 * 1024;

    int connections = 12'000;     // 503 and closed
    int addressConnections = 512; // 429 and closed
    int requestsOfConnection = 10'000;
    // Behind these, an address is what the last X-Forwarded-For says, and connections are not counted by it.
    QSet<QByteArray> proxies;
};

// How much of each lane the service is given at once, and how much waits for it before backlog is told to
// come back. The bytes bound how long an interactive call can stand behind one commit.
struct LaneBounds
{
    int atOnce = 64;
    qint64 bytesAtOnce = 0; // 0: any; one request is always given
    int waiting = 1024;
};

} // namespace yichuang
