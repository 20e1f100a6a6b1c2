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

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

// What the clerk must reckon with, where the detail is a number meant for her.
void addNumber(ErrorText *text, const Error &error)
{
    bool isNumber = false;
    const int number = error.detail.toInt(&isNumber);
    if (!isNumber)
        return;
    if (error.code == ErrorCode::SignInWrong)
        text->happened += Words::tr("%n more wrong password(s) and the number is locked.", nullptr, number);
    else if (error.code == ErrorCode::AccountLocked)
        text->toDo =
            Words::tr("Try again in %n minute(s), or ask the IT desk to unlock it.", nullptr, number);
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
        addNumber(&text, error);
        return text;
    }
    // Without the translation, the catalogue's own words.
    text.happened = source.left(1).toUpper() + source.mid(1) + QStringLiteral(". ");
    text.toDo = QCoreApplication::translate("errors", "Try again, or tell the IT desk the code. ");
    text.kept = QCoreApplication::translate("errors", "What was saved is kept.");
    return text;
}

} // namespace yichuang
