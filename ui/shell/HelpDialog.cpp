#include "ui/shell/HelpDialog.h"

#include "ui/widgets/Signs.h"
#include "ui/widgets/Theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace yichuang {

namespace {

class KeyCap final : public QWidget
{
public:
    KeyCap(const QString &key, QWidget *parent)
        : QWidget(parent)
        , m_key(key)
    {
        setFixedSize(static_cast<int>(keyCapWidth(key)) + 4, theme().px(26));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawKeyCap(painter, QPointF(1, height() / 2.0), m_key, theme().tokens());
    }

private:
    QString m_key;
};

} // namespace

HelpDialog::HelpDialog(const QList<ShellKey> &keys, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("helpDialog"));
    setWindowTitle(tr("All keys"));
    const QList<ShellKey> everywhere{
        {QStringLiteral("Alt+1"), tr("first page, Alt+2 the second, and so on"), {}},
        {QStringLiteral("Ctrl+K"), tr("search everything"), {}},
        {QStringLiteral("Ctrl++"), tr("larger text, Ctrl+- smaller"), {}},
        {QStringLiteral("Tab"), tr("next field; Enter the next one still to fill"), {}},
        {QStringLiteral("Esc"), tr("closes or stops, never discards"), {}}};
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(6);
    int row = 0;
    auto add = [&](const QList<ShellKey> &list, const QString &title) {
        auto *head = new QLabel(title, this);
        head->setProperty("role", QStringLiteral("panelTitle"));
        layout->addWidget(head, row++, 0, 1, 2);
        for (const ShellKey &key : list) {
            layout->addWidget(new KeyCap(key.key, this), row, 0, Qt::AlignRight);
            layout->addWidget(new QLabel(key.word, this), row++, 1);
        }
    };
    add(keys, tr("On this page"));
    add(everywhere, tr("Everywhere"));
    setMinimumWidth(theme().px(420));
}

} // namespace yichuang
