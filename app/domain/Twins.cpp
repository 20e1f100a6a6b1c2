#include "domain/Twins.h"

#include "base/Clock.h"
#include "domain/EventTypes.h"

#include <algorithm>

namespace yichuang {

namespace {

constexpr int shortestName = 2;

QString birthOf(const Party &person)
{
    if (!person.birth.isEmpty() || person.idType != QLatin1String("111") || person.idNumber.size() != 18)
        return person.birth;
    const QString digits = person.idNumber.mid(6, 8);
    return QStringLiteral("%1-%2-%3").arg(digits.left(4), digits.mid(4, 2), digits.right(2));
}

bool isOver(CaseState state)
{
    return state == CaseState::Withdrawn || state == CaseState::Voided || state == CaseState::NotAccepted ||
           state == CaseState::NotRequired;
}

// Two stations write the same name with other blanks.
QString tidied(const QString &name)
{
    QString letters = name.simplified().toCaseFolded();
    return letters.remove(QLatin1Char(' '));
}

bool isSamePerson(const TwinSummary &one, const TwinSummary &other)
{
    if (!one.idNumber.isEmpty() && !other.idNumber.isEmpty())
        return one.idNumber == other.idNumber;
    return !one.name.isEmpty() && tidied(one.name) == tidied(other.name) && !one.birth.isEmpty() &&
           one.birth == other.birth;
}

bool isWrittenTwoWays(const TwinSummary &one, const TwinSummary &other)
{
    const bool sameNumber = !one.idNumber.isEmpty() && one.idNumber == other.idNumber;
    if (sameNumber)
        return tidied(one.name) != tidied(other.name);
    return !one.birth.isEmpty() && one.birth == other.birth && areOneCharacterApart(one.name, other.name);
}

} // namespace

TwinSummary twinSummary(const Case &folded)
{
    TwinSummary summary;
    summary.id = folded.id;
    summary.item = folded.item;
    summary.state = folded.state;
    if (const Party *applicant = folded.applicant()) {
        summary.idNumber = applicant->idNumber;
        summary.name = applicant->name;
        summary.birth = birthOf(*applicant);
    }
    const QDateTime at = QDateTime::fromString(folded.handedOverAt, Qt::ISODateWithMs);
    if (at.isValid())
        summary.opened = businessDate(at);
    for (const HistoryEntry &entry : folded.history) {
        if (entry.type == eventtype::opened) {
            summary.device = entry.device;
            break;
        }
    }
    return summary;
}

std::optional<TwinKind> twinKind(const TwinSummary &one, const TwinSummary &other, int daysApart)
{
    if (one.id == other.id || isOver(one.state) || isOver(other.state))
        return std::nullopt;
    const bool near = one.opened.isValid() && other.opened.isValid() &&
                      std::abs(one.opened.daysTo(other.opened)) <= daysApart;
    if (isSamePerson(one, other) && one.item == other.item && one.device != other.device && near)
        return TwinKind::SameCase;
    if (isWrittenTwoWays(one, other))
        return TwinKind::SamePerson;
    return std::nullopt;
}

bool areOneCharacterApart(const QString &one, const QString &other)
{
    auto left = tidied(one).toUcs4();
    auto right = tidied(other).toUcs4();
    if (left.size() > right.size())
        left.swap(right);
    if (left.size() < shortestName || right.size() - left.size() > 1 || left == right)
        return false;
    const auto [differs, there] = std::mismatch(left.cbegin(), left.cend(), right.cbegin());
    const auto behind = left.size() == right.size() ? 1 : 0;
    return std::equal(differs + behind, left.cend(), there + 1, right.cend());
}

} // namespace yichuang
