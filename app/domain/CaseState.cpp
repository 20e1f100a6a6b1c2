#include "domain/Case.h"

namespace yichuang {

namespace {

using S = CaseState;

template <typename... States>
constexpr quint32 any(States... states)
{
    return ((1U << static_cast<unsigned>(states)) | ... | 0U);
}

struct Row
{
    CaseState state;
    QLatin1String name;
    quint32 next; // the states that may follow, a bit each
};

constexpr quint32 outcomesOfAcceptance =
    any(S::Accepted, S::DeemedAccepted, S::ToleratedAccepted, S::NotAccepted, S::NotRequired, S::Withdrawn);
constexpr quint32 afterAcceptance = any(S::InProcess, S::Suspended, S::Decided, S::ResultReady, S::Withdrawn);

// DOMAIN.md section 5. Decided and ResultReady may follow acceptance at once: 即办件.
constexpr Row rows[] = {
    {S::Received, QLatin1String("received"), outcomesOfAcceptance | any(S::AwaitSupplement)},
    {S::AwaitSupplement, QLatin1String("await-supplement"), outcomesOfAcceptance | any(S::Received)},
    {S::Accepted, QLatin1String("accepted"), afterAcceptance},
    {S::DeemedAccepted, QLatin1String("deemed-accepted"), afterAcceptance},
    {S::ToleratedAccepted, QLatin1String("tolerated-accepted"), afterAcceptance | any(S::Accepted)},
    {S::NotAccepted, QLatin1String("not-accepted"), any(S::Archived)},
    {S::NotRequired, QLatin1String("not-required"), any(S::Archived)},
    {S::Withdrawn, QLatin1String("withdrawn"), any(S::Archived)},
    {S::InProcess, QLatin1String("in-process"),
     any(S::Suspended, S::AwaitSupplement, S::Decided, S::ResultReady, S::Withdrawn)},
    {S::Suspended, QLatin1String("suspended"), any(S::InProcess, S::Withdrawn)},
    {S::Decided, QLatin1String("decided"), any(S::ResultReady)},
    {S::ResultReady, QLatin1String("result-ready"), any(S::Delivered)},
    {S::Delivered, QLatin1String("delivered"), any(S::Archived)},
    {S::Archived, QLatin1String("archived"), any()},
    {S::Voided, QLatin1String("voided"), any()},
};

constexpr bool rowsFollowTheEnumeration()
{
    unsigned index = 0;
    for (const Row &row : rows) {
        if (static_cast<unsigned>(row.state) != index++)
            return false;
    }
    return true;
}
static_assert(rowsFollowTheEnumeration());

constexpr QLatin1String lineStates[] = {QLatin1String("missing"), QLatin1String("complete"),
                                        QLatin1String("reused"), QLatin1String("exempted"),
                                        QLatin1String("deferred")};

} // namespace

QString toString(CaseState state)
{
    return rows[static_cast<size_t>(state)].name;
}

std::optional<CaseState> caseStateFromString(QStringView name)
{
    for (const Row &row : rows) {
        if (name == row.name)
            return row.state;
    }
    return std::nullopt;
}

bool mayFollow(CaseState from, CaseState to)
{
    const bool mayBeVoided = !(any(from) & any(S::Delivered, S::Archived, S::Voided));
    if (to == S::Voided)
        return mayBeVoided;
    return rows[static_cast<size_t>(from)].next & any(to);
}

QString toString(LineState state)
{
    return lineStates[static_cast<size_t>(state)];
}

} // namespace yichuang
