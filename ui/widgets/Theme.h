#pragma once

#include "ui/widgets/Tokens.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace yichuang {

// What everything drawn agrees on: colours, type, text size. One a program, as the palette is.
class Theme final : public QObject
{
    Q_OBJECT
public:
    const Tokens &tokens() const { return m_dark ? darkTokens() : lightTokens(); }
    bool isDark() const { return m_dark; }
    int percent() const { return m_percent; } // 100, 125, 150

    void setDark(bool dark);
    void setPercent(int percent);

    int px(int at100Percent) const { return (at100Percent * m_percent + 50) / 100; }
    QFont font(int pixelSize = 14, bool bold = false) const; // size at 100 %
    QString styleSheet() const;
    void applyTo(QApplication &application);

Q_SIGNALS:
    void changed();

private:
    void apply();

    bool m_dark = false;
    int m_percent = 100;
    QApplication *m_application = nullptr;
};

Theme &theme();

// Does it now, and again whenever the text size or the theme changes, as long as the widget lives.
template <typename Widget, typename Set>
void atEveryTextSize(Widget *widget, Set set)
{
    set(widget);
    QObject::connect(&theme(), &Theme::changed, widget, [widget, set] { set(widget); });
}

} // namespace yichuang
