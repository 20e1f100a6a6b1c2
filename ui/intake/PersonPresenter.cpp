#include "ui/intake/PersonPresenter.h"

#include <QCoreApplication>
#include <QHash>

#include "base/Clock.h"
#include "domain/Dates.h"
#include "domain/Mask.h"
#include "domain/Nation.h"
#include "intake/IntakeSession.h"
#include "ui/intake/StyleWords.h"
#include "ui/widgets/CardName.h"
#include "ui/widgets/ErrorText.h"

namespace yichuang::intakeui {

PersonPresenter::PersonPresenter(IntakeSession &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
{
    connect(&session, &IntakeSession::partiesChanged, this, [this] {
        m_fault.clear();
        m_whole = false;
        Q_EMIT changed();
    });
    connect(&session, &IntakeSession::cardReadingChanged, this, [this](bool reading) {
        if (reading)
            m_fault.clear();
        Q_EMIT changed();
    });
    connect(&session, &IntakeSession::cardFailed, this, [this](const Error &error) {
        m_fault = errorText(error).inOneLine();
        Q_EMIT changed();
    });
}

const Party *PersonPresenter::applicant() const
{
    return m_session.draft().party(u"applicant");
}

bool PersonPresenter::isKnown() const
{
    return applicant() != nullptr;
}

QString PersonPresenter::name() const
{
    return applicant() ? applicant()->name : QString();
}

QString PersonPresenter::about() const
{
    const Party *party = applicant();
    if (!party)
        return {};
    QStringList parts;
    if (party->sex == u"1")
        parts.append(tr("male"));
    else if (party->sex == u"2")
        parts.append(tr("female"));
    const QDate birth = QDate::fromString(party->birth, Qt::ISODate);
    const QDate today = businessDate(m_clock.now());
    if (birth.isValid()) {
        const bool before = std::pair(today.month(), today.day()) < std::pair(birth.month(), birth.day());
        parts.append(tr("%1 years").arg(today.year() - birth.year() - (before ? 1 : 0)));
    }
    if (const auto nation = Nation::fromCode(party->nation))
        parts.append(tr("%1 nationality").arg(nation->name()));
    return parts.join(QStringLiteral(" · "));
}

QString PersonPresenter::number() const
{
    if (!applicant())
        return {};
    return m_whole ? applicant()->idNumber : mask::idNumber(applicant()->idNumber);
}

QString PersonPresenter::phone() const
{
    return applicant() && !applicant()->phone.isEmpty() ? mask::phone(applicant()->phone) : QString();
}

QString PersonPresenter::address() const
{
    return applicant() ? applicant()->address : QString();
}

QString PersonPresenter::validity() const
{
    if (!applicant())
        return {};
    const auto until = ValidUntil::fromString(applicant()->validUntil);
    if (!until || (!until->last && !until->longTerm))
        return {};
    return until->longTerm ? tr("Valid without end") : tr("Valid until %1").arg(toString(*until->last));
}

bool PersonPresenter::byCard() const
{
    return applicant() && applicant()->source == u"card";
}

QString PersonPresenter::sourceWord() const
{
    return byCard() ? tr("Read from %1").arg(cardName(applicant()->idType)) : tr("Entered by hand");
}

QList<PersonPresenter::Other> PersonPresenter::others() const
{
    QList<Other> result;
    for (const DraftParty &candidate : m_session.draft().parties) {
        const Party &party = candidate.party;
        if (party.role != u"applicant")
            result.append({party.role, roleWord(party.role), party.name, mask::idNumber(party.idNumber),
                           party.source == u"card"});
    }
    return result;
}

QString PersonPresenter::readerLine() const
{
    if (m_session.isReadingCard())
        return tr("Lay the card on the reader. Esc stops.");
    return m_fault;
}

int PersonPresenter::visits() const
{
    return static_cast<int>(m_session.draft().visits.size());
}

void PersonPresenter::showWhole(bool whole)
{
    if (m_whole == whole)
        return;
    m_whole = whole;
    Q_EMIT changed();
}

QString roleWord(const QString &role)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("applicant"), QT_TRANSLATE_NOOP("PersonPresenter", "Applicant")},
        {QStringLiteral("agent"), QT_TRANSLATE_NOOP("PersonPresenter", "Agent")},
        {QStringLiteral("transferor"), QT_TRANSLATE_NOOP("PersonPresenter", "Transferor")},
        {QStringLiteral("transferee"), QT_TRANSLATE_NOOP("PersonPresenter", "Transferee")},
        {QStringLiteral("spouse"), QT_TRANSLATE_NOOP("PersonPresenter", "Spouse")},
        {QStringLiteral("guardian"), QT_TRANSLATE_NOOP("PersonPresenter", "Guardian")},
        {QStringLiteral("child"), QT_TRANSLATE_NOOP("PersonPresenter", "Child")},
    };
    const char *word = words.value(role, nullptr);
    return word ? QCoreApplication::translate("PersonPresenter", word) : role;
}

} // namespace yichuang::intakeui
