#include "ui/intake/StyleWords.h"
#include "ui/widgets/CardName.h"

#include <QCoreApplication>
#include <QStyle>

namespace yichuang::intakeui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

void restyle(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

void setTone(QWidget *widget, QLatin1String tone)
{
    restyle(widget, "tone", QString(tone));
}

KeyButton *keyButton(const QString &text, const QString &key, QWidget *parent)
{
    auto *button = new KeyButton(text, key, parent);
    button->setAutoDefault(false);
    return button;
}

void setReady(QPushButton *button, bool ready)
{
    restyle(button, "primary", true);
    restyle(button, "ready", ready);
}

QString sourceWord(const QString &source, const QString &cardType)
{
    if (source == u"card")
        return cardName(cardType);
    if (source == u"licence")
        return words(QT_TRANSLATE_NOOP("intake", "e-licence"));
    if (source == u"shared")
        return words(QT_TRANSLATE_NOOP("intake", "shared data"));
    if (source == u"history")
        return words(QT_TRANSLATE_NOOP("intake", "earlier case"));
    if (source == u"computed")
        return words(QT_TRANSLATE_NOOP("intake", "computed"));
    if (source == u"manual")
        return words(QT_TRANSLATE_NOOP("intake", "typed now"));
    return words(QT_TRANSLATE_NOOP("intake", "to fill"));
}

} // namespace yichuang::intakeui
