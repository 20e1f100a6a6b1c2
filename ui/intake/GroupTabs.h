#pragma once

#include "ui/intake/FieldView.h"

#include <QWidget>

namespace yichuang::intakeui {

// The groups of the form in one row, each with how much of it is answered.
class GroupTabs final : public QWidget
{
    Q_OBJECT
public:
    explicit GroupTabs(QWidget *parent = nullptr);

    void show(const QList<GroupView> &groups);
    void setCurrent(int index);
    int current() const { return m_current; }
    QSize sizeHint() const override { return {200, 44}; }

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QList<QRect> places() const;

    QList<GroupView> m_groups;
    int m_current = 0;
};

} // namespace yichuang::intakeui
