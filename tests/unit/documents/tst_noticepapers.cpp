#include "catalog/Catalog.h"
#include "devices/ReceiptPage.h"
#include "intake/NoticePapers.h"

#include <QFutureWatcher>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace yichuang;

namespace {

PaperRequest request(const Catalog &catalog, const QString &itemId, IntakeState reached)
{
    const Item *item = catalog.item(itemId);
    PaperRequest asked;
    asked.reached = reached;
    asked.at = QDateTime(QDate(2026, 11, 23), QTime(2, 51), Qt::UTC);
    CaseRecord record;
    record.caseId = CaseId(QUuid(QStringLiteral("0198c0de-0000-7000-8000-000000000022")));
    record.item = item->code.code;
    record.itemName = item->title();
    record.caseKind = toString(item->kind);
    asked.records = {record};
    asked.cases = {{record.caseId, QStringLiteral("430407-W03-261123-0022")}};
    DraftParty party;
    party.party.role = QStringLiteral("applicant");
    party.party.name = QStringLiteral("罗晓芬");
    party.party.idNumber = QStringLiteral("430407198603021129");
    asked.draft.parties = {party};
    asked.station.authority = QStringLiteral("示例区政务服务中心");
    asked.station.siteName = asked.station.authority;
    asked.station.hotline = QStringLiteral("12345");
    asked.station.demonstration = true;
    asked.clerk = {QStringLiteral("0317"), QStringLiteral("刘海燕")};
    asked.missing = {{QStringLiteral("合同"), QStringLiteral("证明交易"), QStringLiteral("带来")}};
    asked.respondBy = QDate(2026, 12, 21);
    asked.refusal = {QStringLiteral("not-accepted"),
                     QStringLiteral("不在辖区"),
                     QStringLiteral("条例第七条"),
                     {},
                     QStringLiteral("60 日内申请行政复议")};
    return asked;
}

QStringList namesOf(const QList<IssuedPaper> &papers)
{
    QStringList names;
    for (const IssuedPaper &paper : papers)
        names << paper.paper;
    return names;
}

} // namespace

class tst_noticepapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_catalog = *loadDemonstrationCatalog(); }

    void eachOutcomeHasItsPapers()
    {
        const QString sale = QStringLiteral("real-estate-sale");
        QCOMPARE(namesOf(made(request(m_catalog, sale, IntakeState::Accepted))),
                 (QStringList{QStringLiteral("acceptance-notice"), QStringLiteral("acceptance-slip")}));
        QCOMPARE(namesOf(made(request(m_catalog, sale, IntakeState::Collected))),
                 (QStringList{QStringLiteral("collection-receipt"), QStringLiteral("collection-slip")}));
        QCOMPARE(namesOf(made(request(m_catalog, sale, IntakeState::NotifiedOnce))),
                 QStringList{QStringLiteral("one-time-notice")});
        QCOMPARE(namesOf(made(request(m_catalog, sale, IntakeState::Declined))),
                 QStringList{QStringLiteral("refusal")});
    }

    void thePaperIsTiedToItsBytes()
    {
        const auto papers =
            made(request(m_catalog, QStringLiteral("real-estate-sale"), IntakeState::Accepted));
        for (const IssuedPaper &paper : papers) {
            QVERIFY(paper.hash == Digest::of(paper.bytes));
            QCOMPARE(paper.checkCode.size(), 9);
            QCOMPARE(paper.copy, 0);
        }
        QVERIFY(papers.at(0).bytes.startsWith("%PDF-"));
        QVERIFY(receiptPageFromJson(QJsonDocument::fromJson(papers.at(1).bytes).object()));
    }

    void thePapersSayHowTheResultComesAsThePersonChose()
    {
        const QString key = QStringLiteral("delivery.method");
        PaperRequest asked = request(m_catalog, QStringLiteral("real-estate-sale"), IntakeState::Accepted);
        QVERIFY(noticeDataOf(asked, 0, m_catalog).delivery.contains(QStringLiteral("快递")));
        asked.records.first().fields = {key};
        asked.draft.answers[key].value = QStringLiteral("window");
        const NoticeData collected = noticeDataOf(asked, 0, m_catalog);
        QVERIFY(collected.mustCollect);
        QVERIFY(collected.delivery.contains(QStringLiteral("窗口领取")));
        QVERIFY(!collected.delivery.contains(QStringLiteral("快递")));
        QVERIFY(!made(asked).last().bytes.contains("不用再来"));
        asked.draft.answers[key].value = QStringLiteral("electronic");
        QVERIFY(!noticeDataOf(asked, 0, m_catalog).mustCollect);
        QVERIFY(made(asked).last().bytes.contains("不用再来"));
    }

    void everyItemOfTheCatalogueHasALawfulNotice()
    {
        for (const Item &item : m_catalog.items()) {
            const auto papers = made(request(m_catalog, item.id, IntakeState::Accepted));
            QVERIFY2(papers.size() == 2, qPrintable(item.id));
        }
    }

    void aPaperThatWouldBeUnlawfulIsAnError()
    {
        PaperRequest asked = request(m_catalog, QStringLiteral("real-estate-sale"), IntakeState::Declined);
        asked.refusal.remedy.clear();
        NoticePapers papers(m_catalog);
        auto pending = papers.make(asked);
        pending.waitForFinished();
        QCOMPARE(pending.result().error().code, ErrorCode::NoticeIncomplete);
    }

    void aCancelledOneIsNotHandedOn()
    {
        NoticePapers papers(m_catalog);
        QObject context;
        bool heard = false;
        auto pending =
            papers.make(request(m_catalog, QStringLiteral("real-estate-sale"), IntakeState::Accepted));
        whenFinished(pending, &context, [&](const auto &) { heard = true; });
        pending.cancel();
        QTRY_VERIFY(pending.isFinished());
        QCoreApplication::processEvents();
        QVERIFY(!heard);
    }

    void destroyingTheMakerWaitsForNobodyElse()
    {
        auto papers = std::make_unique<NoticePapers>(m_catalog);
        auto pending =
            papers->make(request(m_catalog, QStringLiteral("real-estate-sale"), IntakeState::Accepted));
        papers.reset();
        QVERIFY(pending.isFinished());
        QVERIFY(pending.result());
    }

private:
    QList<IssuedPaper> made(const PaperRequest &asked)
    {
        NoticePapers papers(m_catalog);
        auto pending = papers.make(asked);
        pending.waitForFinished();
        if (!pending.result())
            qFatal("not made: %s", qPrintable(logText(pending.result().error())));
        return *pending.result();
    }

    Catalog m_catalog;
};

QTEST_MAIN(tst_noticepapers)
#include "tst_noticepapers.moc"
