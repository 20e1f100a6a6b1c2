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

// "身份证", "居住证", "永居证" by the type of the card (GA/T 2000.156); of the empty source: "待填".
QString sourceWord(const QString &source, const QString &cardType = {});

} // namespace yichuang::intakeui
