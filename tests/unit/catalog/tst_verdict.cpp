#include "catalog/Verdict.h"

#include "SampleItem.h"

#include <QTest>

#include <algorithm>

using namespace yichuang;

namespace {

const Gap *gapAt(const Verdict &verdict, const char *target)
{
    const auto found = std::find_if(verdict.gaps.cbegin(), verdict.gaps.cend(),
                                    [&](const Gap &gap) { return gap.target == QLatin1String(target); });
    return found == verdict.gaps.cend() ? nullptr : &*found;
}

} // namespace

// 高龄津贴 at a village station, and what may be wrong with it.
class TestVerdict : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = loadDemonstrationCatalog().value_or(Catalog());
    const Item &m_item = *m_catalog.item(QStringLiteral("aged-allowance"));
    JudgedInput m_input;

    void answer(const char *key, const QJsonValue &value)
    {
        m_input.given.answers.insert(QLatin1String(key), value);
    }
    Party &applicant() { return m_input.given.parties[0]; }
    JudgedLine &line(const char *id) { return m_input.lines[QLatin1String(id)]; }
    Verdict verdict() const { return judge(m_item, m_input); }

private Q_SLOTS:
    void init()
    {
        m_input = {};
        m_input.level = AdminLevel::Village;
        m_input.given.today = QDate(2026, 11, 23);
        m_input.given.parties = {test::samplePerson()};
        answer("person.name", QStringLiteral("欧阳秀珍"));
        answer("person.idNumber", QStringLiteral("430401199001010008"));
        answer("person.phone", QStringLiteral("13800006021"));
        answer("aged.band", QStringLiteral("80"));
        answer("aged.domicileHere", true);
        answer("account.bank", QStringLiteral("示例农商银行"));
        answer("account.number", QStringLiteral("6230000000000001"));
        answer("account.holder", QStringLiteral("欧阳秀珍"));
        line("aged.application").state = LineState::Complete;
        line("person.id-card").state = LineState::Complete;
        line("account.proof").pages = 1;
    }

    void withEverythingItCanBeAccepted()
    {
        QVERIFY2(verdict().gaps.isEmpty(),
                 verdict().gaps.isEmpty() ? "" : qPrintable(verdict().gaps[0].target));
        QCOMPARE(verdict().outcome, VerdictOutcome::Acceptable);
        QVERIFY(verdict().isReady());
        QVERIFY(verdict().authority == SiteAuthority::Accept);
    }

    void withoutAnItemThereIsOneGap()
    {
        const Verdict none = judge(QList<const Item *>(), OneForm(), m_input);
        QCOMPARE(none.gaps.size(), 1);
        QCOMPARE(none.gaps[0].kind, GapKind::ItemMissing);
        QVERIFY(!none.isReady());
    }

    void everythingMissingIsSaidAtOnce()
    {
        answer("person.phone", QJsonValue());
        answer("aged.band", QString());
        line("account.proof") = {};
        const Verdict all = verdict();
        QCOMPARE(all.outcome, VerdictOutcome::OneTimeNotice);
        QCOMPARE(all.blocking(), 3);
        QCOMPARE(gapAt(all, "person.phone")->kind, GapKind::FieldMissing);
        QCOMPARE(gapAt(all, "person.phone")->what, QStringLiteral("联系电话"));
        QCOMPARE(gapAt(all, "account.proof")->kind, GapKind::MaterialMissing);
        QVERIFY(!gapAt(all, "account.proof")->basis.isEmpty());
    }

    void aWrongCheckDigitBlocks()
    {
        answer("person.idNumber", QStringLiteral("430401199001010009"));
        const Verdict wrong = verdict();
        QCOMPARE(gapAt(wrong, "person.idNumber")->kind, GapKind::FieldInvalid);
        QCOMPARE(*gapAt(wrong, "person.idNumber")->fault, FieldFault::IdNumberWrongCheckDigit);
        QVERIFY(!wrong.isReady());
    }

    void anExpiredCardBlocksFromTheDayAfter()
    {
        applicant().validUntil = QStringLiteral("2026-11-23");
        QVERIFY(verdict().isReady());
        applicant().validUntil = QStringLiteral("2026-11-22");
        QCOMPARE(gapAt(verdict(), "applicant")->kind, GapKind::PartyDocumentExpired);
        QCOMPARE(verdict().outcome, VerdictOutcome::OneTimeNotice);
    }

    void aDocumentOfAKindThatTheItemDoesNotTakeBlocks()
    {
        applicant().idType = QStringLiteral("414");
        QCOMPARE(gapAt(verdict(), "applicant")->kind, GapKind::PartyDocumentNotTaken);
    }

    void anEnterpriseWhereOnlyPersonsMayApplyIsRefused()
    {
        applicant().kind = QStringLiteral("enterprise");
        const Verdict refused = verdict();
        QCOMPARE(refused.outcome, VerdictOutcome::NotAcceptable);
        QCOMPARE(refused.gaps.first().kind, GapKind::PartyKindNotTaken);
    }

    void withoutAnApplicantOneIsAskedFor()
    {
        m_input.given.parties.clear();
        QCOMPARE(gapAt(verdict(), "applicant")->kind, GapKind::PartyMissing);
        QCOMPARE(verdict().outcome, VerdictOutcome::OneTimeNotice);
    }

    void anAgentMayBeAbsentButNotTooYoung()
    {
        Party agent = test::samplePerson(QStringLiteral("agent"));
        agent.birth = QStringLiteral("2010-01-01");
        m_input.given.parties.append(agent);
        const Verdict young = verdict();
        QCOMPARE(young.outcome, VerdictOutcome::NotAcceptable);
        QVERIFY(gapAt(young, "agent.authorisation")); // and the letter is asked for
    }

    void aBrokenRuleRefusesWithGroundAndWhereToGo()
    {
        applicant().birth = QStringLiteral("1946-11-24"); // eighty tomorrow
        const Verdict refused = verdict();
        QCOMPARE(refused.outcome, VerdictOutcome::NotAcceptable);
        const Gap &gap = refused.gaps.first();
        QCOMPARE(gap.kind, GapKind::RuleBroken);
        QVERIFY(!gap.what.isEmpty() && !gap.how.isEmpty() && !gap.basis.isEmpty());
        applicant().birth = QStringLiteral("1946-11-23"); // eighty today
        QVERIFY(verdict().isReady());
    }

    void aRuleIsNotBrokenByWhatIsNotKnownYet()
    {
        m_input.given.answers.remove(QStringLiteral("aged.domicileHere"));
        QCOMPARE(verdict().outcome, VerdictOutcome::OneTimeNotice);
        answer("aged.domicileHere", false);
        QCOMPARE(verdict().outcome, VerdictOutcome::NotAcceptable);
        QCOMPARE(verdict().gaps.first().target, QStringLiteral("aged.domicileHere"));
    }

    void aTolerableMaterialMayComeLater()
    {
        line("account.proof") = {.state = LineState::Deferred, .due = QDate(2026, 11, 30)};
        const Verdict tolerant = verdict();
        QCOMPARE(tolerant.outcome, VerdictOutcome::AcceptableWithTolerance);
        QCOMPARE(tolerant.tolerated, QStringList{QStringLiteral("account.proof")});
        line("account.proof").due = QDate(2026, 11, 22);
        QCOMPARE(gapAt(verdict(), "account.proof")->kind, GapKind::MaterialDeferralTooLate);
    }

    void aMainMaterialMayNotComeLater()
    {
        line("aged.application").state = LineState::Deferred;
        QCOMPARE(gapAt(verdict(), "aged.application")->kind, GapKind::MaterialDeferralNotAllowed);
        QVERIFY(!verdict().isReady());
    }

    void aCopyIsNotAnOriginalAndTooFewAreTooFew()
    {
        line("aged.application").form = QStringLiteral("copy");
        QCOMPARE(gapAt(verdict(), "aged.application")->kind, GapKind::MaterialCopyOnly);
        Item wantsTwo = m_item;
        wantsTwo.materials[0].count = 2;
        line("aged.application") = {
            .state = LineState::Complete, .form = QStringLiteral("original"), .count = 1};
        QCOMPARE(gapAt(judge(wantsTwo, m_input), "aged.application")->kind, GapKind::MaterialTooFew);
    }

    void reuseAndExemptionNeedAGround()
    {
        line("person.id-card") = {.state = LineState::Reused};
        QVERIFY(verdict().isReady());
        line("person.id-card") = {.state = LineState::Exempted};
        QCOMPARE(gapAt(verdict(), "person.id-card")->kind, GapKind::MaterialMissing);
    }

    void whereTheSiteMayOnlyCollectTheCaseIsCollected()
    {
        m_input.level = AdminLevel::City;
        const Verdict collected = verdict();
        QCOMPARE(collected.outcome, VerdictOutcome::Collectable);
        QVERIFY(collected.isReady());
        answer("person.phone", QJsonValue());
        QCOMPARE(verdict().outcome, VerdictOutcome::OneTimeNotice);
    }

    void whereTheSiteDoesNotTakeItTheApplicantIsSentToWhoDoes()
    {
        const Item &permit = *m_catalog.item(QStringLiteral("construction-permit"));
        const Verdict refused = judge(permit, m_input);
        QCOMPARE(refused.outcome, VerdictOutcome::NotAcceptable);
        QCOMPARE(refused.gaps.first().kind, GapKind::SiteNotAuthorised);
        QCOMPARE(refused.gaps.first().how, permit.authority);
    }

    void anUnansweredSituationIsAskedAndHiddenOnesAreNot()
    {
        const Item &sale = *m_catalog.item(QStringLiteral("real-estate-sale"));
        QCOMPARE(gapAt(judge(sale, m_input), "loan")->kind, GapKind::SituationUnanswered);
        m_input.given.situation.insert(QStringLiteral("loan"), QStringLiteral("no"));
        QVERIFY(!gapAt(judge(sale, m_input), "loan"));
        m_input.given.situation.insert(QStringLiteral("loan"), QStringLiteral("what"));
        QVERIFY(gapAt(judge(sale, m_input), "loan"));
    }

    void aHiddenFieldIsNotAskedFor()
    {
        const Item &sale = *m_catalog.item(QStringLiteral("real-estate-sale"));
        QVERIFY(!gapAt(judge(sale, m_input), "delivery.address"));
        answer("delivery.method", QStringLiteral("courier"));
        QVERIFY(gapAt(judge(sale, m_input), "delivery.address"));
    }

    void ofSeveralItemsTheLeastAuthorityHolds()
    {
        const QList<const Item *> both{&m_item, m_catalog.item(QStringLiteral("minimum-living-allowance"))};
        QVERIFY(judge(both, oneFormOf(both), m_input).authority == SiteAuthority::Collect);
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
