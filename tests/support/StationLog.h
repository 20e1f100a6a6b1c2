#pragma once

#include "base/Signing.h"
#include "domain/EventTypes.h"
#include "platform/ledger/Judgement.h"

#include <QRandomGenerator>

namespace yichuang::test {

// A workstation's log as an honest workstation writes it, and the tools to make it dishonest.
class StationLog
{
public:
    StationLog()
        : m_key(SigningKey::generate())
    {}

    const QByteArray &publicKey() const { return m_key.publicKey(); }
    void setDevice(const DeviceId &device) { m_device = device; }
    const DeviceId &device() const { return m_device; }
    const QList<SignedEvent> &events() const { return m_events; }
    // The first event that is written has this time, each further one a millisecond more.
    void setTime(qint64 milliseconds) { m_time = milliseconds; }

    // The next event of the log; `change` may spoil it before it is signed.
    SignedEvent write(const CaseId &caseId, const QString &type = eventtype::opened,
                      const QJsonObject &payload = {}, const std::function<void(Event &)> &change = {})
    {
        Event event;
        event.id = EventId(QUuid::createUuid());
        event.device = m_device;
        event.sequence = m_events.size() + 1;
        event.caseId = caseId;
        event.type = type;
        event.time = {m_time++, 0};
        event.clerk = QStringLiteral("HN-0317");
        event.payload = payload;
        if (!m_events.isEmpty())
            event.previous = m_events.last().digest();
        if (change)
            change(event);
        m_events.append(sign(serialise(event)));
        return m_events.last();
    }

    // `count` events, each of a case of its own, with about this many bytes each.
    void writeCases(int count, int bytes = 0)
    {
        // Nothing that a database could make smaller.
        QByteArray noise(qMax(0, bytes - 350) * 3 / 4, '\0');
        QRandomGenerator::global()->generate(noise.begin(), noise.end());
        const QJsonObject payload{{QStringLiteral("note"), QString::fromLatin1(noise.toBase64())}};
        for (int i = 0; i < count; ++i)
            write(CaseId(QUuid::createUuid()), eventtype::opened, payload);
    }

    // Bytes that are no event, in its place in the log.
    SignedEvent writeRubbish()
    {
        m_events.append(sign("{\"not\":\"an event\"}"));
        return m_events.last();
    }

    SignedEvent sign(const QByteArray &bytes) const
    {
        return {bytes, QStringLiteral("ed25519"), m_key.sign(bytes)};
    }

    KnownDevice known() const { return {m_device, m_key.publicKey(), 0, 0, {}, false, 0}; }
    PushBatch batch(qint64 after, qint64 count) const
    {
        return judge(known(), after, m_events.mid(after, count));
    }
    PushBatch whole() const { return batch(0, m_events.size()); }

private:
    SigningKey m_key;
    DeviceId m_device;
    QList<SignedEvent> m_events;
    qint64 m_time = 1795401730000;
};

} // namespace yichuang::test
