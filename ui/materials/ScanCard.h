#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace yichuang {

class MaterialsDesk;

// What the scanner or an import is doing now, and onto which line; the way to stop it.
class ScanCard final : public QFrame
{
    Q_OBJECT
public:
    explicit ScanCard(MaterialsDesk &desk, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    QString targetWords() const;

    MaterialsDesk &m_desk;
    QLabel *m_title;
    QLabel *m_detail;
    QProgressBar *m_progress;
    QPushButton *m_stop;
};

} // namespace yichuang
