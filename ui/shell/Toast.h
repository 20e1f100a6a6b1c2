#pragma once

#include <QLabel>

class QTimer;

namespace yichuang {

// A sentence at the top of the page area, where no action stands; it never covers what has the focus. News
// stays eight seconds, an error until it is clicked or Esc is pressed: it must have been seen.
class Toast final : public QLabel
{
    Q_OBJECT

public:
    // Stands over `area`, as a child of its parent.
    explicit Toast(QWidget *area);
    void say(const QString &text, bool isError);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // Esc, and the area's size

private:
    void place();
    void dismiss();
    bool takesEscape() const;

    QWidget *m_area;
    QTimer *m_timer;
    QString m_error; // until it is dismissed
};

} // namespace yichuang
