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

    void connect(const QUrl &url)
    {
        engine.reset();
        client = std::make_unique<HttpPlatformClient>(
            LinkIdentity{url, enrolled.device, SigningKey::fromSeed(Secret(seed)), enrolled.platformKey},
            files.clock, files.random);
        SyncEngine::Pace pace;
        pace.afterWriting = std::chrono::milliseconds(5);
        pace.firstPause = std::chrono::milliseconds(20);
        pace.longestPause = std::chrono::milliseconds(200);
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

    CaseId accept(const QString &name)
    {
        return awaited(files.store->append(StoreFixture::acceptance(name)))->cases[0].caseId;
    }
    Store &store() { return *files.store; }
};

} // namespace yichuang
