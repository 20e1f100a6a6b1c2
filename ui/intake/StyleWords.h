#pragma once

#include "ui/widgets/KeyButton.h"

#include <QString>

class QPushButton;
class QWidget;

namespace yichuang::intakeui {

// "ok", "warn", "error", "info", "quiet": restyles the widget only where it changed.
void setTone(QWidget *widget, QLatin1String tone);

// A button with the key that presses it.
KeyButton *keyButton(const QString &text, const QString &key, QWidget *parent);
// The page's one primary button: solid once it may act, soft while it leads to what is missing.
void setReady(QPushButton *button, bool ready);

QString sourceWord(const QString &source); // "身份证"; of the empty one: "待填"

} // namespace yichuang::intakeui
