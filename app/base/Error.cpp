#include "base/Error.h"

namespace yichuang {

namespace {

struct Entry
{
    ErrorCode code;
    const char *shortCode;
    const char *text;
};

constexpr Entry entries[] = {
#define YICHUANG_ENTRY(name, code, text) {ErrorCode::name, code, text},
    YICHUANG_ERRORS(YICHUANG_ENTRY)
#undef YICHUANG_ENTRY
};

const Entry &entryOf(ErrorCode code)
{
    return entries[static_cast<size_t>(code)];
}

} // namespace

QString shortCode(ErrorCode code)
{
    return QString::fromLatin1(entryOf(code).shortCode);
}

QString logText(const Error &error)
{
    const QString head =
        shortCode(error.code) + QStringLiteral(": ") + QString::fromUtf8(entryOf(error.code).text);
    return error.detail.isEmpty() ? head : head + QStringLiteral(" (") + error.detail + QLatin1Char(')');
}

std::optional<ErrorCode> errorCodeFromShort(QStringView shortCode)
{
    for (const Entry &entry : entries) {
        if (shortCode == QLatin1String(entry.shortCode))
            return entry.code;
    }
    return std::nullopt;
}

} // namespace yichuang
