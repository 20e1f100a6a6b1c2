#include "SamReader.h"

#include "CardText.h"
#include "SamErrors.h"
#include "SamSession.h"

#include "devices/DeviceErrors.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace yichuang::sdt {

namespace {

constexpr int mostFailures = 3; // of one card, before the clerk is told to lay it down anew
constexpr int headSize = 4;     // the sizes of text and photo
constexpr int photoSize = 1024;

bool isVerdict(quint8 status)
{
    return status == 0x60 || status == 0x66 || status == 0x23;
}

Result<void> checkModule(SamSession &session)
{
    const auto reply = session.ask(question::status);
    if (!reply)
        return passOn(reply);
    if (reply->status == question::status.success)
        return {};
    const QString name = QLatin1String(question::status.name);
    return isVerdict(reply->status) ? statusError(reply->status, name) : replyBroken(name);
}

// Whether a card lies there.
Result<bool> look(SamSession &session)
{
    const auto reply = session.ask(question::find);
    if (!reply)
        return passOn(reply);
    if (reply->status == question::find.success)
        return true;
    if (reply->status == 0x80 || reply->status == 0x34)
        return false;
    return statusError(reply->status, QLatin1String(question::find.name));
}

Result<QByteArray> dataOf(SamSession &session, const SamQuestion &question)
{
    const auto reply = session.ask(question);
    if (!reply)
        return passOn(reply);
    if (reply->status != question.success)
        return statusError(reply->status, QLatin1String(question.name));
    return reply->data;
}

// Little-endian groups, as the label on the reader prints them.
QString samIdText(const QByteArray &id)
{
    const char *at = id.constData();
    const auto digits = [](quint32 value, int width) {
        return QStringLiteral("%1").arg(value, width, 10, QLatin1Char('0'));
    };
    return QStringLiteral("SAM %1.%2-%3-%4-%5")
        .arg(digits(qFromLittleEndian<quint16>(at), 2), digits(qFromLittleEndian<quint16>(at + 2), 2),
             digits(qFromLittleEndian<quint32>(at + 4), 8), digits(qFromLittleEndian<quint32>(at + 8), 10),
             digits(qFromLittleEndian<quint32>(at + 12), 10));
}

DeviceCondition conditionOf(const Error &error)
{
    if (error.code == ErrorCode::DeviceStopped)
        return {};
    return {DeviceLamp::Broken, shortCode(error.code), error.detail};
}

bool isTheCards(const Error &error)
{
    return error.code == ErrorCode::CardReadFailed || error.code == ErrorCode::CardNotAuthenticated;
}

} // namespace

SamReader::SamReader(ReaderProfile profile, ReaderPatience patience)
    : m_profile(std::move(profile))
    , m_patience(patience)
{}

DeviceCondition SamReader::condition(const Stop &stop)
{
    auto line = DeviceLine::open(m_profile.line, m_patience.open, stop);
    if (!line)
        return conditionOf(line.error());
    SamSession session(*line, stop);
    if (const auto checked = checkModule(session); !checked)
        return conditionOf(checked.error());
    const auto id = session.ask(question::samId, 1);
    const bool isTold = id && id->status == question::samId.success;
    return {DeviceLamp::Ready, {}, isTold ? samIdText(id->data) : QString()};
}

Result<IdCard> SamReader::readCard(const Stop &stop)
{
    auto line = DeviceLine::open(m_profile.line, m_patience.open, stop);
    if (!line)
        return passOn(line);
    SamSession session(*line, stop);
    if (const auto checked = checkModule(session); !checked)
        return passOn(checked);
    return waitForCard(session);
}

Result<IdCard> SamReader::waitForCard(SamSession &session)
{
    for (int failures = 0; !session.isStopped(); session.pause(m_patience.poll)) {
        const auto isThere = look(session);
        if (!isThere)
            return passOn(isThere);
        if (!*isThere) {
            failures = 0;
            seeEmptyField();
        }
        if (!*isThere || m_mustLeave)
            continue;
        const auto found = readFound(session);
        if (!found && (!isTheCards(found.error()) || ++failures == mostFailures))
            return passOn(found);
        if (!found || liesStill(*found))
            continue;
        remember(session, found->digest);
        return found->card;
    }
    return deviceStopped();
}

Result<SamReader::Found> SamReader::readFound(SamSession &session) const
{
    if (const auto selected = dataOf(session, question::select); !selected)
        return passOn(selected);
    const auto data = dataOf(session, question::read);
    if (!data)
        return passOn(data);
    if (qFromBigEndian<quint16>(data->constData()) != cardTextSize ||
        qFromBigEndian<quint16>(data->constData() + 2) != photoSize)
        return replyBroken(QStringLiteral("sizes of text and photo"));
    auto card = cardFromText(data->mid(headSize, cardTextSize));
    if (!card)
        return passOn(card);
    card->photo = data->mid(headSize + cardTextSize);
    if (const auto added = addExtraAddress(session, *card); !added)
        return passOn(added);
    return Found{*card, QCryptographicHash::hash(*data, QCryptographicHash::Sha256)};
}

Result<void> SamReader::addExtraAddress(SamSession &session, IdCard &card) const
{
    const bool hasAddress = card.kind == IdCardKind::Resident || card.kind == IdCardKind::HongKongMacaoTaiwan;
    if (!m_profile.extraAddress || !hasAddress)
        return {};
    const auto reply = session.ask(question::readExtra);
    // An old reader that does not know the question says nothing or names an error; a damaged answer may hide
    // where the person lives now, so that one is no card.
    if (!reply && reply.error().code != ErrorCode::ReaderSilent)
        return passOn(reply);
    if (!reply || reply->status != question::readExtra.success)
        return {};
    const auto address = addressFromExtra(reply->data);
    if (!address)
        return passOn(address);
    if (!address->isEmpty())
        card.address = *address;
    return {};
}

void SamReader::remember(SamSession &session, const QByteArray &digest)
{
    seeEmptyField();
    const auto again = session.ask(question::find, 1);
    if (again && again->status == question::find.success)
        m_lying = digest;
}

bool SamReader::liesStill(const Found &found)
{
    m_mustLeave = m_lying == found.digest;
    return m_mustLeave;
}

void SamReader::seeEmptyField()
{
    m_lying.reset();
    m_mustLeave = false;
}

} // namespace yichuang::sdt
