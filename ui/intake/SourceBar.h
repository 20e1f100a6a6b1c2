#pragma once

#include "ui/intake/FieldView.h"

#include <QWidget>

namespace yichuang::intakeui {

// How much of the one form is already known and from where: a bar of segments, and the same in words.
class SourceBar final : public QWidget
{
    Q_OBJECT
public:
    explicit SourceBar(QWidget *parent = nullptr);

    void show(const QList<SourceShare> &shares, int prefilled, int asked);
    QSize sizeHint() const override { return {300, 50}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<SourceShare> m_shares;
    int m_prefilled = 0;
    int m_asked = 0;
    int m_all = 0;
};

} // namespace yichuang::intakeui
