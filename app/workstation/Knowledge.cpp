#include "workstation/Knowledge.h"

#include <QFile>
#include <QtConcurrent>

namespace yichuang {

namespace {

// In the program itself, so that a station without its year cannot come about by a lost file.
QByteArray calendarBytes()
{
    QFile file(QStringLiteral(":/calendars/china.json"));
    return file.open(QIODevice::ReadOnly) ? file.read(WorkingCalendar::maximumBytes + 1) : QByteArray();
}

Result<KnowledgeInHand> load()
{
    auto calendar = WorkingCalendar::parse(calendarBytes());
    if (!calendar)
        return passOn(calendar);
    auto catalog = loadDemonstrationCatalog();
    if (!catalog)
        return passOn(catalog);
    ItemSearch search(*catalog);
    return std::make_shared<const Knowledge>(
        Knowledge{std::move(*catalog), std::move(*calendar), std::move(search)});
}

} // namespace

Pending<KnowledgeInHand> loadKnowledge()
{
    return QtConcurrent::run(load);
}

} // namespace yichuang
