#pragma once

#include "base/Digest.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace yichuang {

// What this station remembers of its packages, in the store's settings: enough to number the next one, and to
// see that an answer was made after the station last heard of the platform's epoch.
struct ExportRecord
{
    qint64 serial = 0;
    Digest cover;  // null while it is made
    QString epoch; // that the station knew when it was made
};

struct ExportRecords
{
    static constexpr auto setting = "courier.exports";
    static constexpr qsizetype most = 50; // the older ones are forgotten

    QList<ExportRecord> list; // oldest first

    qint64 nextSerial() const { return list.isEmpty() ? 1 : list.last().serial + 1; }
    void add(const ExportRecord &record);
    std::optional<ExportRecord> byCover(const Digest &cover) const;

    QByteArray toJson() const;
    static ExportRecords fromJson(const QByteArray &json);
};

// The last answer that was taken in. Serials are compared within one epoch.
struct ImportRecord
{
    static constexpr auto setting = "courier.answer";

    QString epoch;
    qint64 serial = 0;

    QByteArray toJson() const;
    static ImportRecord fromJson(const QByteArray &json);
};

} // namespace yichuang
