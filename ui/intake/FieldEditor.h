#pragma once

#include "ui/intake/FieldView.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;

namespace yichuang::intakeui {

// One field: its value to edit, where it came from at its left edge and in a word at its right, and one line
// below for what is wrong or what it was before. Says when it is left with another text; Enter asks for the
// next field.
class FieldEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit FieldEditor(const FieldView &field, QWidget *parent = nullptr);

    const QString &key() const { return m_field.key; }
    void show(const FieldView &field); // text under the cursor stays
    QString text() const;
    QWidget *input() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void left(const QString &key, const QString &text);
    void entered(const QString &key, const QString &text); // Enter
    void focused(const QString &key);
    void paused(const QString &key, const QString &text); // while typing, long enough to be kept

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildText();
    void buildChoice();
    void fill();
    void place();
    bool onKey(int key, const QString &text);
    bool isUntouched() const;
    void unmask();

    FieldView m_field;
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
    QLabel *m_source;
    QLabel *m_below;
    QString m_shown; // what was last put there, to know whether the clerk changed it
    bool m_masked = false;
    QTimer m_pause;
};

} // namespace yichuang::intakeui
