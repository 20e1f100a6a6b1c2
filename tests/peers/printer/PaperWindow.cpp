#include "PaperWindow.h"

#include <QComboBox>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <array>

namespace peer {

namespace {

constexpr int margin = 32; // the paper is 640 dots wide, the head prints 576 of them

const std::array states{std::pair{"ok", "正常"},           std::pair{"paper-out", "缺纸"},
                        std::pair{"cover-open", "开盖"},   std::pair{"offline", "脱机"},
                        std::pair{"near-end", "纸将用完"}, std::pair{"mute", "不回答"}};

} // namespace

PaperWindow::PaperWindow(SimulatedPrinter &printer)
{
    setWindowTitle(QStringLiteral("凭条打印机（模拟）"));
    auto *scroll = new QScrollArea;
    scroll->setWidget(&m_paper);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_paper.setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(stateChoice(printer));
    layout->addWidget(scroll);
    resize(420, 860);
    setAttribute(Qt::WA_ShowWithoutActivating);
    move(screen()->availableGeometry().right() - width(), 0);
    connect(&printer, &SimulatedPrinter::slipPrinted, this, [this, scroll](const QImage &picture) {
        show(picture);
        scroll->verticalScrollBar()->setValue(0);
        raise(); // over the workstation, which keeps the keyboard and covers it again when it is clicked
    });
}

void PaperWindow::show(const QImage &picture)
{
    QImage paper(picture.width() + 2 * margin, picture.height() + 2 * margin, QImage::Format_RGB32);
    paper.fill(QColor(253, 253, 250));
    QPainter painter(&paper);
    painter.drawImage(margin, margin, picture);
    painter.end();
    // About the size of the paper on a desk.
    m_paper.setPixmap(
        QPixmap::fromImage(paper.scaledToWidth(paper.width() * 6 / 10, Qt::SmoothTransformation)));
}

QWidget *PaperWindow::stateChoice(SimulatedPrinter &printer)
{
    auto *choice = new QComboBox;
    for (const auto &[command, title] : states)
        choice->addItem(QString::fromUtf8(title), QString::fromLatin1(command));
    connect(choice, &QComboBox::activated, &printer,
            [choice, &printer] { printer.obey(choice->currentData().toString()); });
    connect(&printer, &SimulatedPrinter::stateChanged, choice,
            [choice, &printer] { choice->setCurrentIndex(choice->findData(printer.state())); });
    return choice;
}

} // namespace peer
