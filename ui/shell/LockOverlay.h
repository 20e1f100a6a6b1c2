#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace yichuang {

// Covers the window while the clerk is away: what is behind it stays as it was, and is not readable.
class LockOverlay final : public QFrame
{
    Q_OBJECT

public:
    explicit LockOverlay(QWidget *parent);

    void cover(const QString &clerk);
    void showWrong(const QString &words);
    void uncover();

Q_SIGNALS:
    void passwordGiven(const QString &password);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void give();

    QLabel *m_who;
    QLineEdit *m_password;
    QPushButton *m_open;
    QLabel *m_wrong;
    QWidget *m_before = nullptr;
};

} // namespace yichuang
