#include "ScannerScript.h"

#include <QFile>
#include <QStringList>

#include <tuple>

namespace peer {

ScannerScript ScannerScript::read()
{
    ScannerScript script;
    const QString path = qEnvironmentVariable("YICHUANG_PEER_SCANNER");
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return script;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        const QString word = words.value(0);
        if (word == u"sheets")
            script.sheets = words.value(1).toInt();
        else if (word == u"pages")
            script.pages = line.mid(6).trimmed();
        else if (word == u"open")
            script.openStatus = words.value(1);
        else if (word == u"fault")
            std::tie(script.faultSheet, script.faultStatus) =
                std::pair(words.value(1).toInt(), words.value(2));
        else if (word == u"hang")
            script.hangSheet = words.value(1).toInt();
        else if (word == u"pause")
            script.pause = words.value(1).toInt();
        else if (word == u"simple")
            script.simple = true;
    }
    return script;
}

} // namespace peer
