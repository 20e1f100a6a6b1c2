#include "catalog/Verdict.h"

#include "catalog/Judge.h"

#include <algorithm>

namespace yichuang {

int Verdict::blocking() const
{
    return static_cast<int>(std::count_if(gaps.cbegin(), gaps.cend(),
                                          [](const Gap &gap) { return gap.severity != GapSeverity::Warns; }));
}

bool Verdict::isReady() const
{
    return outcome == VerdictOutcome::Acceptable || outcome == VerdictOutcome::AcceptableWithTolerance ||
           outcome == VerdictOutcome::Collectable;
}

Verdict judge(const Item &item, const JudgedInput &input)
{
    const QList<const Item *> items{&item};
    return judge(items, oneFormOf(items), input);
}

Verdict judge(const QList<const Item *> &items, const OneForm &form, const JudgedInput &input)
{
    return Judge(items, form, input).verdict();
}

} // namespace yichuang
