#include "catalog/Checklist.h"
#include "catalog/FieldCheck.h"
#include "catalog/OneForm.h"

#include "SampleItem.h"

#include <QTest>

#include <algorithm>

using namespace yichuang;

// The demonstration catalogue holds what the product's texts promise of it.
class TestCatalogData : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = loadDemonstrationCatalog().value_or(Catalog());

    template <typename Predicate>
    bool any(Predicate predicate) const
    {
        return std::any_of(m_catalog.items().cbegin(), m_catalog.items().cend(), predicate);
    }

private Q_SLOTS:
    void everyItemIsMarkedAsInventedAndHasAForm_data()
    {
        QTest::addColumn<QString>("id");
        for (const Item &item : m_catalog.items())
            QTest::newRow(qPrintable(item.id)) << item.id;
    }

    void everyItemIsMarkedAsInventedAndHasAForm()
    {
        QFETCH(QString, id);
        const Item *item = m_catalog.item(id);
        QVERIFY(item->demonstration);
        QVERIFY(item->authority.startsWith(QStringLiteral("示例")));
        QVERIFY(!lint(item->code));
        QVERIFY(item->form.fields.size() >= 6);
        QVERIFY(item->materials.size() >= 2);
        QVERIFY(item->form.field(u"person.name"));
        QVERIFY(!item->popularNames.isEmpty());
    }

    void everyFillNamesAPartyOfTheItem()
    {
        for (const Item &item : m_catalog.items()) {
            for (const FormField &field : item.form.fields) {
                if (field.fill.isEmpty())
                    continue;
                const QString role = field.fill.section(u'.', 0, 0);
                const bool known = item.party(role) || field.fill.startsWith(field.key.section(u'.', 0, 0));
                QVERIFY2(known, qPrintable(item.id + u' ' + field.key));
            }
        }
    }

    void allFiveWindowsAndServiceClassesOccur()
    {
        for (const WindowKind kind : {WindowKind::Investment, WindowKind::RealEstate, WindowKind::Business,
                                      WindowKind::SocialAffairs, WindowKind::Convenience})
            QVERIFY(any([&](const Item &item) { return item.window == kind; }));
        for (const ServiceClass served :
             {ServiceClass::NoVisit, ServiceClass::OnTheSpot, ServiceClass::WindowThenCourier,
              ServiceClass::OnlineReview, ServiceClass::HomeVisit})
            QVERIFY(any([&](const Item &item) { return item.serviceClass == served; }));
    }

    void transferOfRealEstateHasThreeVariants()
    {
        const auto count =
            std::count_if(m_catalog.items().cbegin(), m_catalog.items().cend(),
                          [](const Item &item) { return item.name == QStringLiteral("不动产转移登记"); });
        QCOMPARE(count, 3);
    }

    void aVillageAcceptsTheAllowanceAndOnlyCollectsForOthers()
    {
        const Item *allowance = m_catalog.item(QStringLiteral("aged-allowance"));
        QVERIFY(allowance->authorityAt(AdminLevel::Village) == SiteAuthority::Accept);
        QVERIFY(any([](const Item &item) {
            return item.authorityAt(AdminLevel::Village) == SiteAuthority::Collect;
        }));
        QVERIFY(any(
            [](const Item &item) { return item.authorityAt(AdminLevel::Village) == SiteAuthority::None; }));
    }

    void everyPathOfThePlanHasAnItem()
    {
        QVERIFY(any([](const Item &item) { return item.kind == CaseKind::Immediate; }));
        QVERIFY(any([](const Item &item) { return item.kind == CaseKind::Committed; }));
        QVERIFY(any([](const Item &item) { return item.committed.unit == LimitUnit::CalendarDays; }));
        QVERIFY(any([](const Item &item) { return item.fee.charged; }));
        QVERIFY(any([](const Item &item) { return !item.rules.isEmpty(); }));
        QVERIFY(any([](const Item &item) {
            return std::any_of(item.materials.cbegin(), item.materials.cend(),
                               [](const Material &material) { return material.deferrable; });
        }));
    }

    void aBundleAsksEachThingOnceAndLeavesOutWhatDoesNotApply()
    {
        const Bundle *bundle = m_catalog.bundle(QStringLiteral("open-restaurant"));
        QJsonObject facts{{QStringLiteral("situation.fire"), QStringLiteral("no")},
                          {QStringLiteral("situation.sign"), QStringLiteral("yes")}};
        const QList<const Item *> few = m_catalog.itemsOf(*bundle, facts);
        QCOMPARE(few.size(), 3);
        facts.insert(QStringLiteral("situation.fire"), QStringLiteral("yes"));
        const QList<const Item *> all = m_catalog.itemsOf(*bundle, facts);
        QCOMPARE(all.size(), 4);
        const OneForm form = oneFormOf(*bundle, all);
        qsizetype asked = 0;
        for (const Item *item : all)
            asked += item->form.fields.size();
        QVERIFY(form.fields.size() < asked);
        QCOMPARE(form.field(u"person.name")->items.size(), 4);
        QCOMPARE(form.situations.first().id, QStringLiteral("fire"));
    }
};

QTEST_GUILESS_MAIN(TestCatalogData)
#include "tst_catalogdata.moc"
