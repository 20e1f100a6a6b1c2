#pragma once

#include "ui/shell/ShellPage.h"

#include <QWidget>

namespace yichuang {

// The keys that work right now, clickable, and the day's own count at the right. 34 high.
class KeyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyBar(QWidget *parent);

    void setKeys(const QList<ShellKey> &keys);
    void setNote(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QList<ShellKey> m_keys;
    QList<QRect> m_places;
    QString m_note;
};

} // namespace yichuang
