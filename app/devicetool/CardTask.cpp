#include "CardTask.h"

#include "ToolText.h"

#include "devices/DeviceValues.h"
#include "domain/Mask.h"

namespace yichuang {

namespace {

QString allButFirst(const QString &text, qsizetype shown)
{
    return text.left(shown) + QString(std::max<qsizetype>(0, text.size() - shown), u'*');
}

// What is left says which kind of card it was and that it was read, not whose it is.
QJsonObject masked(const IdCard &card)
{
    QJsonObject json = toJson(card);
    const auto replace = [&json](QLatin1String key, const QString &text) { json.insert(key, text); };
    replace(QLatin1String("name"), mask::name(card.name));
    replace(QLatin1String("englishName"), mask::name(card.englishName));
    replace(QLatin1String("number"), mask::idNumber(card.number));
    replace(QLatin1String("passNumber"), mask::idNumber(card.passNumber));
    replace(QLatin1String("address"), allButFirst(card.address, 3));
    replace(QLatin1String("birth"), allButFirst(json.value(QLatin1String("birth")).toString(), 4));
    return json;
}

} // namespace

void CardTask::start()
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_isLate = true;
        stop();
    });
    m_deadline.start(options().timeout);
    follow<IdCard>(host().readCard(), [this](const Result<IdCard> &card) {
        m_deadline.stop();
        if (!card)
            return m_isLate ? giveUp() : fail(card.error());
        show(*card);
        end(ending::done);
    });
}

// Nobody stopped the call but the time, so that it was stopped is not what a person needs to hear.
void CardTask::giveUp()
{
    output().failure(QString(QLatin1String(tooltext::noCardInTime)).arg(options().timeout.count()));
    end(ending::failed);
}

void CardTask::show(const IdCard &card)
{
    const QJsonObject json = options().whole ? toJson(card) : masked(card);
    QStringList lines;
    for (auto field = json.begin(); field != json.end(); ++field)
        lines << field.key() + u'\t' + field.value().toVariant().toString();
    if (options().json)
        return output().line({}, {{QStringLiteral("card"), json}});
    for (const QString &line : lines)
        output().line(line, {});
    output().remark(QLatin1String(tooltext::photoKept));
}

} // namespace yichuang
