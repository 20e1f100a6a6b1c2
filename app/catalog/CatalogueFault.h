#pragma once

#include "base/Result.h"

#include <QString>

#include <optional>

namespace yichuang {

// What is wrong with a file of the catalogue, and where: "items/x.json: /materials/2/name".
struct CatalogueFault
{
    enum class Kind
    {
        Unreadable,
        TooLarge,
        NotJson,
        UnknownField,
        FieldMissing,
        WrongValue,
        SchemaInvalid,
        Duplicate,
        Dangling,
        Disagrees,
    };
    Kind kind = Kind::WrongValue;
    QString place;
};

tl::unexpected<Error> raiseFault(const CatalogueFault &fault);

// Collects what goes wrong while a file is read; the first one counts.
class FaultLog
{
public:
    explicit FaultLog(QString file)
        : m_file(std::move(file))
    {}

    void add(CatalogueFault::Kind kind, const QString &place);
    const std::optional<CatalogueFault> &first() const { return m_first; }

private:
    QString m_file;
    std::optional<CatalogueFault> m_first;
};

} // namespace yichuang
