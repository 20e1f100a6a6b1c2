#include "ui/widgets/Theme.h"

#include "ui/widgets/StyleSheet.h"

#include <QApplication>

namespace yichuang {

Theme &theme()
{
    static Theme theme;
    return theme;
}

void Theme::setDark(bool dark)
{
    if (m_dark == dark)
        return;
    m_dark = dark;
    apply();
}

void Theme::setPercent(int percent)
{
    if (m_percent == percent)
        return;
    m_percent = percent;
    apply();
}

QFont Theme::font(int pixelSize, bool bold) const
{
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(px(pixelSize));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    return font;
}

QString Theme::styleSheet() const
{
    return styleSheetOf(tokens(), m_percent);
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    QApplication::setStyle(QStringLiteral("fusion"));
    apply();
}

void Theme::apply()
{
    if (m_application) {
        QApplication::setFont(font());
        m_application->setStyleSheet(styleSheet());
    }
    Q_EMIT changed();
}

} // namespace yichuang
