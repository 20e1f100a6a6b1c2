#include "SaneOptions.h"

#include "SaneErrors.h"

#include <algorithm>
#include <cmath>

namespace yichuang::sane {

namespace {

bool isNumber(const SANE_Option_Descriptor &option)
{
    return (option.type == SANE_TYPE_INT || option.type == SANE_TYPE_FIXED) &&
           option.size == sizeof(SANE_Word);
}

double toNumber(const SANE_Option_Descriptor &option, SANE_Word word)
{
    return option.type == SANE_TYPE_FIXED ? SANE_UNFIX(word) : word;
}

SANE_Word toWord(const SANE_Option_Descriptor &option, double number)
{
    return option.type == SANE_TYPE_FIXED ? SANE_FIX(number) : SANE_Word(std::lround(number));
}

} // namespace

SaneOptions::SaneOptions(SANE_Handle handle)
    : m_handle(handle)
{
    load();
}

void SaneOptions::load()
{
    m_options.clear();
    SANE_Int count = 0;
    if (sane_control_option(m_handle, 0, SANE_ACTION_GET_VALUE, &count, nullptr) != SANE_STATUS_GOOD)
        return;
    for (SANE_Int index = 1; index < count; ++index) {
        const SANE_Option_Descriptor *option = sane_get_option_descriptor(m_handle, index);
        if (option && option->name && *option->name)
            m_options.insert(QString::fromUtf8(option->name), {index, option});
    }
}

const SaneOptions::Option *SaneOptions::find(const QString &name) const
{
    const auto place = m_options.constFind(name);
    return place == m_options.constEnd() ? nullptr : &*place;
}

bool SaneOptions::has(const QString &name) const
{
    const Option *option = find(name);
    return option && SANE_OPTION_IS_ACTIVE(option->descriptor->cap) &&
           SANE_OPTION_IS_SETTABLE(option->descriptor->cap);
}

QStringList SaneOptions::words(const QString &name) const
{
    const Option *option = find(name);
    QStringList words;
    if (option && option->descriptor->constraint_type == SANE_CONSTRAINT_STRING_LIST) {
        for (const SANE_String_Const *word = option->descriptor->constraint.string_list; *word; ++word)
            words << QString::fromUtf8(*word);
    }
    return words;
}

std::optional<SaneOptions::Range> SaneOptions::range(const QString &name) const
{
    const Option *option = find(name);
    if (!option || !isNumber(*option->descriptor) ||
        option->descriptor->constraint_type != SANE_CONSTRAINT_RANGE)
        return std::nullopt;
    const SANE_Range &range = *option->descriptor->constraint.range;
    return Range{toNumber(*option->descriptor, range.min), toNumber(*option->descriptor, range.max)};
}

QList<int> SaneOptions::numbers(const QString &name) const
{
    const Option *option = find(name);
    QList<int> numbers;
    if (!option || !isNumber(*option->descriptor) ||
        option->descriptor->constraint_type != SANE_CONSTRAINT_WORD_LIST)
        return numbers;
    const SANE_Word *list = option->descriptor->constraint.word_list;
    for (SANE_Word i = 1; i <= list[0]; ++i)
        numbers << int(std::lround(toNumber(*option->descriptor, list[i])));
    return numbers;
}

bool SaneOptions::isInPixels(const QString &name) const
{
    const Option *option = find(name);
    return option && option->descriptor->unit == SANE_UNIT_PIXEL;
}

bool SaneOptions::isFlag(const QString &name) const
{
    const Option *option = find(name);
    return option && option->descriptor->type == SANE_TYPE_BOOL;
}

Result<void> SaneOptions::setWord(const QString &name, const QString &word)
{
    const Option *option = find(name);
    const QByteArray text = word.toUtf8();
    if (!has(name) || option->descriptor->type != SANE_TYPE_STRING || text.size() >= option->descriptor->size)
        return settingsRefused(name);
    QByteArray buffer(option->descriptor->size, '\0');
    std::copy(text.begin(), text.end(), buffer.begin());
    return set(name, buffer.data());
}

Result<void> SaneOptions::setNumber(const QString &name, double number)
{
    const Option *option = find(name);
    const auto allowed = range(name);
    const QList<int> list = numbers(name);
    const bool fits = (!allowed || (number >= allowed->least && number <= allowed->most)) &&
                      (list.isEmpty() || list.contains(int(std::lround(number))));
    if (!has(name) || !isNumber(*option->descriptor) || !fits)
        return settingsRefused(name);
    SANE_Word word = toWord(*option->descriptor, number);
    return set(name, &word);
}

Result<void> SaneOptions::setFlag(const QString &name, bool flag)
{
    if (!has(name) || !isFlag(name))
        return settingsRefused(name);
    SANE_Bool value = flag ? SANE_TRUE : SANE_FALSE;
    return set(name, &value);
}

std::optional<double> SaneOptions::number(const QString &name) const
{
    const Option *option = find(name);
    SANE_Word word = 0;
    if (!option || !isNumber(*option->descriptor) || !SANE_OPTION_IS_ACTIVE(option->descriptor->cap) ||
        sane_control_option(m_handle, option->index, SANE_ACTION_GET_VALUE, &word, nullptr) !=
            SANE_STATUS_GOOD)
        return std::nullopt;
    return toNumber(*option->descriptor, word);
}

Result<void> SaneOptions::set(const QString &name, void *value)
{
    SANE_Int info = 0;
    const SANE_Status status =
        sane_control_option(m_handle, find(name)->index, SANE_ACTION_SET_VALUE, value, &info);
    if (status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED)
        return settingsRefused(name);
    if (status != SANE_STATUS_GOOD)
        return scannerError(status, name);
    if (info & SANE_INFO_RELOAD_OPTIONS)
        load();
    return {};
}

} // namespace yichuang::sane
