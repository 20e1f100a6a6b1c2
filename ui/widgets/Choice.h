#pragma once

#include <QComboBox>

namespace yichuang {

// A list to choose from, with the arrow of the style's icons (a style sheet takes the platform's away).
class Choice final : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace yichuang
