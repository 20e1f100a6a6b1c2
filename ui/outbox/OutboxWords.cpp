#include "ui/outbox/OutboxWords.h"

#include <QCoreApplication>

namespace yichuang {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Outbox)
};

bool isUnderWay(const SyncStatus &line)
{
    return line.running && line.line == LineCondition::Up;
}

struct Refusal
{
    const char *reason;
    const char *inShort;
    const char *happened;
    const char *toDo;
};

// The reasons of WIRE.md; what is not lost is the same for all of them.
constexpr Refusal refusals[] = {
    {"malformed", QT_TRANSLATE_NOOP("Outbox", "Tell the IT desk"),
     QT_TRANSLATE_NOOP("Outbox", "The platform cannot read a record of this case. "),
     QT_TRANSLATE_NOOP("Outbox", "Tell the IT desk the case number; do not type the case in again. ")},
    {"not-yours", QT_TRANSLATE_NOOP("Outbox", "Have the holder checked"),
     QT_TRANSLATE_NOOP("Outbox",
                       "The platform does not find this workstation in charge of a record of this case. "),
     QT_TRANSLATE_NOOP("Outbox",
                       "Ask the supervisor which station holds the case, and tell the IT desk its number. ")},
    {"bad-signature", QT_TRANSLATE_NOOP("Outbox", "Tell the IT desk"),
     QT_TRANSLATE_NOOP("Outbox", "The signature of a record of this case does not hold. "),
     QT_TRANSLATE_NOOP(
         "Outbox", "Tell the IT desk at once: the key of this machine must be checked. Go on as usual. ")},
    {"broken-chain", QT_TRANSLATE_NOOP("Outbox", "Tell the IT desk"),
     QT_TRANSLATE_NOOP("Outbox", "A record of this case does not follow the one before it. "),
     QT_TRANSLATE_NOOP("Outbox", "Tell the IT desk: the log of this machine must be checked. ")},
    {"newer-version", QT_TRANSLATE_NOOP("Outbox", "Waits for the platform's update"),
     QT_TRANSLATE_NOOP("Outbox", "The platform is older than this program and cannot read a record yet. "),
     QT_TRANSLATE_NOOP("Outbox", "Tell the IT desk that the platform is to be updated. ")},
    {"conflict", QT_TRANSLATE_NOOP("Outbox", "Stop the copy, tell the IT desk"),
     QT_TRANSLATE_NOOP("Outbox",
                       "Another copy of this machine's data has sent another record in its place. "),
     QT_TRANSLATE_NOOP("Outbox", "Stop using the copy and tell the IT desk; both records are kept there. ")},
};

const Refusal *refusalOf(const QString &reason)
{
    for (const Refusal &each : refusals) {
        if (reason == QLatin1String(each.reason))
            return &each;
    }
    return nullptr;
}

QString translated(const char *source)
{
    return QCoreApplication::translate("Outbox", source);
}

} // namespace

OutboxRowState rowState(const OutboxCase &row, const SyncStatus &line)
{
    using Kind = OutboxRowState::Kind;
    OutboxRowState state;
    if (row.bytes > 0 && row.bytesThere > 0)
        state.percent = static_cast<int>(qMin<qint64>(99, row.bytesThere * 100 / row.bytes));
    if (!row.refusal.isEmpty()) {
        state.kind = Kind::NeedsHand;
        state.words = refusalInShort(row.refusal);
    } else if (row.place == 1 && isUnderWay(line)) {
        state.kind = Kind::Sending;
        state.words = state.percent < 0 ? Words::tr("being sent")
                                        : Words::tr("being sent, %1 % there").arg(state.percent);
    } else if (state.percent >= 0) {
        state.kind = Kind::Paused;
        state.words = Words::tr("%1 % there, goes on from there").arg(state.percent);
    } else {
        state.words = Words::tr("%1 in the queue").arg(row.place);
    }
    return state;
}

Lamp lampOf(OutboxRowState::Kind kind)
{
    switch (kind) {
    case OutboxRowState::Kind::NeedsHand:
        return Lamp::Warn;
    case OutboxRowState::Kind::Sending:
        return Lamp::Busy;
    case OutboxRowState::Kind::Paused:
        return Lamp::Stopped;
    case OutboxRowState::Kind::Queued:
        return Lamp::Local;
    }
    return Lamp::Local;
}

ErrorText refusalText(const QString &reason)
{
    ErrorText text;
    const Refusal *known = refusalOf(reason);
    text.happened = known ? translated(known->happened)
                          : Words::tr("The platform set a record of this case aside (%1). ").arg(reason);
    text.toDo = known ? translated(known->toDo) : Words::tr("Tell the IT desk the case number. ");
    text.kept =
        Words::tr("The record is kept here and at the platform; number and slip stay valid, and the other "
                  "cases go on.");
    text.code = reason;
    return text;
}

QString refusalInShort(const QString &reason)
{
    const Refusal *known = refusalOf(reason);
    return known ? translated(known->inShort) : Words::tr("Tell the IT desk");
}

QString amountWords(qint64 bytes)
{
    if (bytes < 1024LL * 1024)
        return QStringLiteral("%1 KB").arg((bytes + 1023) / 1024);
    return QStringLiteral("%1 MB").arg(static_cast<double>(bytes) / (1024.0 * 1024.0), 0, 'f', 1);
}

QString shortNumber(const QString &number)
{
    return number.section(u'-', -1);
}

QString pagesWords(int pages, qint64 bytes)
{
    return pages == 0 ? Words::tr("no pages")
                      : Words::tr("%n page(s)", nullptr, pages) + u' ' + amountWords(bytes);
}

QString attemptWords(const SyncStatus &line, const QDateTime &now)
{
    const bool troubled = line.line == LineCondition::Down || line.line == LineCondition::Stopped;
    if (line.running)
        return troubled ? Words::tr("trying, attempt %1").arg(line.failedAttempts + 1)
                        : Words::tr("being sent");
    if (!troubled || !line.nextAttempt)
        return {};
    const qint64 seconds = (now.msecsTo(*line.nextAttempt) + 999) / 1000;
    // A clock that was set leaves a time that means nothing.
    if (seconds <= 0 || seconds > 3600)
        return Words::tr("attempt %1 comes by itself").arg(line.failedAttempts + 1);
    return Words::tr("attempt %2 in %1")
        .arg(QStringLiteral("%1:%2")
                 .arg(seconds / 60, 2, 10, QLatin1Char('0'))
                 .arg(seconds % 60, 2, 10, QLatin1Char('0')))
        .arg(line.failedAttempts + 1);
}

QString whyWords(const OutboxCase &row, const SyncStatus &line)
{
    if (!row.refusal.isEmpty())
        return refusalText(row.refusal).inOneLine();
    if (line.problem && (line.line == LineCondition::Down || line.line == LineCondition::Stopped))
        return errorText(*line.problem).inOneLine();
    if (row.place == 1)
        return line.running ? Words::tr("It is its turn now.") : Words::tr("It is the next one to be sent.");
    return Words::tr("%n case(s) stand before it; it is sent by itself.", nullptr, row.place - 1);
}

} // namespace yichuang
