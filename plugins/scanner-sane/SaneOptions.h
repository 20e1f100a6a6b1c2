#pragma once

#include "base/Result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <sane/sane.h>

#include <optional>

namespace yichuang::sane {

// The options of an open scanner, by name. Which exist, and what they allow, changes whenever one is set.
class SaneOptions
{
public:
    explicit SaneOptions(SANE_Handle handle);

    bool has(const QString &name) const;          // and can be set
    QStringList words(const QString &name) const; // what a text option allows
    struct Range
    {
        double least = 0;
        double most = 0;
    };
    std::optional<Range> range(const QString &name) const;
    QList<int> numbers(const QString &name) const; // of a list; empty for a range
    bool isInPixels(const QString &name) const;
    bool isFlag(const QString &name) const;

    // The scanner's refusal, or ScanSettingsRefused where the value is not allowed.
    Result<void> setWord(const QString &name, const QString &word);
    Result<void> setNumber(const QString &name, double number);
    Result<void> setFlag(const QString &name, bool flag);
    std::optional<double> number(const QString &name) const;

private:
    struct Option
    {
        SANE_Int index = 0;
        const SANE_Option_Descriptor *descriptor = nullptr;
    };
    void load();
    const Option *find(const QString &name) const;
    Result<void> set(const QString &name, void *value);

    SANE_Handle m_handle;
    QHash<QString, Option> m_options;
};

} // namespace yichuang::sane
