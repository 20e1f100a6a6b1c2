#include "ui/intake/PersonStrip.h"

#include "ui/intake/PersonPresenter.h"
#include "ui/intake/StyleWords.h"

#include <QHBoxLayout>
#include <QLabel>

namespace yichuang::intakeui {

PersonStrip::PersonStrip(PersonPresenter &presenter, QWidget *parent)
    : QFrame(parent)
    , m_presenter(presenter)
    , m_name(new QLabel(this))
    , m_about(new QLabel(this))
    , m_source(new QLabel(this))
{
    setObjectName(QStringLiteral("personStrip"));
    setProperty("panel", true);
    m_name->setProperty("role", QStringLiteral("panelTitle"));
    m_about->setProperty("role", QStringLiteral("secondary"));
    m_about->setWordWrap(true);
    m_source->setProperty("role", QStringLiteral("tag"));
    KeyButton *read = keyButton(tr("Read card"), QStringLiteral("F2"), this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    layout->addWidget(m_source);
    layout->addWidget(m_about, 1);
    layout->addWidget(read);
    connect(read, &QPushButton::clicked, this, &PersonStrip::readAsked);
    connect(&presenter, &PersonPresenter::changed, this, &PersonStrip::refresh);
    refresh();
}

void PersonStrip::refresh()
{
    const bool known = m_presenter.isKnown();
    const QString reader = m_presenter.readerLine();
    m_name->setText(known ? m_presenter.name() : tr("Nobody yet"));
    m_source->setVisible(known);
    m_source->setText(m_presenter.sourceWord());
    setTone(m_source, m_presenter.byCard() ? QLatin1String("ok") : QLatin1String("warn"));
    QStringList parts{m_presenter.number()};
    if (known)
        parts.append(tr("Visits %1").arg(m_presenter.visits()));
    parts.removeAll(QString());
    m_about->setText(reader.isEmpty() ? parts.join(QStringLiteral(" · ")) : reader);
    setTone(m_about, m_presenter.readerFailed() ? QLatin1String("error") : QLatin1String("quiet"));
}

} // namespace yichuang::intakeui
