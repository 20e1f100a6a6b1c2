#include "ToolOutput.h"

#include <QJsonDocument>

#include <cstdio>

namespace yichuang {

namespace {

QString printable(QString text)
{
    for (QChar &character : text) {
        if (!character.isPrint() && !character.isSurrogate() && character != u'\t')
            character = u'?';
    }
    return text;
}

void write(FILE *stream, const QByteArray &line)
{
    std::fputs(line.constData(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

void writeJson(const QJsonObject &json)
{
    write(stdout, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

void ToolOutput::line(const QString &text, const QJsonObject &json)
{
    if (m_json)
        writeJson(json);
    else
        write(stdout, printable(text).toUtf8());
}

void ToolOutput::remark(const QString &text)
{
    if (!m_json)
        write(stderr, printable(text).toUtf8());
}

void ToolOutput::failure(const Error &error)
{
    if (m_json)
        writeJson(
            {{QStringLiteral("failed"), shortCode(error.code)}, {QStringLiteral("text"), logText(error)}});
    write(stderr, printable(logText(error)).toUtf8());
}

void ToolOutput::failure(const QString &sentence)
{
    if (m_json)
        writeJson({{QStringLiteral("failed"), QString()}, {QStringLiteral("text"), sentence}});
    write(stderr, printable(sentence).toUtf8());
}

} // namespace yichuang
