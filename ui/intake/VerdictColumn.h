#pragma once

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace yichuang {
class IntakeSession;
class KeyButton;
struct Error;
} // namespace yichuang

namespace yichuang::intakeui {

class ChecklistView;
class GapRow;
class VerdictPresenter;
struct GapView;

// Right column: the verdict with every gap and its jump, the materials, the committed date, and the three
// ways on. The list scrolls; the rest stays put.
class VerdictColumn final : public QFrame
{
    Q_OBJECT
public:
    VerdictColumn(VerdictPresenter &presenter, IntakeSession &session, QWidget *parent = nullptr);

    QString currentLine() const; // of the checklist, while it has the focus
    void focusLine(const QString &line);
    void focusFirstMissing();

Q_SIGNALS:
    void jumpAsked(const yichuang::intakeui::GapView &gap);
    void parkAsked();
    void notifyAsked();
    void primaryAsked();
    void scanAsked(const QString &line);
    void failed(const yichuang::Error &error);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectChecklist(IntakeSession &session);
    QWidget *buildVerdict();
    QWidget *buildMaterialsHead();
    QWidget *buildLineKeys();
    QWidget *buildDue();
    QWidget *buildButtons();
    void refresh();
    void refreshGaps();
    void refreshLineKeys();
    void refreshDue();

    VerdictPresenter &m_presenter;
    QFrame *m_verdict;
    QLabel *m_sign;
    QLabel *m_headline;
    QLabel *m_detail;
    QVBoxLayout *m_gapLayout;
    QLabel *m_more;
    QLabel *m_lineKeys = nullptr;
    QList<GapRow *> m_gaps;
    QLabel *m_count;
    ChecklistView *m_checklist;
    QLabel *m_due;
    QLabel *m_limits;
    QLabel *m_skips;
    KeyButton *m_primary;
};

} // namespace yichuang::intakeui
