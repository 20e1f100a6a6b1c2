#pragma once

#include "catalog/Verdict.h"

namespace yichuang {

// One judgement: looks at the site, the persons, the questions, the form, the materials and the rules, in the
// order of the screen, and collects what is missing.
class Judge
{
public:
    Judge(const QList<const Item *> &items, const OneForm &form, const JudgedInput &input);
    Verdict verdict();

private:
    void judgeSite();
    void judgeParties();
    void judgeParty(const PartyRule &rule, const Party &party);
    void judgeSituation();
    void judgeFields();
    void judgeField(const OneForm::Field &field);
    void judgeLines();
    void judgeLine(const ApplicableLine &line);
    void judgeShown(const ApplicableLine &line, const JudgedLine &given);
    void judgeDeferred(const ApplicableLine &line, const JudgedLine &given);
    void judgeRules(const Item &item);
    VerdictOutcome outcome() const;

    const Party *party(const QString &role) const;
    void add(Gap gap) { m_verdict.gaps.append(std::move(gap)); }

    const QList<const Item *> &m_items;
    const OneForm &m_form;
    const JudgedInput &m_input;
    QJsonObject m_facts;
    Verdict m_verdict;
};

} // namespace yichuang
