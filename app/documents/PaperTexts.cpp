#include "documents/PaperTexts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace yichuang {

namespace {

const QSet<QString> placeholders{
    QStringLiteral("handedOver"), QStringLiteral("item"),     QStringLiteral("complete"),
    QStringLiteral("ground"),     QStringLiteral("count"),    QStringLiteral("timeNote"),
    QStringLiteral("hotline"),    QStringLiteral("deferred"), QStringLiteral("respondBy"),
    QStringLiteral("decider"),    QStringLiteral("remedy"),
};

bool knowsPlaceholders(const QString &sentence)
{
    static const QRegularExpression braces(QStringLiteral("\\{([^}]*)\\}"));
    for (auto found = braces.globalMatch(sentence); found.hasNext();) {
        if (!placeholders.contains(found.next().captured(1)))
            return false;
    }
    return true;
}

QString keyOf(PaperKind kind)
{
    if (kind == PaperKind::NotAccepted)
        return QStringLiteral("refusal-not-accepted");
    if (kind == PaperKind::NotRequired)
        return QStringLiteral("refusal-not-required");
    return nameOf(kind);
}

// Takes the texts out of the object; what is left over was unknown.
struct Texts
{
    QJsonObject json;
    bool sound = true;

    QString take(const char *key, bool required)
    {
        const QJsonValue value = json.take(QLatin1String(key));
        sound = sound && (value.isString() || (value.isUndefined() && !required)) &&
                knowsPlaceholders(value.toString());
        return value.toString();
    }
    QStringList takeList(const char *key)
    {
        QStringList list;
        for (const QJsonValue &value : json.take(QLatin1String(key)).toArray()) {
            sound = sound && value.isString() && knowsPlaceholders(value.toString());
            list << value.toString();
        }
        sound = sound && !list.isEmpty();
        return list;
    }
};

} // namespace

QString nameOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::AcceptanceNotice:
        return QStringLiteral("acceptance-notice");
    case PaperKind::OneTimeNotice:
        return QStringLiteral("one-time-notice");
    case PaperKind::CollectionReceipt:
        return QStringLiteral("collection-receipt");
    case PaperKind::NotAccepted:
    case PaperKind::NotRequired:
        return QStringLiteral("refusal");
    }
    return {};
}

Result<PaperText> parsePaperText(const QByteArray &json, const QString &paper)
{
    Texts texts{QJsonDocument::fromJson(json).object().value(paper).toObject()};
    PaperText text;
    text.title = texts.take("title", true);
    text.opening = texts.take("opening", true);
    text.complete = texts.take("complete", false);
    text.tolerated = texts.take("tolerated", false);
    text.deferred = texts.take("deferred", false);
    text.signature = texts.take("signature", true);
    text.seal = texts.take("seal", true);
    text.foot = texts.take("foot", true);
    text.statements = texts.takeList("statements");
    if (!texts.sound || !texts.json.isEmpty())
        return raise(ErrorCode::PaperTextsMalformed, paper);
    return text;
}

Result<PaperText> paperText(PaperKind kind)
{
    QFile file(QStringLiteral(":/notices/papers.json"));
    return parsePaperText(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(), keyOf(kind));
}

QString filled(QString sentence, const QList<std::pair<QString, QString>> &values)
{
    // One pass, so that a value that holds braces is never taken for a placeholder.
    static const QRegularExpression braces(QStringLiteral("\\{([^}]*)\\}"));
    QString out;
    qsizetype last = 0;
    for (auto found = braces.globalMatch(sentence); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += sentence.mid(last, match.capturedStart() - last);
        for (const auto &[key, value] : values) {
            if (key == match.captured(1))
                out += value;
        }
        last = match.capturedEnd();
    }
    return out + sentence.mid(last);
}

QString officialDate(QDate date)
{
    return date.isValid()
               ? QStringLiteral("%1 年 %2 月 %3 日").arg(date.year()).arg(date.month()).arg(date.day())
               : QString();
}

} // namespace yichuang
