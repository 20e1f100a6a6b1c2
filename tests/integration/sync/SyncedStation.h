#pragma once

#include "integration/store/StoreFixture.h"
#include "support/PlatformProcess.h"
#include "sync/HttpPlatformClient.h"
#include "sync/SyncEngine.h"

namespace yichuang {

// A station that was enrolled at a platform, with its store, client and engine.
struct SyncedStation
{
    StoreFixture files;
    EnrolledStation enrolled;
    QByteArray seed = QByteArray(32, '\0');
    std::unique_ptr<HttpPlatformClient> client;
    std::unique_ptr<SyncEngine> engine;

    SyncedStation()
    {
        const Secret fresh = Secret::random(32);
        seed = fresh.view().toByteArray();
    }

    Result<void> enrol(const PlatformProcess &platform, const QString &code)
    {
        Enrolment enrolment(platform.url(), SigningKey::fromSeed(Secret(seed)), files.clock, files.random);
        auto answer = awaited(enrolment.enrol(code));
        if (!answer)
            return passOn(answer);
        enrolled = *answer;
        files.device = enrolled.device;
        files.store = std::make_unique<Store>(files.path(), files.clock, files.random);
        return awaited(files.store->create(Secret(files.key), files.device, Secret(seed)));
    }

    static SyncEngine::Pace quickPace()
    {
        SyncEngine::Pace pace;
        pace.afterWriting = std::chrono::milliseconds(5);
        pace.firstPause = std::chrono::milliseconds(20);
        pace.longestPause = std::chrono::milliseconds(200);
        return pace;
    }

    // Nothing by itself: every run is the test's.
    static SyncEngine::Pace heldPace()
    {
        SyncEngine::Pace pace;
        for (auto *pause :
             {&pace.afterWriting, &pace.idle, &pace.firstPause, &pace.longestPause, &pace.whileStopped})
            *pause = std::chrono::hours(1);
        return pace;
    }

    // `platformKey` where another than the platform itself answers.
    void connect(const QUrl &url, const QByteArray &platformKey = {},
                 const SyncEngine::Pace &pace = quickPace())
    {
        engine.reset();
        client = std::make_unique<HttpPlatformClient>(
            LinkIdentity{url, enrolled.device, SigningKey::fromSeed(Secret(seed)),
                         platformKey.isEmpty() ? enrolled.platformKey : platformKey},
            files.clock, files.random);
        engine = std::make_unique<SyncEngine>(*files.store, *client, files.clock, files.random, pace);
    }

    // Starts the engine and waits until everything is sent and fetched.
    bool catchUp(int limit = 20000)
    {
        QSignalSpy caughtUp(engine.get(), &SyncEngine::caughtUp);
        if (engine->status().lastSuccess || engine->status().problem)
            engine->synchroniseNow();
        else
            engine->start();
        return caughtUp.count() > 0 || caughtUp.wait(limit);
    }

    // One run, to its end, whichever that is.
    void runOnce()
    {
        bool ended = false;
        const auto connection =
            QObject::connect(engine.get(), &SyncEngine::statusChanged, engine.get(),
                             [&](const SyncStatus &status) { ended = ended || !status.running; });
        engine->synchroniseNow();
        if (!QTest::qWaitFor([&] { return ended; }, 20000))
            qFatal("a run did not end");
        QObject::disconnect(connection);
    }

    CaseId accept(const QString &name)
    {
        return awaited(files.store->append(StoreFixture::acceptance(name)))->cases[0].caseId;
    }
    Store &store() { return *files.store; }
    const SyncStatus &status() const { return engine->status(); }

    QList<SignedEvent> log()
    {
        QList<SignedEvent> events;
        const auto all = awaited(store().unsent(0, 1000000, qint64(1) << 40));
        for (const OutboxEvent &event : *all)
            events.append(event.event);
        return events;
    }
};

} // namespace yichuang
