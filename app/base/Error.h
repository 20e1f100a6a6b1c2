#pragma once

#include "base/ErrorCatalogue.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace yichuang {

enum class ErrorCode
{
#define YICHUANG_ENUMERATOR(name, code, text) name,
    YICHUANG_ERRORS(YICHUANG_ENUMERATOR)
#undef YICHUANG_ENUMERATOR
};

// A failure: what happened, as a code of the catalogue, and a detail for the log.
// The detail never holds a person's name, number, address or telephone.
struct Error
{
    ErrorCode code;
    QString detail;

    bool operator==(const Error &) const = default;
};

// "S003: the disk is full (…detail…)", for logs.
QString logText(const Error &error);

// The short code that a person may read over the telephone, such as "S003".
QString shortCode(ErrorCode code);

// The code of a short code that came over a process border; nullopt for an unknown one.
std::optional<ErrorCode> errorCodeFromShort(QStringView shortCode);

} // namespace yichuang

Q_DECLARE_METATYPE(yichuang::Error)
