#pragma once

#include <QLayout>

namespace yichuang {

// Places widgets one after the other and goes on in a new row where the width ends, so that larger text makes
// a bar higher instead of cutting its last buttons. Spacing in pixels. Owns its items, as every layout does.
class FlowLayout final : public QLayout
{
public:
    using QLayout::QLayout;
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;    // all in one row
    QSize minimumSize() const override; // the widest alone
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const; // the height that is needed

    QList<QLayoutItem *> m_items;
};

} // namespace yichuang
