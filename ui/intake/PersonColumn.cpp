#include "ui/intake/PersonColumn.h"

#include "ui/intake/PersonPresenter.h"
#include "ui/intake/StyleWords.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace yichuang::intakeui {

namespace {

QLabel *label(const char *role, QWidget *parent, const QString &name = {})
{
    auto *made = new QLabel(parent);
    made->setProperty("role", QString::fromLatin1(role));
    made->setWordWrap(true);
    made->setObjectName(name);
    return made;
}

} // namespace

PersonColumn::PersonColumn(PersonPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(buildPerson());
    layout->addWidget(buildVisits(), 1);
    connect(&presenter, &PersonPresenter::changed, this, &PersonColumn::refresh);
    refresh();
}

QWidget *PersonColumn::buildPerson()
{
    auto *panel = new QFrame(this);
    panel->setObjectName(QStringLiteral("personPanel"));
    panel->setProperty("panel", true);
    m_photo = label("photo", panel);
    m_photo->setFixedSize(84, 108);
    m_photo->setAlignment(Qt::AlignCenter);
    m_name = label("verdictHeadline", panel, QStringLiteral("personName"));
    m_about = label("secondary", panel);
    m_source = label("tag", panel, QStringLiteral("personSource"));
    m_source->setWordWrap(false);
    m_read = keyButton(tr("Read card"), QStringLiteral("F2"), panel);
    m_read->setObjectName(QStringLiteral("readCard"));
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_name);
    words->addWidget(m_about);
    words->addWidget(m_source, 0, Qt::AlignLeft);
    words->addStretch(1);
    words->addWidget(m_read, 0, Qt::AlignLeft);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_photo, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    m_number = label("body", panel, QStringLiteral("personNumber"));
    m_phone = label("body", panel);
    m_address = label("body", panel);
    m_validity = label("secondary", panel);
    m_reader = label("body", panel, QStringLiteral("readerLine"));
    m_byHand = keyButton(tr("By hand"), QStringLiteral("Shift+F2"), panel);
    m_byHand->setObjectName(QStringLiteral("byHand"));
    m_others = new QVBoxLayout;
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(6);
    layout->addLayout(top);
    for (QLabel *line : {m_number, m_phone, m_address, m_validity, m_reader})
        layout->addWidget(line);
    layout->addWidget(m_byHand, 0, Qt::AlignLeft);
    layout->addLayout(m_others);
    connect(m_read, &QPushButton::clicked, this, [this] { Q_EMIT readAsked(QStringLiteral("applicant")); });
    connect(m_byHand, &QPushButton::clicked, this,
            [this] { Q_EMIT byHandAsked(QStringLiteral("applicant")); });
    return panel;
}

QWidget *PersonColumn::buildVisits()
{
    auto *panel = new QFrame(this);
    panel->setProperty("panel", true);
    auto *title = label("panelTitle", panel);
    title->setText(tr("Visits and reuse"));
    m_visits = label("body", panel, QStringLiteral("visits"));
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->addWidget(title);
    layout->addWidget(m_visits);
    layout->addStretch(1);
    return panel;
}

void PersonColumn::refresh()
{
    const bool known = m_presenter.isKnown();
    m_name->setText(known ? m_presenter.name() : tr("Nobody yet"));
    m_about->setText(known ? m_presenter.about() : tr("Lay the card on the reader and press F2"));
    m_photo->setText(known ? m_presenter.name().left(1) : QString());
    m_photo->setAccessibleName(tr("Photograph on the card"));
    m_source->setVisible(known);
    m_source->setText(m_presenter.sourceWord());
    setTone(m_source, m_presenter.byCard() ? QLatin1String("ok") : QLatin1String("warn"));
    m_number->setText(m_presenter.number());
    m_number->setToolTip(tr("Ctrl+I shows the whole number while held"));
    m_phone->setText(m_presenter.phone());
    m_address->setText(m_presenter.address());
    m_validity->setText(m_presenter.validity());
    m_reader->setText(m_presenter.readerLine());
    setTone(m_reader, m_presenter.readerFailed() ? QLatin1String("error") : QLatin1String("info"));
    for (QLabel *line : {m_number, m_phone, m_address, m_validity, m_reader})
        line->setVisible(!line->text().isEmpty());
    m_visits->setText(known ? tr("Visits for this matter: %1").arg(m_presenter.visits()) : QString());
    refreshOthers();
}

void PersonColumn::refreshOthers()
{
    while (QLayoutItem *item = m_others->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<PersonPresenter::Other> others = m_presenter.others();
    for (const PersonPresenter::Other &other : others) {
        QLabel *line = label("body", this);
        line->setText(QStringLiteral("%1  %2  %3").arg(other.roleWord, other.name, other.number));
        line->setAccessibleName(line->text());
        m_others->addWidget(line);
    }
}

} // namespace yichuang::intakeui
