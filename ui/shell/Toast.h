#pragma once

#include <QLabel>

class QTimer;

namespace yichuang {

// A sentence over the key bar that stays eight seconds or until the next one.
class Toast final : public QLabel
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);
    void say(const QString &text, bool isError);

private:
    QTimer *m_timer;
};

} // namespace yichuang
