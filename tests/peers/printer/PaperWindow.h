#pragma once

#include "SimulatedPrinter.h"

#include <QLabel>
#include <QWidget>

namespace peer {

// The last slip on a strip of paper, and the printer's state to choose.
class PaperWindow : public QWidget
{
    Q_OBJECT
public:
    explicit PaperWindow(SimulatedPrinter &printer);

private:
    void show(const QImage &picture);
    QWidget *stateChoice(SimulatedPrinter &printer);

    QLabel m_paper;
};

} // namespace peer
