#pragma once

#include "base/Digest.h"
#include "base/Id.h"
#include "base/Result.h"
#include "domain/Case.h"

#include <QDate>
#include <QJsonValue>
#include <QList>
#include <QMap>

#include <optional>

namespace yichuang {

// Where a value came from; the words are data of EVENTS.md ('form-recorded', sources).
namespace valuesource {
inline constexpr QLatin1String card{"card"};
inline constexpr QLatin1String licence{"licence"};
inline constexpr QLatin1String history{"history"};
inline constexpr QLatin1String shared{"shared"};
inline constexpr QLatin1String manual{"manual"};
inline constexpr QLatin1String computed{"computed"};
} // namespace valuesource

// One answer with where and when it came from. Where the clerk changed a value that was filled in before
// her, `original` and `originalSource` keep what it was.
struct DraftAnswer
{
    QJsonValue value;
    QString source;
    QString at; // ISO 8601, UTC, milliseconds
    QJsonValue original{QJsonValue::Undefined};
    QString originalSource;
    bool operator==(const DraftAnswer &) const = default;
};

// A page that already lies in the store as an encrypted blob. Edits never touch the blob.
struct DraftPage
{
    int id = 0; // unique in the draft, never used again
    Digest blob;
    qint64 size = 0;
    QString mediaType; // "image/png", "image/jpeg", "application/pdf", …
    int rotation = 0;  // 0, 90, 180, 270, clockwise
    QString origin;    // "scan", "import", "camera"
    QString at;
    QString note; // what the clerk noted about a page of poor quality
    bool operator==(const DraftPage &) const = default;
};

// A line of the checklist as far as the clerk got with it. `state` is what she said or did; whether the line
// is complete is the verdict's to say.
struct DraftMaterial
{
    QString line;
    LineState state = LineState::Missing;
    QList<DraftPage> pages; // in the order of the paper
    QString form;           // "original", "copy": seen at the counter without a scan; empty otherwise
    int count = 0;
    QString ground;    // of a reuse or an exemption
    QString reference; // of the reused paper
    QDate due;         // of a deferred one
    bool operator==(const DraftMaterial &) const = default;
};

struct DraftVisit
{
    QString reason; // "submit", "supplement", …
    QString ticket;
    QString at;
    bool operator==(const DraftVisit &) const = default;
};

// A party and why it was typed rather than read, where it was.
struct DraftParty
{
    Party party;
    QString manualReason;
    bool operator==(const DraftParty &) const = default;
};

// Everything that the clerk has typed, read or scanned for one person and not yet committed. Written to the
// store as she goes; comes back after a crash.
struct DraftDocument
{
    static constexpr int version = 1;
    // The line under which pages lie that belong to no line yet.
    static constexpr QLatin1String unsorted{"unsorted"};

    DraftId id;
    QString createdAt;
    QString handedOverAt; // when the papers came over the counter; empty until the clerk has some
    QList<DraftParty> parties;
    QStringList items; // item codes; one, or those of the bundle
    QMap<QString, QString> itemVersions;
    QString bundle;                      // empty for a single item
    QMap<QString, QJsonValue> situation; // question → answer
    QMap<QString, DraftAnswer> answers;  // standard key → answer
    QMap<QString, DraftMaterial> materials;
    QList<DraftVisit> visits;
    QString focusField; // where the clerk was
    int nextPage = 1;

    bool operator==(const DraftDocument &) const = default;
    bool isEmpty() const;
    const Party *party(QStringView role) const;
    const DraftPage *page(int pageId) const;
    // The line that holds the page; empty where none does.
    QString lineOf(int pageId) const;
    QJsonObject answerValues() const;
};

inline constexpr qsizetype maximumDraftBytes = 4 * 1024 * 1024;

// Sorted compact JSON.
QByteArray toJson(const DraftDocument &draft);
// Strict: version, limits, types and forms; an unknown key is refused.
Result<DraftDocument> parseDraft(const QByteArray &json);

} // namespace yichuang
