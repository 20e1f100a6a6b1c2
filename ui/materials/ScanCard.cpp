#include "ui/materials/ScanCard.h"

#include "ui/materials/MaterialsDesk.h"
#include "ui/widgets/KeyButton.h"
#include "ui/widgets/Signs.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace yichuang {

ScanCard::ScanCard(MaterialsDesk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_stop(new KeyButton(tr("Stop"), QStringLiteral("Esc"), this))
{
    setProperty("panel", true);
    m_title->setProperty("role", QStringLiteral("panelTitle"));
    m_title->setObjectName(QStringLiteral("scanTitle"));
    m_detail->setProperty("role", QStringLiteral("secondary"));
    m_detail->setObjectName(QStringLiteral("scanDetail"));
    m_detail->setWordWrap(true);
    m_detail->setMinimumHeight(theme().px(36)); // the button's, so that nothing moves when it comes
    m_progress->setTextVisible(false);
    m_stop->setObjectName(QStringLiteral("stopScan"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_detail, 1);
    foot->addWidget(m_stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    auto *head = new QHBoxLayout;
    auto *lamp = new QWidget(this); // its place
    atEveryTextSize(lamp, [](QWidget *kept) { kept->setFixedWidth(theme().px(20)); });
    head->addWidget(lamp);
    head->addWidget(m_title, 1);
    layout->addLayout(head);
    layout->addWidget(m_progress);
    layout->addLayout(foot);
    connect(m_stop, &QPushButton::clicked, &desk, &MaterialsDesk::stopScan);
    connect(&desk, &MaterialsDesk::scanChanged, this, &ScanCard::refresh);
    connect(&desk, &MaterialsDesk::selectionChanged, this, &ScanCard::refresh);
    refresh();
}

QString ScanCard::targetWords() const
{
    for (const ChecklistLine &line : m_desk.lines()) {
        if (line.line == m_desk.targetLine())
            return tr("The next page lands on %1 %2").arg(line.number).arg(line.name);
    }
    return tr("The next page lands on 'not filed yet'; choose a line for it");
}

void ScanCard::refresh()
{
    const FileImport &import = m_desk.fileImport();
    const bool scanning = m_desk.scanState() != MaterialsDesk::ScanState::Idle;
    const bool busy = scanning || import.isRunning();
    m_stop->setVisible(busy);
    m_stop->setEnabled(m_desk.scanState() != MaterialsDesk::ScanState::Stopping);
    m_progress->setVisible(import.isRunning());
    if (import.isRunning()) {
        m_progress->setRange(0, import.total());
        m_progress->setValue(import.done());
        m_title->setText(tr("Importing files"));
        m_detail->setText(tr("%1 of %2").arg(import.done()).arg(import.total()));
    } else if (scanning) {
        m_title->setText(m_desk.scanState() == MaterialsDesk::ScanState::Stopping
                             ? tr("Stopping after this sheet")
                             : tr("Scanning"));
        m_detail->setText(tr("%n page(s) scanned", nullptr, m_desk.scannedPages()));
    } else {
        m_title->setText(m_desk.scanner().isEmpty() ? tr("No scanner is connected") : tr("Ready to scan"));
        m_detail->setText(targetWords());
    }
    update();
}

void ScanCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const bool busy = m_desk.scanState() != MaterialsDesk::ScanState::Idle || m_desk.fileImport().isRunning();
    const Lamp lamp = busy ? Lamp::Busy : m_desk.scanner().isEmpty() ? Lamp::Off : Lamp::Good;
    const QPoint at(theme().px(14), m_title->geometry().center().y() - theme().px(5));
    drawLamp(painter, QRectF(at, QSizeF(theme().px(12), theme().px(12))), lamp, theme().tokens());
}

} // namespace yichuang
