#include "catalog/OneForm.h"

#include "catalog/Checklist.h"

#include "SampleItem.h"

#include <QTest>

#include <algorithm>

using namespace yichuang;

class TestOneForm : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = loadDemonstrationCatalog().value_or(Catalog());

    const Item *item(const char *id) const { return m_catalog.item(QLatin1String(id)); }
    static const ApplicableLine *line(const QList<ApplicableLine> &lines, const char *id)
    {
        const auto found = std::find_if(lines.cbegin(), lines.cend(), [&](const ApplicableLine &one) {
            return one.material.id == QLatin1String(id);
        });
        return found == lines.cend() ? nullptr : &*found;
    }

private Q_SLOTS:
    void ofOneItemItIsItsForm()
    {
        const Item *sale = item("real-estate-sale");
        const OneForm form = oneFormOf({sale});
        QCOMPARE(form.fields.size(), sale->form.fields.size());
        QCOMPARE(form.groups, sale->form.groups);
        QCOMPARE(form.keysOf(sale->id).size(), form.fields.size());
    }

    void ofNothingItIsEmpty() { QVERIFY(oneFormOf(QList<const Item *>()).isEmpty()); }

    void ofTwoItemsASharedKeyIsAskedOnce()
    {
        const OneForm form = oneFormOf({item("aged-allowance"), item("resident-pension-benefits")});
        const auto count =
            std::count_if(form.fields.cbegin(), form.fields.cend(),
                          [](const OneForm::Field &field) { return field.field.key == u"account.number"; });
        QCOMPARE(count, 1);
        QCOMPARE(form.field(u"account.number")->items.size(), 2);
        QCOMPARE(form.field(u"aged.band")->items.size(), 1);
        const auto groups = std::count_if(form.groups.cbegin(), form.groups.cend(),
                                          [](const FormGroup &group) { return group.id == u"account"; });
        QCOMPARE(groups, 1);
    }

    void whatOneItemRequiresIsRequired()
    {
        // 临时救助 does not insist on an account, 最低生活保障 does.
        QVERIFY(!oneFormOf({item("temporary-relief")}).field(u"account.number")->field.required);
        const OneForm both = oneFormOf({item("temporary-relief"), item("minimum-living-allowance")});
        QVERIFY(both.field(u"account.number")->field.required);
    }

    void documentsAreThoseThatEveryItemTakes()
    {
        const OneForm form = oneFormOf({item("identity-card"), item("aged-allowance")});
        QCOMPARE(form.parties.first().idTypes, QStringList{QStringLiteral("111")});
    }

    void aFieldIsShownByItsCondition()
    {
        const OneForm form = oneFormOf({item("real-estate-sale")});
        QJsonObject facts;
        QVERIFY(!form.shownKeys(facts).contains(QStringLiteral("delivery.address")));
        facts.insert(QStringLiteral("delivery.method"), QStringLiteral("courier"));
        QVERIFY(form.shownKeys(facts).contains(QStringLiteral("delivery.address")));
        QVERIFY(!form.shownKeys(facts).contains(QStringLiteral("agent.name")));
        facts.insert(QStringLiteral("agent.present"), true);
        QVERIFY(form.shownKeys(facts).contains(QStringLiteral("agent.name")));
    }

    void whatHangsOnAHiddenFieldIsHiddenToo()
    {
        OneForm form;
        const auto rule = [](const QString &key) {
            return Condition::parse({{QStringLiteral("required"), QJsonArray{key}}}).value();
        };
        const auto field = [](const char *key) {
            FormField made;
            made.key = QLatin1String(key);
            return made;
        };
        form.fields = {{field("a"), {}, {rule(QStringLiteral("start"))}},
                       {field("b"), {}, {rule(QStringLiteral("a"))}},
                       {field("c"), {}, {rule(QStringLiteral("b"))}}};
        QJsonObject facts{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 1}, {QStringLiteral("c"), 1}};
        QCOMPARE(form.shownKeys(facts), QStringList());
        facts.insert(QStringLiteral("start"), true);
        QCOMPARE(form.shownKeys(facts).size(), 3);
    }

    void theChecklistFollowsTheSituation()
    {
        const Item *inheritance = item("real-estate-inheritance");
        GivenFacts given;
        QVERIFY(!line(checklistFor({inheritance}, given), "inherit.notary"));
        given.situation.insert(QStringLiteral("proof"), QStringLiteral("notary"));
        QVERIFY(line(checklistFor({inheritance}, given), "inherit.notary"));
        given.answers.insert(QStringLiteral("inherit.kind"), QStringLiteral("will"));
        const QList<ApplicableLine> lines = checklistFor({inheritance}, given);
        QVERIFY(line(lines, "inherit.will"));
        for (qsizetype at = 0; at < lines.size(); ++at)
            QCOMPARE(lines[at].number, int(at) + 1);
    }

    void aMaterialOfTwoItemsIsTakenOnceAndInTheStricterWay()
    {
        Item strict = *item("aged-allowance");
        Item mild = *item("resident-pension-benefits");
        const auto account = [](Item &from) -> Material & {
            return *std::find_if(from.materials.begin(), from.materials.end(),
                                 [](const Material &one) { return one.id == u"account.proof"; });
        };
        account(strict).count = 3;
        account(strict).form = MaterialForm::Original;
        account(strict).deferrable = true;
        account(strict).deferDays = 5;
        account(mild).deferrable = true;
        account(mild).deferDays = 3;
        const auto joined = [&] { return *line(checklistFor({&mild, &strict}, {}), "account.proof"); };
        QCOMPARE(joined().items.size(), 2);
        QCOMPARE(joined().material.count, 3);
        QVERIFY(joined().material.form == MaterialForm::Original);
        QCOMPARE(joined().material.deferDays, 3);
        account(mild).deferrable = false;
        QVERIFY(!joined().material.deferrable);
    }
};

QTEST_GUILESS_MAIN(TestOneForm)
#include "tst_oneform.moc"
