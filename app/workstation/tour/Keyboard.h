#pragma once

#include "base/Async.h"

#include <QObject>

namespace yichuang {

// Hands on the real keyboard: presses go through the X server (xdotool), so they meet the window manager, the
// input method and Qt as a person's do. One press after the other.
class Keyboard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // A key or chord in X's names: "F9", "ctrl+l", "Return".
    Pending<void> press(const QString &chord);
    // Text, letter by letter, at about the speed of a fast typist.
    Pending<void> type(const QString &text);
    // Another command of the tour's surroundings, such as laying a card on the reader.
    Pending<void> run(const QStringList &command);

private:
    Pending<void> start(const QString &program, const QStringList &arguments);
};

} // namespace yichuang
