#pragma once

#include <QByteArray>
#include <QHash>

#include <functional>
#include <list>

namespace yichuang {

// The memory that bodies may take together, and each address of it. A body's whole length is reserved before
// it is read, so that bodies that have begun can always end; who finds no room waits in turn, unread. A share
// keeps one address from taking it all. The loop's thread only.
class BodyBudget
{
public:
    BodyBudget(qint64 most, qint64 mostOfAddress);

    // True where there is room now; otherwise `granted` is called when there is, and may not call back from
    // within. A body that is larger than a bound passes when it is alone.
    bool reserve(quint64 owner, const QByteArray &address, qint64 bytes, std::function<void()> granted);
    // Gives back what `owner` holds, or takes him out of the line.
    void release(quint64 owner);

    qint64 used() const { return m_used; }
    int waiting() const { return static_cast<int>(m_waiting.size()); }

private:
    struct Share
    {
        QByteArray address;
        qint64 bytes = 0;
    };
    struct Waiting
    {
        quint64 owner;
        Share share;
        std::function<void()> granted;
    };

    bool fitsAll(qint64 bytes) const { return m_used == 0 || m_used + bytes <= m_most; }
    bool fitsAddress(const Share &share) const;
    bool blocked() const;
    void take(quint64 owner, const Share &share);
    void serveWaiting();

    qint64 m_most;
    qint64 m_mostOfAddress;
    qint64 m_used = 0;
    QHash<quint64, Share> m_held;
    QHash<QByteArray, qint64> m_ofAddress;
    std::list<Waiting> m_waiting;
};

} // namespace yichuang
