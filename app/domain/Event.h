#pragma once

#include "base/Digest.h"
#include "base/Id.h"
#include "base/Result.h"
#include "domain/HybridTime.h"

#include <QJsonObject>
#include <QList>

namespace yichuang {

// A fact about a case, as EVENTS.md describes it. The type stays a text: a newer program's types are kept.
struct Event
{
    EventId id;
    DeviceId device;
    qint64 sequence = 0;
    CaseId caseId; // null for a fact about the workstation itself
    QList<EventId> parents;
    QString type;
    int typeVersion = 1;
    HybridTime time;
    QString clerk;
    QJsonObject payload;
    Digest previous; // null at sequence 1

    bool operator==(const Event &) const = default;
};

// The event's bytes as they were first written, with the signature over them.
struct SignedEvent
{
    QByteArray bytes;
    QString algorithm; // "ed25519"
    QByteArray signature;

    Digest digest() const { return Digest::of(bytes); }
    bool operator==(const SignedEvent &) const = default;
};

inline constexpr qsizetype maximumEventBytes = 256 * 1024;

// The bytes of EVENTS.md. Deterministic.
QByteArray serialise(const Event &event);

// Strict: limits, types and forms are checked; unknown keys are accepted and stay in the bytes.
Result<Event> parseEvent(const QByteArray &bytes);

// One element of a push or pull body; strict as parseEvent.
QJsonObject toWire(const SignedEvent &event);
Result<SignedEvent> fromWire(const QJsonObject &object);

} // namespace yichuang
