#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace yichuang {

// Covers the window while the clerk is away: what is behind it stays as it was, is not readable, and takes no
// key.
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
    void otherClerkAsked(); // the shift changes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void give();
    void setBehindEnabled(bool enabled);

    QLabel *m_who;
    QLineEdit *m_password;
    QPushButton *m_open;
    QPushButton *m_other;
    QLabel *m_wrong;
    QPointer<QWidget> m_before;
};

} // namespace yichuang
