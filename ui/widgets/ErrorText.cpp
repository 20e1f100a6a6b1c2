#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>

namespace yichuang {

namespace {

const char *sourceOf(ErrorCode code)
{
    switch (code) {
#define YICHUANG_TEXT(name, number, text)                                                                    \
    case ErrorCode::name:                                                                                    \
        return text;
        YICHUANG_ERRORS(YICHUANG_TEXT)
#undef YICHUANG_TEXT
    }
    return "";
}

} // namespace

ErrorText errorText(const Error &error)
{
    const QString source = QString::fromUtf8(sourceOf(error.code));
    const QStringList parts =
        QCoreApplication::translate("errors", sourceOf(error.code)).split(QLatin1Char('|'));
    ErrorText text;
    text.code = shortCode(error.code);
    if (parts.size() == 3) {
        text.happened = parts[0];
        text.toDo = parts[1];
        text.kept = parts[2];
        return text;
    }
    // Without the translation, the catalogue's own words.
    text.happened = source.left(1).toUpper() + source.mid(1) + QStringLiteral(". ");
    text.toDo = QCoreApplication::translate("errors", "Try again, or tell the IT desk the code. ");
    text.kept = QCoreApplication::translate("errors", "What was saved is kept.");
    return text;
}

} // namespace yichuang
