#include "devices/ReceiptPage.h"

#include <QHash>
#include <QJsonArray>

#include <array>

namespace yichuang {

namespace {

constexpr int mostLines = 400;
constexpr int longestText = 2000;

using Line = ReceiptLine;

constexpr std::array kindNames{
    std::pair{Line::Kind::Text, "text"},   std::pair{Line::Kind::Columns, "columns"},
    std::pair{Line::Kind::Boxed, "boxed"}, std::pair{Line::Kind::Rule, "rule"},
    std::pair{Line::Kind::Space, "space"}, std::pair{Line::Kind::Code, "code"}};
constexpr std::array alignNames{std::pair{Line::Align::Left, "left"},
                                std::pair{Line::Align::Centre, "centre"},
                                std::pair{Line::Align::Right, "right"}};

template <typename Names, typename Value>
QLatin1String nameIn(const Names &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QLatin1String(name);
    }
    return {};
}

template <typename Value, typename Names>
std::optional<Value> valueIn(const Names &names, const QString &text)
{
    for (const auto &[known, name] : names) {
        if (text == QLatin1String(name))
            return known;
    }
    return std::nullopt;
}

QJsonObject lineToJson(const Line &line)
{
    QJsonObject json{{QStringLiteral("kind"), nameIn(kindNames, line.kind)}};
    if (!line.text.isEmpty())
        json.insert(QStringLiteral("text"), line.text);
    if (!line.right.isEmpty())
        json.insert(QStringLiteral("right"), line.right);
    if (line.align != Line::Align::Left)
        json.insert(QStringLiteral("align"), nameIn(alignNames, line.align));
    if (line.scale != 1)
        json.insert(QStringLiteral("scale"), line.scale);
    if (line.bold)
        json.insert(QStringLiteral("bold"), true);
    return json;
}

bool isShortText(const QJsonValue &value)
{
    return value.isUndefined() || (value.isString() && value.toString().size() <= longestText);
}

bool hasOnly(const QJsonObject &json, const QStringList &known)
{
    const QStringList keys = json.keys();
    return std::all_of(keys.begin(), keys.end(), [&](const QString &key) { return known.contains(key); });
}

std::optional<Line> lineFromJson(const QJsonObject &json)
{
    static const QStringList known{QStringLiteral("kind"),  QStringLiteral("text"),  QStringLiteral("right"),
                                   QStringLiteral("align"), QStringLiteral("scale"), QStringLiteral("bold")};
    const auto kind = valueIn<Line::Kind>(kindNames, json.value(QLatin1String("kind")).toString());
    const QJsonValue alignName = json.value(QLatin1String("align"));
    const auto align = alignName.isUndefined() ? std::optional(Line::Align::Left)
                                               : valueIn<Line::Align>(alignNames, alignName.toString());
    const QJsonValue scale = json.value(QLatin1String("scale"));
    const QJsonValue bold = json.value(QLatin1String("bold"));
    const bool sound =
        hasOnly(json, known) && kind && align && isShortText(json.value(QLatin1String("text"))) &&
        isShortText(json.value(QLatin1String("right"))) &&
        (scale.isUndefined() || scale == 1 || scale == 2) && (bold.isUndefined() || bold.isBool());
    if (!sound)
        return std::nullopt;
    return Line{*kind,
                json.value(QLatin1String("text")).toString(),
                json.value(QLatin1String("right")).toString(),
                *align,
                scale.toInt(1),
                bold.toBool()};
}

std::optional<ReceiptPage> pageFromJson(const QJsonObject &json)
{
    const QJsonArray lines = json.value(QLatin1String("lines")).toArray();
    const QJsonValue cut = json.value(QLatin1String("cut"));
    if (!hasOnly(json, {QStringLiteral("lines"), QStringLiteral("cut")}) || !cut.isBool() ||
        lines.isEmpty() || lines.size() > mostLines)
        return std::nullopt;
    ReceiptPage page{{}, cut.toBool()};
    for (const QJsonValue &value : lines) {
        const auto line = lineFromJson(value.toObject());
        if (!line)
            return std::nullopt;
        page.lines << *line;
    }
    return page;
}

} // namespace

QJsonObject toJson(const ReceiptPage &page)
{
    QJsonArray lines;
    for (const ReceiptLine &line : page.lines)
        lines << lineToJson(line);
    return {{QStringLiteral("lines"), lines}, {QStringLiteral("cut"), page.cut}};
}

Result<ReceiptPage> receiptPageFromJson(const QJsonObject &json)
{
    if (const auto page = pageFromJson(json))
        return *page;
    return raise(ErrorCode::ReceiptMalformed);
}

} // namespace yichuang
