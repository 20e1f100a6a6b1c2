#pragma once

#include <QPushButton>

namespace yichuang {

// A button that shows the key that presses it, as a cap at the right of its words. The key itself is bound by
// the page.
class KeyButton final : public QPushButton
{
    Q_OBJECT
public:
    KeyButton(const QString &text, const QString &key, QWidget *parent = nullptr);

    void setWords(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace yichuang
