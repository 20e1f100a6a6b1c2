#pragma once

#include "ui/shell/ShellPage.h"

#include <QDialog>

namespace yichuang {

// All keys: those of this page first, then those that work everywhere. Esc closes.
class HelpDialog final : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(const QList<ShellKey> &keys, QWidget *parent);
};

} // namespace yichuang
