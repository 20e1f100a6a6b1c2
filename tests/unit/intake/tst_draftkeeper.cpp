#include "intake/DraftKeeper.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace yichuang;

namespace {

// Answers each call only when the test says so.
class ScriptedStore final : public IntakeStore
{
public:
    struct Call
    {
        DraftId id;
        QByteArray json;
        QPromise<Result<void>> promise;
    };
    std::vector<std::unique_ptr<Call>> calls;

    Pending<void> saveDraft(DraftId id, const QByteArray &json) override
    {
        calls.push_back(std::make_unique<Call>(Call{id, json, {}}));
        calls.back()->promise.start();
        return calls.back()->promise.future();
    }
    void answer(std::size_t call, Result<void> result)
    {
        calls.at(call)->promise.addResult(std::move(result));
        calls.at(call)->promise.finish();
    }
    Pending<void> removeDraft(DraftId) override { return finished<void>({}); }
    Pending<QList<StoredDraft>> drafts() override { return finished<QList<StoredDraft>>({}); }
    Pending<Digest> putBlob(const QByteArray &bytes, const QString &) override
    {
        return finished<Digest>(Digest::of(bytes));
    }
    Pending<QByteArray> blob(const Digest &) override { return finished<QByteArray>({}); }
    Pending<QList<CommittedCase>> commit(const QList<Fact> &, DraftId, const QString &) override
    {
        return finished<QList<CommittedCase>>({});
    }
    Pending<void> append(const QList<Fact> &, const QString &) override { return finished<void>({}); }
};

const DraftId first(QUuid(QStringLiteral("01975000-0000-7000-8000-000000000001")));
const DraftId second(QUuid(QStringLiteral("01975000-0000-7000-8000-000000000002")));

} // namespace

class DraftKeeperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<ScriptedStore>();
        m_json = "1";
        m_keeper = std::make_unique<DraftKeeper>(*m_store, [this] { return m_json; }, nullptr);
        m_keeper->open(first);
    }

    void writesOnceForManyChangesAndWithinTheTime()
    {
        QElapsedTimer time;
        time.start();
        for (int key = 0; key < 50; ++key)
            m_keeper->schedule();
        m_json = "last";
        QCOMPARE(m_keeper->state(), SaveState::Pending);
        QTRY_COMPARE(m_store->calls.size(), 1U);
        QVERIFY2(time.elapsed() < DraftKeeper::delayMilliseconds + 250, QByteArray::number(time.elapsed()));
        QCOMPARE(m_store->calls.at(0)->json, QByteArray("last"));
        m_store->answer(0, {});
        QTRY_COMPARE(m_keeper->state(), SaveState::Saved);
    }

    void typingWithoutAPauseDoesNotPutTheWriteOff()
    {
        QElapsedTimer time;
        time.start();
        QTimer typing;
        connect(&typing, &QTimer::timeout, m_keeper.get(), &DraftKeeper::schedule);
        typing.start(20);
        QTRY_COMPARE(m_store->calls.size(), 1U);
        QVERIFY2(time.elapsed() < 2 * DraftKeeper::delayMilliseconds, QByteArray::number(time.elapsed()));
    }

    void writesAgainWhatChangedDuringAWrite()
    {
        m_keeper->schedule();
        m_keeper->flush();
        m_json = "2";
        m_keeper->schedule();
        m_keeper->flush();
        QCOMPARE(m_store->calls.size(), 1U);
        m_store->answer(0, {});
        QTRY_COMPARE(m_store->calls.size(), 2U);
        QCOMPARE(m_keeper->state(), SaveState::Pending);
        QCOMPARE(m_store->calls.at(1)->json, QByteArray("2"));
        m_store->answer(1, {});
        QTRY_COMPARE(m_keeper->state(), SaveState::Saved);
    }

    void closingWritesWhatWasTypedLastThoughAWriteIsUnderWay()
    {
        m_keeper->schedule();
        m_keeper->flush();
        m_json = "typed last";
        m_keeper->schedule();
        m_keeper->close();
        QCOMPARE(m_store->calls.size(), 2U);
        QCOMPARE(m_store->calls.at(1)->json, QByteArray("typed last"));
        m_keeper->close();
        QCOMPARE(m_store->calls.size(), 2U);
    }

    void closingWritesNothingOfADraftThatIsConsumed()
    {
        m_keeper->schedule();
        m_keeper->stop();
        m_keeper->close();
        QCOMPARE(m_store->calls.size(), 0U);
    }

    void saysThatItFailedAndWritesAgainOnTheNextChange()
    {
        QSignalSpy failed(m_keeper.get(), &DraftKeeper::failed);
        m_keeper->schedule();
        m_keeper->flush();
        m_store->answer(0, tl::unexpected<Error>(Error{ErrorCode::StoreWriteFailed, {}}));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_keeper->state(), SaveState::Failed);
        m_keeper->schedule();
        QTRY_COMPARE(m_store->calls.size(), 2U);
        QCOMPARE(m_keeper->state(), SaveState::Failed);
        m_store->answer(1, {});
        QTRY_COMPARE(m_keeper->state(), SaveState::Saved);
    }

    void triesAgainByItselfAfterAFailure()
    {
        m_keeper->schedule();
        m_keeper->flush();
        m_store->answer(0, tl::unexpected<Error>(Error{ErrorCode::StoreWriteFailed, {}}));
        QTRY_COMPARE_WITH_TIMEOUT(m_store->calls.size(), 2U, DraftKeeper::retryMilliseconds + 3000);
    }

    void aLateReplyForAnotherDraftChangesNothing()
    {
        QSignalSpy failed(m_keeper.get(), &DraftKeeper::failed);
        m_keeper->schedule();
        m_keeper->flush();
        m_keeper->open(second);
        m_keeper->schedule();
        m_store->answer(0, tl::unexpected<Error>(Error{ErrorCode::StoreWriteFailed, {}}));
        m_keeper->flush();
        QTRY_COMPARE(m_store->calls.size(), 2U);
        m_store->answer(1, {});
        QTRY_COMPARE(m_keeper->state(), SaveState::Saved);
        QCOMPARE(m_store->calls.at(1)->id, second);
        QCOMPARE(failed.count(), 0);
    }

    void writesNothingOnceTheDraftIsConsumed()
    {
        m_keeper->schedule();
        m_keeper->stop();
        m_keeper->flush();
        QCOMPARE(m_store->calls.size(), 0U);
    }

    void goesAwayInTheMiddleOfAWrite()
    {
        m_keeper->schedule();
        m_keeper->flush();
        m_keeper.reset();
        m_store->answer(0, {});
        QCoreApplication::processEvents();
        QCOMPARE(m_store->calls.size(), 1U);
    }

private:
    std::unique_ptr<ScriptedStore> m_store;
    std::unique_ptr<DraftKeeper> m_keeper;
    QByteArray m_json;
};

QTEST_GUILESS_MAIN(DraftKeeperTest)
#include "tst_draftkeeper.moc"
