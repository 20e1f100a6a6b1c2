#pragma once

#include "domain/Event.h"

namespace yichuang {

// Every log anew from its bytes: order, hashes, chain and signatures. The rows come by device, then sequence.
class LogCheck
{
public:
    struct Row
    {
        QString device;
        qint64 sequence = 0;
        QByteArray bytes;
        QByteArray signature;
        QByteArray hash; // as it is kept, 32 bytes
        QByteArray publicKey;
        bool isQuarantined = false;
    };
    void add(const Row &row);
    // {"events":n,"broken":[{"device":…,"sequence":…}…]}
    QJsonObject result() const;

private:
    QString m_device;
    Digest m_tail;
    qint64 m_sequence = 0;
    qint64 m_checked = 0;
    QList<std::pair<QString, qint64>> m_broken;
};

} // namespace yichuang
