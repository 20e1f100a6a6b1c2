#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace yichuang {
class IntakeSession;
}

namespace yichuang::intakeui {

// After an outcome: the number large, what it means, every paper and whether it is known to have come out,
// and the key for the next person.
class AcceptedPanel final : public QFrame
{
    Q_OBJECT
public:
    explicit AcceptedPanel(IntakeSession &session, QWidget *parent = nullptr);

    void refresh();
    QPushButton *nextButton() const { return m_next; }

Q_SIGNALS:
    void nextAsked();
    void printAsked(const QString &paper);

private:
    void refreshPapers();
    QString outcomeWord() const;

    IntakeSession &m_session;
    QLabel *m_outcome;
    QLabel *m_number;
    QLabel *m_further;
    QLabel *m_due;
    QVBoxLayout *m_papers;
    QPushButton *m_next;
};

} // namespace yichuang::intakeui
