#include "Places.h"
#include "SampleDraft.h"
#include "intake/CatalogMatter.h"
#include "support/SampleCatalog.h"

#include <QFile>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;

namespace {

WorkingCalendar chinaCalendar()
{
    QFile file(QStringLiteral(YICHUANG_SOURCE_DIR "/resources/calendars/china.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no calendar");
    return *WorkingCalendar::parse(file.readAll());
}

const QDateTime monday(QDate(2026, 11, 23), QTime(2, 42), Qt::UTC);

DraftDocument saleDraft()
{
    DraftDocument draft;
    draft.items = {QStringLiteral("sale")};
    Party buyer;
    buyer.role = QStringLiteral("applicant");
    buyer.kind = QStringLiteral("person");
    buyer.name = QStringLiteral("罗晓芬");
    buyer.idType = QStringLiteral("111");
    buyer.idNumber = QStringLiteral("430407198603122043");
    draft.parties.append({buyer, {}});
    return draft;
}

} // namespace

class CatalogMatterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_draft = saleDraft();
        StationFacts county;
        m_matter = std::make_unique<CatalogMatter>(m_catalog, m_calendar, county);
        take();
    }

    void anEmptyDraftHasNoMatterAndIsNotReady()
    {
        m_draft.items.clear();
        take();
        QVERIFY(m_matter->head().name.isEmpty());
        QVERIFY(m_matter->groups().isEmpty());
        QVERIFY(!m_matter->isReady());
        QVERIFY(!m_matter->committedDate(monday).has_value());
    }

    void itemsOfAnEarlierCatalogueThatAreGoneLeaveTheDraftReadable()
    {
        m_draft.items = {QStringLiteral("abolished")};
        take();
        QVERIFY(m_matter->records(m_draft, monday).isEmpty());
        QVERIFY(!m_matter->isReady());
    }

    void linesStandByThemselvesWhereNobodyHasToBringThem()
    {
        QVERIFY(line("application").state == LineState::Complete);
        QVERIFY(line("marriage").state == LineState::Exempted);
        QCOMPARE(line("marriage").note, QStringLiteral("民政部门共享"));
        QVERIFY(line("contract").state == LineState::Missing);
        m_draft.materials[QStringLiteral("contract")].pages = {samplePage(1)};
        take();
        QVERIFY(line("contract").state == LineState::Complete);
        QCOMPARE(line("contract").pages, 1);
    }

    void onlyAPartysOwnNameAndNumberSayWhoItIs()
    {
        Item item = sampleSale();
        item.form.fields.append(field(QStringLiteral("account.holder"), QStringLiteral("户名"),
                                      FieldType::Name, false, QStringLiteral("applicant.name")));
        item.form.groups.last().fields.append(QStringLiteral("account.holder"));
        const Result<Catalog> catalog = Catalog::of({item, sampleAllowance()});
        QVERIFY(catalog.has_value());
        CatalogMatter matter(*catalog, m_calendar, {});
        matter.choose(m_draft);
        QVERIFY(matter.saysWho(QStringLiteral("person.name")));
        QVERIFY(matter.saysWho(QStringLiteral("person.idNumber")));
        QVERIFY(!matter.saysWho(QStringLiteral("person.address")));
        QVERIFY(matter.hasField(QStringLiteral("account.holder")));
        QVERIFY(!matter.saysWho(QStringLiteral("account.holder")));
    }

    void everyGapSaysWhereItIsPutRight()
    {
        const MatterVerdict verdict = m_matter->verdict();
        QStringList targets;
        for (const MatterGap &gap : verdict.gaps) {
            targets.append(gap.target);
            QVERIFY2(gap.kind != MatterGap::Kind::Nowhere, qPrintable(gap.target));
        }
        QVERIFY(targets.contains(QStringLiteral("mortgage")));
        QVERIFY(targets.contains(QStringLiteral("deal.price")));
        QVERIFY(targets.contains(QStringLiteral("contract")));
        QVERIFY(!targets.contains(QStringLiteral("marriage")));
        QVERIFY(!verdict.impossible);
    }

    void countsTheCommittedDateAndGuessesNoneBeyondTheCalendar()
    {
        const std::optional<CommittedDate> due = m_matter->committedDate(monday);
        QCOMPARE(due->committed->date, QDate(2026, 11, 30));
        QCOMPARE(due->committed->skippedDays(DueStep::Kind::Weekend), 2);
        QVERIFY(!due->statutory.has_value()); // thirty working days end in 2027
        QCOMPARE(due->statutoryLimit.count, 30);
        QCOMPARE(m_matter->deferralDue(QStringLiteral("fee-clearance"), QDate(2026, 11, 23)),
                 QDate(2026, 11, 27));
    }

    void whatWasTypedBecomesAValueOrAFault()
    {
        const QDate today(2026, 11, 23);
        QCOMPARE(
            m_matter->check(QStringLiteral("deal.price"), QStringLiteral("586,000"), today).value.toInteger(),
            58600000);
        const FieldCheckup phone =
            m_matter->check(QStringLiteral("person.phone"), QStringLiteral("12345"), today);
        QVERIFY(phone.blocks);
        QVERIFY(phone.fault == FieldFault::NotAPhone);
        QVERIFY(
            m_matter->check(QStringLiteral("deal.price"), QStringLiteral("很多"), today).value.isUndefined());
        QVERIFY(m_matter->check(QStringLiteral("deal.price"), QStringLiteral("  "), today).value.isNull());
    }

    void aPartyAnswersTheFieldsThatItsCardFills()
    {
        const auto values = m_matter->valuesOf(m_draft.parties.first().party);
        QCOMPARE(values.value(QStringLiteral("person.name")).toString(), QStringLiteral("罗晓芬"));
        QVERIFY(!values.contains(QStringLiteral("deal.price")));
        Party other = m_draft.parties.first().party;
        other.role = QStringLiteral("agent");
        QVERIFY(m_matter->valuesOf(other).isEmpty());
    }

    void onlyTheDocumentsOfTheItemAreTaken()
    {
        QVERIFY(m_matter->takesDocument(QStringLiteral("applicant"), QStringLiteral("111")));
        QVERIFY(!m_matter->takesDocument(QStringLiteral("applicant"), QStringLiteral("553")));
    }

    void aVillageCollectsAndAcceptsNothing()
    {
        StationFacts village;
        village.level = AdminLevel::Village;
        m_matter = std::make_unique<CatalogMatter>(m_catalog, m_calendar, village);
        take();
        QVERIFY(!m_matter->mayAcceptHere());
    }

    void aRecordHoldsOnlyWhatItsItemAsks()
    {
        m_draft.items = {QStringLiteral("sale"), QStringLiteral("allowance")};
        take();
        const QList<CaseRecord> records = m_matter->records(m_draft, monday);
        QCOMPARE(records.size(), 2);
        QCOMPARE(records.first().item, QStringLiteral("DEMO-SALE"));
        QCOMPARE(records.first().lines.size(), 6);
        QCOMPARE(records.last().lines.size(), 1);
        QCOMPARE(records.first().caseKind, QStringLiteral("committed"));
    }

private:
    void take()
    {
        m_matter->choose(m_draft);
        m_matter->judge(m_draft, monday);
    }
    ChecklistLine line(const char *code) const
    {
        const QList<ChecklistLine> lines = m_matter->checklist(m_draft);
        for (const ChecklistLine &candidate : lines) {
            if (candidate.line == QLatin1String(code))
                return candidate;
        }
        qFatal("no %s", code);
    }

    Catalog m_catalog = sampleCatalog();
    WorkingCalendar m_calendar = chinaCalendar();
    DraftDocument m_draft;
    std::unique_ptr<CatalogMatter> m_matter;
};

QTEST_GUILESS_MAIN(CatalogMatterTest)
#include "tst_catalogmatter.moc"
