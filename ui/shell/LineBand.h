#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace yichuang {

class KeyButton;
class StatusModel;

// The band under the top bar while the line is down or stopped: since when, what goes on, why, and the way to
// the outbox. Takes no room while there is nothing to say. Said once to whoever listens instead of looking,
// not at every minute.
class LineBand final : public QFrame
{
    Q_OBJECT

public:
    LineBand(const StatusModel &status, QWidget *parent);

    // Offers the outbox by this key; without it there is no button.
    void offerOutbox(const QString &key);
    // Nothing is offered where one is already.
    void setOutboxShown(bool shown);

Q_SIGNALS:
    void reasonAsked();
    // With what is handed to those who listen, and so to be followed by others.
    void announced(const QString &words);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fitHeight();
    void announce(const QString &what);

    const StatusModel &m_status;
    QLabel *m_title, *m_since, *m_goesOn, *m_reason;
    QHBoxLayout *m_layout;
    KeyButton *m_outbox = nullptr;
    QString m_announced;
};

} // namespace yichuang
