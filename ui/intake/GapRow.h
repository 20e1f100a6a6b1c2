#pragma once

#include "ui/intake/VerdictPresenter.h"

#include <QAbstractButton>

namespace yichuang::intakeui {

// One gap of the verdict: its number (Alt and that digit jump to it), what is missing, and where it is put
// right.
class GapRow final : public QAbstractButton
{
    Q_OBJECT
public:
    GapRow(int number, const GapView &gap, QWidget *parent = nullptr);
    QSize sizeHint() const override { return {200, 36}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    GapView m_gap;
};

} // namespace yichuang::intakeui
