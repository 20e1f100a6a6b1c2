#pragma once

#include "base/Result.h"
#include "documents/NoticeData.h"

#include <QStringList>

namespace yichuang {

// The fixed sentences of one paper, from resources/notices/papers.json. {words} stand for what the case says.
struct PaperText
{
    QString title, opening, complete, tolerated, deferred, signature, seal, foot;
    QStringList statements; // each begins with its heading and a full stop
};

// Strict: PaperTextsMalformed for an unknown or missing part, or a placeholder that nothing fills.
Result<PaperText> paperText(PaperKind kind);
Result<PaperText> parsePaperText(const QByteArray &json, const QString &paper);

// Puts the values in; a placeholder without a value becomes empty.
QString filled(QString sentence, const QList<std::pair<QString, QString>> &values);

// "2026 年 11 月 23 日", the way official papers write a day.
QString officialDate(QDate date);

} // namespace yichuang
