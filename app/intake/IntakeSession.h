#pragma once

#include "intake/CardValues.h"
#include "intake/ChecklistLine.h"
#include "intake/CommittedDate.h"
#include "intake/DraftDocument.h"
#include "intake/DraftKeeper.h"
#include "intake/IntakeState.h"
#include "intake/IntakeStore.h"
#include "intake/MatterView.h"
#include "intake/Outcome.h"
#include "intake/PaperOutput.h"
#include "intake/StationFacts.h"

#include <QObject>

#include <memory>
#include <optional>

namespace yichuang {

class Clock;
class Matter;
class PaperMaker;
class RandomSource;

// Everything that the flow talks to; all of it outlives the session.
struct IntakePorts
{
    Matter &matter;
    IntakeStore &store;
    CardSource &cards;
    PaperMaker &papers;
    PaperOutput &printers;
    const Clock &clock;
    RandomSource &random;
};

// One person at one window, from the card to the paper. Lives on the screen's thread; nothing here waits. A
// command that the state does not allow, or whose argument names nothing, returns an error and changes
// nothing. Every change is saved as a draft at most 300 ms later; the draft goes only when the case is on the
// disk.
class IntakeSession final : public QObject
{
    Q_OBJECT
public:
    IntakeSession(const IntakePorts &ports, StationFacts station, QObject *parent = nullptr);
    ~IntakeSession() override;

    IntakeState state() const;
    const DraftDocument &draft() const;
    const StationFacts &station() const;
    const ClerkFacts &clerk() const;
    bool hasItem() const;
    MatterHead matter() const; // empty where no item is chosen
    QString matterName(const DraftDocument &draft) const;
    QList<MatterGroup> form() const;
    QList<MatterQuestion> questions() const;
    MatterVerdict verdict() const;
    bool isReady() const; // nothing is missing that keeps the case from being accepted, or collected
    FieldCheckup checkField(const QString &key, const QString &text) const;
    bool mayAcceptHere() const; // this site may accept the item, not only collect for it
    QList<ChecklistLine> checklist() const;
    std::optional<CommittedDate>
    committedDate() const; // none where the item or the calendar's year is missing
    SaveState saveState() const;
    bool isReadingCard() const;
    bool canUndo() const;
    const Outcome &outcome() const;
    const QList<IssuedPaper> &papers() const; // of the outcome
    // The page as it was captured, decrypted.
    Pending<QByteArray> pageBytes(int page) const;
    // Drafts that an earlier run left behind, newest first.
    Pending<QList<DraftDocument>> leftDrafts() const;

    void setClerk(const ClerkFacts &clerk);

    // The person.
    Result<void> readCard(const QString &role = QStringLiteral("applicant"));
    void cancelReading();
    Result<void> takeCard(const CardValues &card, const QString &role = QStringLiteral("applicant"));
    Result<void> enterPersonByHand(const Party &person, const QString &reason);
    Result<void> removeParty(const QString &role);
    // The clerk looked at the whole number; the log keeps that she did, and not the number.
    void recordViewing();

    // The matter. Shared answers stay when it changes.
    Result<void> chooseItem(const QString &code);
    Result<void> chooseBundle(const QString &code);
    Result<void> answerSituation(const QString &question, const QJsonValue &answer);
    Result<void> setAnswer(const QString &key, const QJsonValue &value,
                           const QString &source = valuesource::manual);
    void setFocusField(const QString &key);

    // The materials.
    Result<void> checkMaterial(const QString &line, const QString &form, int count);
    Result<void> reuseMaterial(const QString &line, const QString &ground, const QString &reference);
    Result<void> exemptMaterial(const QString &line, const QString &ground);
    Result<void> deferMaterial(const QString &line);
    Result<void> clearMaterial(const QString &line);
    // Keeps the page as a blob at once; pageAdded or pageFailed follows. An empty line is the unsorted tray.
    Result<void> addPage(const QString &line, const QByteArray &bytes, const QString &mediaType,
                         const QString &origin);
    Result<void> movePage(int page, int position); // within its line
    Result<void> rotatePage(int page, int quarterTurns);
    Result<void> refilePage(int page, const QString &line);
    Result<void> removePage(int page);
    Result<void> notePage(int page, const QString &note);
    Result<void> undo(); // the last change to the pages

    // The outcome. One at a time; a second call while one is being written does nothing.
    Result<void> accept();
    Result<void> collectOnly();
    Result<void> notifyOnce(const QList<MissingThing> &missing);
    Result<void> decline(const Refusal &refusal);
    // The first print of each paper happens by itself after the outcome; this is the clerk's own further
    // copy.
    Result<void> print(const QString &paper);

    // The next person.
    Result<void> park();    // the draft stays
    Result<void> discard(); // the draft goes
    Result<void> next();    // after an outcome
    Result<void> restore(const DraftDocument &draft);

Q_SIGNALS:
    void stateChanged(yichuang::IntakeState state);
    void partiesChanged();
    void itemChanged();
    void answersChanged(const QStringList &keys);
    void situationChanged();
    void materialsChanged();
    void verdictChanged();
    void saveStateChanged(yichuang::SaveState state);
    void saveFailed(const yichuang::Error &error);
    void cardReadingChanged(bool reading);
    void cardTaken(const QString &role);
    // The card is of somebody else than who has this place in a matter that is being written: nothing was
    // changed. takeCard() puts the new person there.
    void otherPersonRead(const QString &role, const yichuang::CardValues &card);
    void cardFailed(const yichuang::Error &error);
    void pageAdded(const QString &line, int page);
    void pageFailed(const QString &line, const yichuang::Error &error);
    void outcomeReached();
    void outcomeFailed(const yichuang::Error &error);
    void papersChanged();
    void paperFailed(const yichuang::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yichuang
