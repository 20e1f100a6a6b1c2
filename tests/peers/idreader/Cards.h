#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace peer {

// A card as its chip holds it. Every person is invented; the numbers have right check digits.
struct Card
{
    QString key;      // what `place` calls it
    QString what;     // one line for people
    QByteArray text;  // 256 bytes, UTF-16LE
    QByteArray photo; // 1024 bytes that begin as a WLT photo does, and show nothing
    QByteArray extra; // 70 bytes, or empty: the address that was added later
};

const QList<Card> &cards();
// Null where there is none of that name.
const Card *cardNamed(const QString &key);

} // namespace peer
