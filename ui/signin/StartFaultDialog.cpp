#include "ui/signin/StartFaultDialog.h"

#include "ui/widgets/KeyButton.h"

#include <QLabel>
#include <QVBoxLayout>

namespace yichuang {

StartFaultDialog::StartFaultDialog(const ErrorText &text, bool mayBringOut, QWidget *parent)
    : QDialog(parent)
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("startFault"));
    setWindowTitle(tr("Yichuang cannot open"));
    setMinimumWidth(520);
    m_lines->setContentsMargins(24, 24, 24, 24);
    m_lines->setSpacing(10);
    addLine(text.happened, "title");
    addLine(text.toDo, "plain");
    addLine(text.kept, "plain");
    addLine(text.code, "hint");
    if (mayBringOut)
        addButton(tr("Bring out what can be read"), QString(), true, &StartFaultDialog::bringOutAsked);
    addButton(tr("Close"), QStringLiteral("Esc"), false, &StartFaultDialog::rejected);
}

QLabel *StartFaultDialog::addLine(const QString &text, const char *role)
{
    auto *line = new QLabel(text, this);
    line->setProperty("role", QLatin1String(role));
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setVisible(!text.isEmpty());
    m_lines->addWidget(line);
    return line;
}

void StartFaultDialog::addButton(const QString &text, const QString &key, bool isPrimary,
                                 void (StartFaultDialog::*asked)())
{
    auto *button = new KeyButton(text, key, this);
    button->setProperty("primary", isPrimary);
    button->setProperty("ready", isPrimary);
    m_lines->addWidget(button);
    m_buttons.append(button);
    connect(button, &QPushButton::clicked, this, asked);
}

void StartFaultDialog::showReport(qint64 events, qint64 lost, int drafts, const QString &quarantine)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    addLine(tr("%1 entries and %2 drafts were brought out; %3 entries could not be read.")
                .arg(events)
                .arg(drafts)
                .arg(lost),
            "plain");
    addLine(tr("The damaged files are kept as they were in %1.").arg(quarantine), "hint");
    addButton(tr("Go on"), QStringLiteral("Enter"), true, &StartFaultDialog::goOnAsked);
}

} // namespace yichuang
