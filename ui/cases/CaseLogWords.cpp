#include "ui/cases/CaseWords.h"
#include "ui/widgets/CardName.h"

#include "domain/EventTypes.h"
#include "domain/Mask.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

namespace yichuang {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(yichuang::CaseLogWords)
};

QString text(const QJsonObject &payload, const char *key)
{
    return payload.value(QLatin1String(key)).toString();
}

QString roleWords(const QString &role)
{
    if (role == u"applicant")
        return Words::tr("Applicant");
    return role == u"agent" ? Words::tr("Agent") : Words::tr("Other party");
}

LogWords opened(const QJsonObject &payload)
{
    const QString window = text(payload, "window");
    return {Words::tr("Papers received at the counter"),
            window.isEmpty() ? text(payload, "siteName")
                             : Words::tr("%1 window %2").arg(text(payload, "siteName"), window),
            Lamp::Off};
}

LogWords identified(const QJsonObject &payload)
{
    const QJsonObject person = payload.value(QLatin1String("person")).toObject();
    const bool card = text(payload, "source") == u"card";
    return {Words::tr("%1 identified").arg(roleWords(text(payload, "role"))),
            mask::idNumber(text(person, "idNumber")) + u' ' +
                (card ? Words::tr("read from %1").arg(cardName(text(person, "idType")))
                      : Words::tr("typed: %1").arg(text(payload, "reason"))),
            card ? Lamp::Good : Lamp::Warn};
}

LogWords recorded(const QJsonObject &payload)
{
    const auto count = static_cast<int>(payload.value(QLatin1String("answers")).toObject().size());
    return {Words::tr("Form filled in"), Words::tr("%n answer(s)", nullptr, count), Lamp::Good};
}

LogWords material(const QString &what, const QJsonObject &payload, Lamp lamp = Lamp::Good)
{
    const QString name = text(payload, "lineName");
    return {what, name.isEmpty() ? text(payload, "line") : name, lamp};
}

LogWords notified(const QJsonObject &payload)
{
    QStringList missing;
    const QJsonArray things = payload.value(QLatin1String("missing")).toArray();
    for (const QJsonValue &thing : things)
        missing.append(thing.toObject().value(QLatin1String("what")).toString());
    return {Words::tr("Told once what is missing"), missing.join(QStringLiteral("、")), Lamp::Busy};
}

LogWords accepted(const QJsonObject &payload)
{
    const auto later = static_cast<int>(payload.value(QLatin1String("tolerated")).toArray().size());
    const QString due = text(payload, "committedDue");
    return {later > 0 ? Words::tr("Accepted, %n paper(s) to follow", nullptr, later) : Words::tr("Accepted"),
            due.isEmpty() ? QString() : Words::tr("promised by %1").arg(due), Lamp::Good};
}

LogWords printed(const QJsonObject &payload)
{
    const bool confirmed = text(payload, "state") == u"confirmed";
    const int copy = payload.value(QLatin1String("copy")).toInt(1);
    const QString paper = paperWords(text(payload, "paper"));
    if (text(payload, "state") == u"refused")
        return {Words::tr("%1 did not come out").arg(paper),
                Words::tr("to be printed when the printer works"), Lamp::Warn};
    return {copy > 1 ? Words::tr("%1 printed again (copy %2)").arg(paper).arg(copy)
                     : Words::tr("%1 printed").arg(paper),
            confirmed ? text(payload, "paperNumber") : Words::tr("not confirmed: look whether it came out"),
            confirmed ? Lamp::Good : Lamp::Warn};
}

LogWords visited(const QJsonObject &payload)
{
    const QString reason = text(payload, "reason");
    const QString words = reason == u"submit"           ? Words::tr("to hand in")
                          : reason == u"supplement"     ? Words::tr("to bring what was missing")
                          : reason == u"collect-result" ? Words::tr("to fetch the result")
                                                        : Words::tr("for another reason");
    const QString ticket = text(payload, "ticket");
    return {Words::tr("Came to the counter"),
            ticket.isEmpty() ? words : words + QStringLiteral(" ") + Words::tr("ticket %1").arg(ticket),
            Lamp::Good};
}

LogWords decided(const QJsonObject &payload)
{
    const QString decision = text(payload, "decision");
    const QString words = decision == u"granted"   ? Words::tr("granted")
                          : decision == u"refused" ? Words::tr("refused")
                                                   : Words::tr("returned");
    return {Words::tr("Department decided: %1").arg(words), text(payload, "opinion"),
            decision == u"granted" ? Lamp::Good : Lamp::Warn};
}

using Maker = LogWords (*)(const QJsonObject &);

const QHash<QString, Maker> &makers()
{
    using Payload = const QJsonObject &;
    static const QHash<QString, Maker> table{
        {eventtype::opened, opened},
        {eventtype::applicantIdentified, identified},
        {eventtype::formRecorded, recorded},
        {eventtype::materialAttached, [](Payload p) { return material(Words::tr("Page added"), p); }},
        {eventtype::materialWithdrawn,
         [](Payload p) { return material(Words::tr("Page taken out"), p, Lamp::Warn); }},
        {eventtype::materialChecked, [](Payload p) { return material(Words::tr("Paper seen"), p); }},
        {eventtype::materialReused, [](Payload p) { return material(Words::tr("Licence reused"), p); }},
        {eventtype::materialExempted,
         [](Payload p) { return material(Words::tr("Need not be brought"), p); }},
        {eventtype::materialDeferred,
         [](Payload p) { return material(Words::tr("Paper to follow"), p, Lamp::Warn); }},
        {eventtype::notifiedOnce, notified},
        {eventtype::accepted, accepted},
        {QStringLiteral("collected"),
         [](Payload p) {
             return LogWords{Words::tr("Collected for the authority"), text(p, "authority"), Lamp::Good};
         }},
        {eventtype::declined,
         [](Payload p) { return LogWords{Words::tr("Not accepted"), text(p, "reason"), Lamp::Fault}; }},
        {eventtype::correctionAsked,
         [](Payload p) { return LogWords{Words::tr("Asked for more"), text(p, "respondBy"), Lamp::Warn}; }},
        {eventtype::correctionReceived,
         [](Payload) { return LogWords{Words::tr("What was missing came in"), {}, Lamp::Good}; }},
        {eventtype::routed,
         [](Payload p) {
             return LogWords{Words::tr("Sent to the department"), text(p, "departmentName"), Lamp::Busy};
         }},
        {eventtype::departmentDecided, decided},
        {eventtype::clockSuspended,
         [](Payload p) { return LogWords{Words::tr("Clock stopped"), text(p, "reason"), Lamp::Stopped}; }},
        {eventtype::clockResumed,
         [](Payload) { return LogWords{Words::tr("Clock goes on"), {}, Lamp::Busy}; }},
        {eventtype::completed,
         [](Payload p) {
             return LogWords{Words::tr("Completed"), text(p, "certificateNumber"), Lamp::Good};
         }},
        {eventtype::resultReady,
         [](Payload p) { return LogWords{Words::tr("Result ready"), text(p, "shelf"), Lamp::Good}; }},
        {eventtype::delivered, [](Payload) { return LogWords{Words::tr("Handed out"), {}, Lamp::Good}; }},
        {eventtype::withdrawn,
         [](Payload p) { return LogWords{Words::tr("Withdrawn"), text(p, "reason"), Lamp::Warn}; }},
        {eventtype::voided,
         [](Payload p) { return LogWords{Words::tr("Voided"), text(p, "reason"), Lamp::Fault}; }},
        {eventtype::visitRecorded, visited},
        {eventtype::paperPrinted, printed},
        {eventtype::caseMerged,
         [](Payload p) {
             return LogWords{Words::tr("Two versions settled"), text(p, "reason"), Lamp::Good};
         }},
        {eventtype::twinSettled,
         [](Payload p) {
             return LogWords{Words::tr("Compared with another case"), text(p, "reason"), Lamp::Good};
         }},
        {eventtype::holderChanged,
         [](Payload) { return LogWords{Words::tr("Goes on at another station"), {}, Lamp::Busy}; }},
    };
    return table;
}

} // namespace

LogWords logWords(const HistoryEntry &entry)
{
    const Maker maker = makers().value(entry.type);
    return maker ? maker(entry.payload) : LogWords{Words::tr("Other entry"), entry.type, Lamp::Off};
}

} // namespace yichuang
