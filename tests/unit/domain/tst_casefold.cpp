#include "domain/Case.h"
#include "domain/EventTypes.h"
#include "support/CaseHistory.h"

#include <QJsonDocument>
#include <QTest>

using namespace yichuang;
namespace type = yichuang::eventtype;
using test::CaseHistory;
using test::numberedId;

namespace {

QJsonObject json(const char *text)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(QByteArray(text).replace('\'', '"'), &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("the test's own JSON is wrong: %s", text);
    return object;
}

const char *const opening =
    "{'number':'430407-W03-261123-0022','item':'bdc-zy','itemName':'不动产转移登记',"
    "'itemVersion':'3','site':'430407','siteName':'石鼓区','window':'03','channel':'window',"
    "'caseKind':'committed','handedOverAt':'2026-11-23T02:30:00.000Z'}";

const char *const person =
    "{'role':'applicant','kind':'person','source':'card','person':{'name':'示例甲','idType':'111',"
    "'idNumber':'430401199001010008','phone':'13800006021'}}";

const char *const acceptance = "{'acceptedAt':'2026-11-23T02:51:00.000Z','committedDue':'2026-11-30','"
                               "statutoryDue':'2027-01-05','committedDays':5,"
                               "'unit':'working-days','explanation':[{'kind':'weekend'}],'tolerated':[],'"
                               "manifest':{'events':'ab','blobs':[]}}";

CaseHistory accepted()
{
    CaseHistory history;
    history.add(type::opened, json(opening));
    history.add(type::applicantIdentified, json(person));
    history.add(type::formRecorded,
                json("{'answers':{'price':586000,'area':98.62},'sources':{'price':{'source':'manual'}}}"));
    history.add(type::materialAttached,
                json("{'line':'contract','lineName':'存量房买卖合同','blob':'aa','page':1}"));
    history.add(type::visitRecorded, json("{'reason':'submit','at':'2026-11-23T02:30:00.000Z'}"));
    history.add(type::accepted, json(acceptance));
    return history;
}

} // namespace

class TestCaseFold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeLifeIsFolded()
    {
        CaseHistory history = accepted();
        Case folded = foldCase(history.events());
        QCOMPARE(folded.id, history.caseId());
        QCOMPARE(folded.number, QStringLiteral("430407-W03-261123-0022"));
        QCOMPARE(toString(folded.state), toString(CaseState::Accepted));
        QCOMPARE(folded.holder, numberedId<DeviceId>(101));
        QCOMPARE(folded.applicant()->name, QStringLiteral("示例甲"));
        QCOMPARE(folded.answers.value(QLatin1String("price")).toInt(), 586000);
        QCOMPARE(toString(folded.materials.value(QStringLiteral("contract")).state),
                 toString(LineState::Complete));
        QCOMPARE(folded.visitCount(), 1);
        QCOMPARE(folded.committedDue, QDate(2026, 11, 30));
        QCOMPARE(folded.committed, (TimeLimit{5, LimitUnit::WorkingDays}));
        QVERIFY(folded.conflicts.isEmpty());
        QCOMPARE(folded.heads, QList{history.events().back().id});
        history.add(type::routed, json("{'department':'zj','departmentName':'住建'}"), 2);
        history.add(type::clockSuspended, json("{'from':'2026-11-25','kind':'appraisal'}"), 2);
        QCOMPARE(toString(foldCase(history.events()).state), toString(CaseState::Suspended));
        QVERIFY(!foldCase(history.events()).stops.last().to);
        history.add(type::clockResumed, json("{'to':'2026-11-27'}"), 2);
        history.add(type::departmentDecided, json("{'department':'zj','decision':'granted'}"), 2);
        history.add(type::completed, json("{'result':'certificate','certificateNumber':'示例0001'}"), 2);
        history.add(type::delivered, json("{'method':'courier','at':'2026-11-29T02:00:00.000Z'}"));
        history.add(type::archived);
        folded = foldCase(history.events());
        QCOMPARE(toString(folded.state), toString(CaseState::Archived));
        QCOMPARE(folded.stops, (QList<Suspension>{{QDate(2026, 11, 25), QDate(2026, 11, 27)}}));
        QCOMPARE(folded.decision, QStringLiteral("granted"));
        QCOMPARE(folded.certificateNumber, QStringLiteral("示例0001"));
        QCOMPARE(folded.history.size(), 13);
    }

    void tolerationDeclineAndSupplementHaveTheirStates()
    {
        CaseHistory tolerated;
        tolerated.add(type::opened, json(opening));
        tolerated.add(type::materialDeferred, json("{'line':'fees','lineName':'物业费','due':'2026-11-27'}"));
        tolerated.add(type::accepted, json("{'tolerated':['fees']}"));
        const Case one = foldCase(tolerated.events());
        QCOMPARE(toString(one.state), toString(CaseState::ToleratedAccepted));
        QCOMPARE(toString(one.materials.value(QStringLiteral("fees")).state), toString(LineState::Deferred));
        QCOMPARE(one.materials.value(QStringLiteral("fees")).note, QStringLiteral("2026-11-27"));
        CaseHistory declined;
        declined.add(type::opened, json(opening));
        declined.add(type::notifiedOnce, json("{'respondBy':'2026-12-07','missing':[]}"));
        QCOMPARE(toString(foldCase(declined.events()).state), toString(CaseState::AwaitSupplement));
        QCOMPARE(foldCase(declined.events()).respondBy, QDate(2026, 12, 7));
        declined.add(type::correctionReceived);
        QCOMPARE(toString(foldCase(declined.events()).state), toString(CaseState::Received));
        declined.add(type::declined, json("{'outcome':'not-required','reason':'r','ground':'g'}"));
        QCOMPARE(toString(foldCase(declined.events()).state), toString(CaseState::NotRequired));
    }

    void aNoticeAfterAcceptanceIsNoStepBack()
    {
        CaseHistory history = accepted();
        history.add(type::notifiedOnce, json("{'respondBy':'2026-12-07'}"));
        QCOMPARE(toString(foldCase(history.events()).state), toString(CaseState::Accepted));
    }

    void collectionAloneStartsNothing()
    {
        CaseHistory history;
        history.add(type::opened, json(opening));
        history.add(type::collected, json("{'collectedAt':'2026-11-23T02:30:00.000Z','authority':'x'}"));
        const Case folded = foldCase(history.events());
        QCOMPARE(toString(folded.state), toString(CaseState::Received));
        QVERIFY(folded.committedDue.isNull());
    }

    void pagesKeepTheOrderOfThePaper()
    {
        CaseHistory history;
        history.add(type::opened, json(opening));
        for (const char *page : {"{'line':'c','blob':'p1'}", "{'line':'c','blob':'p3'}",
                                 "{'line':'c','blob':'p2','page':2}", "{'line':'c','blob':'p2'}"})
            history.add(type::materialAttached, json(page));
        QCOMPARE(foldCase(history.events()).materials.value(QStringLiteral("c")).blobs,
                 (QStringList{QStringLiteral("p1"), QStringLiteral("p2"), QStringLiteral("p3")}));
        for (const char *page :
             {"{'line':'c','blob':'p1'}", "{'line':'c','blob':'p2'}", "{'line':'c','blob':'p3'}"})
            history.add(type::materialWithdrawn, json(page));
        QCOMPARE(toString(foldCase(history.events()).materials.value(QStringLiteral("c")).state),
                 toString(LineState::Missing));
    }

    void anAnswerOfNullTakesTheAnswerBack()
    {
        CaseHistory history = accepted();
        history.add(type::formRecorded, json("{'answers':{'price':null}}"));
        const Case folded = foldCase(history.events());
        QVERIFY(!folded.answers.contains(QLatin1String("price")));
        QVERIFY(!folded.sources.contains(QLatin1String("price")));
        QVERIFY(folded.answers.contains(QLatin1String("area")));
    }

    void aPaperThatWasPrintedStaysPrinted()
    {
        CaseHistory history = accepted();
        history.add(
            type::paperPrinted,
            json("{'paper':'acceptance-notice','paperNumber':'N1','copy':1,'state':'confirmed','hash':'h'}"));
        history.add(type::paperPrinted, json("{'paper':'acceptance-notice','paperNumber':'N1','copy':1,'"
                                             "state':'unconfirmed','hash':'h'}"));
        history.add(type::paperPrinted, json("{'paper':'acceptance-notice','paperNumber':'N1','copy':2,'"
                                             "state':'unconfirmed','hash':'h'}"));
        const Case folded = foldCase(history.events());
        QCOMPARE(folded.papers.size(), 2);
        QVERIFY(folded.papers.first().confirmed);
        QVERIFY(!folded.papers.last().confirmed);
    }

    void anEnterpriseIsAPartyByItsCode()
    {
        CaseHistory history;
        history.add(type::opened, json(opening));
        history.add(type::applicantIdentified,
                    json("{'role':'agent','kind':'person','person':{'name':'示例乙'}}"));
        history.add(type::applicantIdentified, json("{'role':'applicant','kind':'enterprise','creditCode':'"
                                                    "91430422MA0000XX7N','enterpriseName':'示例公司'}"));
        const Case folded = foldCase(history.events());
        QCOMPARE(folded.parties.size(), 2);
        QCOMPARE(folded.parties.first().idNumber, QStringLiteral("91430422MA0000XX7N"));
        QCOMPARE(folded.applicant()->name, QStringLiteral("示例公司"));
    }

    void unknownTypesReachTheHistoryOnly()
    {
        CaseHistory history = accepted();
        QJsonObject before = QJsonDocument::fromJson(foldCase(history.events()).canonicalJson()).object();
        history.add(QStringLiteral("teleported"), json("{'state':'voided','answers':{'price':1}}"));
        const Case folded = foldCase(history.events());
        QCOMPARE(folded.history.last().type, QStringLiteral("teleported"));
        QJsonObject after = QJsonDocument::fromJson(folded.canonicalJson()).object();
        QVERIFY(before != after); // the set of events differs, and the digest tells
        for (const QLatin1String key : {QLatin1String("history"), QLatin1String("heads")}) {
            before.remove(key);
            after.remove(key);
        }
        QCOMPARE(after, before);
    }

    void payloadsOfAnyShapeDoNoHarm()
    {
        for (const char *bad :
             {"{}", "{'line':7,'blob':[]}", "{'answers':[],'sources':3}", "{'role':{},'person':'x'}",
              "{'winners':[1]}", "{'winners':{'state':'no id','answer.x':null}}", "{'holder':'x'}",
              "{'from':'2026-13-01','to':0}", "{'copy':'x','tolerated':{'a':1}}"}) {
            CaseHistory history;
            for (const QLatin1String &each : {type::opened,
                                              type::applicantIdentified,
                                              type::formRecorded,
                                              type::materialAttached,
                                              type::materialWithdrawn,
                                              type::materialChecked,
                                              type::materialReused,
                                              type::materialExempted,
                                              type::materialDeferred,
                                              type::notifiedOnce,
                                              type::accepted,
                                              type::collected,
                                              type::declined,
                                              type::correctionAsked,
                                              type::correctionReceived,
                                              type::routed,
                                              type::departmentDecided,
                                              type::clockSuspended,
                                              type::clockResumed,
                                              type::completed,
                                              type::resultReady,
                                              type::delivered,
                                              type::withdrawn,
                                              type::voided,
                                              type::visitRecorded,
                                              type::paperPrinted,
                                              type::evaluated,
                                              type::followedUp,
                                              type::archived,
                                              type::caseMerged,
                                              type::holderChanged,
                                              type::clerkSignedIn,
                                              type::recordViewed})
                history.add(each, json(bad));
            const Case folded = foldCase(history.events());
            QCOMPARE(folded.history.size(), qsizetype(history.events().size()));
            QVERIFY(!folded.canonicalJson().isEmpty());
        }
    }

    void noEventsMakeAnEmptyCase()
    {
        const Case folded = foldCase({});
        QVERIFY(folded.id.isNull());
        QVERIFY(folded.heads.isEmpty());
    }

    void theDigestIsFixedForever()
    {
        // The platform compares this with the station's: a change of the form is a change of the protocol.
        QCOMPARE(foldCase(accepted().events()).foldDigest().toHex(),
                 QStringLiteral("3b5435ced0f85bf8fe11aebe227aa5ce2a71f7f456eba4f624bc49a6ec5b7333"));
    }

    void statesHaveNamesAndFollowers()
    {
        for (int i = 0; i <= static_cast<int>(CaseState::Voided); ++i) {
            const auto state = static_cast<CaseState>(i);
            QVERIFY(caseStateFromString(toString(state)) == state);
            const bool ended =
                state == CaseState::Delivered || state == CaseState::Archived || state == CaseState::Voided;
            QCOMPARE(mayFollow(state, CaseState::Voided), !ended);
            QVERIFY(!mayFollow(state, state));
            QVERIFY(!mayFollow(CaseState::Archived, state));
        }
        QVERIFY(mayFollow(CaseState::Received, CaseState::Accepted));
        QVERIFY(mayFollow(CaseState::AwaitSupplement, CaseState::Received));
        QVERIFY(mayFollow(CaseState::Accepted, CaseState::Decided));
        QVERIFY(!mayFollow(CaseState::NotAccepted, CaseState::Accepted));
        QVERIFY(!mayFollow(CaseState::Received, CaseState::Delivered));
        QVERIFY(mayFollow(CaseState::Suspended, CaseState::InProcess));
        QVERIFY(!caseStateFromString(u"Accepted"));
    }
};

QTEST_GUILESS_MAIN(TestCaseFold)
#include "tst_casefold.moc"
