#pragma once

#include "intake/IntakeStore.h"
#include "intake/PaperOutput.h"

#include <QDate>
#include <QList>
#include <QString>

namespace yichuang {

// One thing that is missing, as the one-time notice lists it.
struct MissingThing
{
    QString what;
    QString why;
    QString how;
    bool operator==(const MissingThing &) const = default;
};

// Why a matter is not taken (行政许可法 32): either no permit is needed, or it is not accepted.
struct Refusal
{
    QString outcome; // "not-accepted", "not-required"
    QString reason;
    QString ground;
    QString authority; // who is competent instead; may be empty
    QString remedy;
    bool operator==(const Refusal &) const = default;
};

// A paper that belongs to the finished case, and how far its printing got.
struct IssuedPaper
{
    enum class State
    {
        Ready,
        Printing,
        Confirmed,
        Unconfirmed,
        Refused
    };

    QString paper;
    QString number;
    QString checkCode;
    CaseId caseId;
    int copy = 0; // 0: never printed
    PaperDevice device = PaperDevice::A4;
    QByteArray bytes; // the final PDF, or the slip as a ReceiptPage in JSON
    Digest hash;
    State state = State::Ready;
    QString refusedBecause;      // short error code
    bool isRefusalKnown = false; // of this copy: it is in the log
};

// What came of the flow.
struct Outcome
{
    QList<CommittedCase> cases; // the first carries the number that the person is told
    QDate committedDue;         // null for a case that is decided on the spot
    QDate respondBy;            // of a one-time notice
};

} // namespace yichuang
