#pragma once

#include "store/OutboxTypes.h"
#include "sync/SyncStatus.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Signs.h"

namespace yichuang {

// How a waiting case stands: a sign, a word, and how much of it is there.
struct OutboxRowState
{
    enum class Kind
    {
        NeedsHand, // the platform set a part aside
        Sending,   // it is its turn, and the line is up
        Paused,    // a part of it is there, and it goes on from there
        Queued
    };
    Kind kind = Kind::Queued;
    QString words;
    int percent = -1; // of its pages' bytes that are at the platform; -1 where none are
};

OutboxRowState rowState(const OutboxCase &row, const SyncStatus &line);
Lamp lampOf(OutboxRowState::Kind kind);

// Why the platform set a part aside (WIRE.md), in the order of the style: what happened, what to do, what is
// not lost. An unknown reason is said as such, with the word for the telephone.
ErrorText refusalText(const QString &reason);
// In a row, what to do about it.
QString refusalInShort(const QString &reason);

QString amountWords(qint64 bytes);           // "312 KB", "3.1 MB"
QString shortNumber(const QString &number);  // the day's serial, "0012"
QString pagesWords(int pages, qint64 bytes); // "9 pages · 3.8 MB", "no pages"

// What is under way, or when it is tried again and for which time.
QString attemptWords(const SyncStatus &line, const QDateTime &now);
// Why nothing of a case goes on now, in whole sentences.
QString whyWords(const OutboxCase &row, const SyncStatus &line);

} // namespace yichuang
