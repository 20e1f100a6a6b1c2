#pragma once

#include "Cards.h"

#include "peers/support/PeerDevice.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace peer {

// The reader behind its line: takes requests, answers after the card that lies on it and the fault that it
// has.
class SimulatedReader : public PeerDevice
{
    Q_OBJECT
public:
    explicit SimulatedReader(QObject *parent = nullptr);

    // "place NAME" (lays it down anew), "remove", "ok" (no fault), "fault KIND [N]" for all or the next N
    // replies:
    //   badsum, garbage (noise before each reply), truncate (half of each), split (byte by byte), slow, stuck
    //   (answers nothing), noauth, selffail, nocard (finds none), nofp (30 10 without fingerprints),
    //   cardauth, readfail, selectfail, finds-again (finds a card that was read while it lies there),
    //   no-extra (says nothing to 30 03).
    // False for anything else.
    bool obey(const QString &command);
    // As obey(): "ok" or "unknown"; and "state": card and fault, "none" and "ok" where there is none.
    QString answerTo(const QString &command) override;

    void receive(const QByteArray &bytes) override;
    void lineClosed() override;

    int readings() const { return m_readings; }   // how often a card's text went out
    int questions() const { return m_questions; } // requests that were whole

Q_SIGNALS:
    void asked(quint8 command, quint8 parameter);

private:
    struct Answer
    {
        quint8 status = 0x90;
        QByteArray data = {};
    };

    void dispatch(const QByteArray &content);
    std::optional<Answer> answerFor(int command) const;
    Answer find();
    Answer select();
    Answer read(bool withFingerprints);
    Answer readExtra() const;
    void send(const Answer &answer);
    void sendInPieces(const QByteArray &frame);
    bool has(const char *fault) const { return m_fault == QLatin1String(fault); }

    QByteArray m_received;
    QByteArray m_outgoing;
    QTimer m_pieces;
    const Card *m_card = nullptr;
    QString m_fault;
    int m_faultyReplies = -1; // how many more; for ever where negative
    bool m_found = false;
    bool m_selected = false;
    bool m_done = false; // was read, and must leave before it is found again
    int m_readings = 0;
    int m_questions = 0;
};

} // namespace peer
