#include "courier/PackageFolder.h"
#include "platform/courier/CourierDesk.h"
#include "platform/pages/FolderPages.h"
#include "platform/program/Commands.h"
#include "platform/program/LedgerCommand.h"

#include <QDir>
#include <QJsonArray>

namespace yichuang {

namespace {

// The answer lies on the same stick. It is written whole or not at all; older ones for this station go.
Result<CourierDesk::Answered> answerOn(courier::Stick &stick, const courier::PackageName &name,
                                       CourierDesk &desk)
{
    courier::PackageReader reader(stick, name);
    const auto work = reader.cover();
    if (!work)
        return passOn(work);
    courier::VolumeList volumes;
    const auto answered = desk.take(*work, reader, volumes);
    if (!answered)
        return answered;
    const auto own = courier::PackageName::of(answered->cover.cover);
    courier::PackageMaker maker(stick, own);
    Result<void> written = maker.begin();
    for (int i = 0; written && i < volumes.volumes().size(); ++i)
        written = maker.put(i + 1, volumes.volumes()[i]);
    written = written.and_then([&] { return maker.finish(answered->cover, [] { return true; }); });
    if (!written) {
        maker.abandon();
        return passOn(written);
    }
    for (const courier::PackageName &old : courier::packagesOn(stick)) {
        if (old.direction == own.direction && old.device == own.device && old.serial < own.serial)
            stick.remove(old.toString());
    }
    return answered;
}

QJsonObject lineOf(const courier::PackageName &name, const Result<CourierDesk::Answered> &answered)
{
    QJsonObject line{{QStringLiteral("device"), name.device.toString()},
                     {QStringLiteral("serial"), name.serial}};
    if (!answered) {
        line.insert(QStringLiteral("error"), shortCode(answered.error().code));
        return line;
    }
    line.insert(QStringLiteral("events"), answered->content.events);
    line.insert(QStringLiteral("pages"), answered->content.pages);
    line.insert(QStringLiteral("answer"), answered->cover.cover.serial);
    return line;
}

int courierDesk(const CommandLine &line)
{
    if (line.arguments.isEmpty())
        return failUsage(QStringLiteral("FOLDER"));
    return onLedger(line, [&](Ledger &ledger) -> Result<QJsonObject> {
        SystemClock clock;
        const QString data = line.settings.text("data");
        FolderPages pages(QDir(data).filePath(QStringLiteral("blobs")));
        if (auto prepared = pages.prepare(); !prepared)
            return passOn(prepared);
        CourierDesk desk(ledger, pages, clock, data);
        QJsonArray lines;
        QJsonArray broken;
        for (const QString &place : line.arguments) {
            courier::Stick stick(place);
            for (const courier::PackageName &name : courier::packagesOn(stick)) {
                if (name.direction != courier::Direction::ToPlatform)
                    continue;
                const auto answered = answerOn(stick, name, desk);
                (answered ? lines : broken).append(lineOf(name, answered));
            }
        }
        return QJsonObject{{QStringLiteral("packages"), lines}, {QStringLiteral("broken"), broken}};
    });
}

} // namespace

Command courierCommand()
{
    return {"courier",
            "FOLDER...",
            "takes in the packages on these sticks and writes the answers beside them",
            {},
            courierDesk};
}

} // namespace yichuang
