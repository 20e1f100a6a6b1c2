#include "catalog/Search.h"

#include "catalog/Pinyin.h"
#include "catalog/Typo.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace yichuang;

class TestSearch : public QObject
{
    Q_OBJECT

private:
    Catalog m_catalog = loadDemonstrationCatalog().value_or(Catalog());
    ItemSearch m_search{m_catalog};

    QStringList idsOf(const QString &query, int most = 5) const
    {
        QStringList ids;
        const QList<SearchHit> hits = m_search.search(query, most);
        for (const SearchHit &hit : hits)
            ids.append(hit.id);
        return ids;
    }

private Q_SLOTS:
    void theTransferOfRealEstateComesFirst_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query :
             {"bdczy", "BDCZY", "bdczydj", "budongchanzhuanyi", "bdczhuanyi", "不动产转移", "不动产转移登记",
              "过户", "guohu", "房产证", "二手房", "不动产 转移", "ｂｄｃｚｙ"})
            QTest::newRow(query) << QString::fromUtf8(query);
    }

    void theTransferOfRealEstateComesFirst()
    {
        QFETCH(QString, query);
        QCOMPARE(idsOf(query).value(0), QStringLiteral("real-estate-sale"));
    }

    void allThreeVariantsAreFoundInTheOrderOfThePicture()
    {
        QCOMPARE(idsOf(QStringLiteral("bdczy"), 3),
                 (QStringList{QStringLiteral("real-estate-sale"), QStringLiteral("real-estate-inheritance"),
                              QStringLiteral("real-estate-spouses")}));
    }

    void aSlipIsForgiven_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *query, const char *id) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromLatin1(id);
        };
        row("bdzcy", "real-estate-sale");            // two changed places
        row("bdczzy", "real-estate-sale");           // one too many
        row("budongcanzhuanyi", "real-estate-sale"); // one missing
        row("不动产转依登记", "real-estate-sale");   // sounds alike
        row("不动产装移登记", "real-estate-sale");
        row("不动产登记", "real-estate-sale"); // characters left out
        row("高龄津帖", "aged-allowance");
        row("gaolinjintie", "aged-allowance"); // ling without its g
        row("社宝卡", "social-security-card");
        row("身份正", "identity-card");
    }

    void aSlipIsForgiven()
    {
        QFETCH(QString, query);
        QFETCH(QString, id);
        QVERIFY2(idsOf(query, 3).contains(id), qPrintable(idsOf(query, 5).join(u' ')));
    }

    void everydayWordsFindTheItem_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *query, const char *id) {
            QTest::newRow(query) << QString::fromUtf8(query) << QString::fromLatin1(id);
        };
        row("低保", "minimum-living-allowance");
        row("dibao", "minimum-living-allowance");
        row("glbt", "aged-allowance");
        row("开小饭馆", "small-restaurant-licence");
        row("开饭店", "open-restaurant");
        row("上户口", "birth-household-registration");
        row("生孩子", "newborn");
        row("砍树", "timber-harvest-permit");
        row("新农合", "resident-medical-enrolment");
        row("取公积金", "housing-fund-withdrawal");
        row("立项", "investment-filing");
        row("ydjy", "remote-medical-filing");
        row("sbk", "social-security-card");
    }

    void everydayWordsFindTheItem()
    {
        QFETCH(QString, query);
        QFETCH(QString, id);
        QCOMPARE(idsOf(query).value(0), id);
    }

    void aCharacterOfSeveralReadingsIsFoundByEach()
    {
        const ItemSearch search(
            QList<SearchEntry>{{QStringLiteral("a"), {}, false, QStringLiteral("银行重组"), {}},
                               {QStringLiteral("b"), {}, false, QStringLiteral("会计车辆"), {}}});
        for (const char *query : {"yhcz", "yxzz", "yinhangchongzu", "hangzhong"})
            QCOMPARE(search.search(QLatin1String(query)).value(0).id, QStringLiteral("a"));
        for (const char *query : {"kjcl", "hjcl", "kuaiji"})
            QCOMPARE(search.search(QLatin1String(query)).value(0).id, QStringLiteral("b"));
    }

    void everyItemIsFoundFirstByItsTitleCodeAndInitials()
    {
        for (const Item &item : m_catalog.items()) {
            QCOMPARE(m_search.search(item.title()).value(0).id, item.id);
            QCOMPARE(m_search.search(item.code.code).value(0).id, item.id);
            QString initials;
            const QString form = searchForm(item.title());
            for (const QChar character : form)
                initials += QLatin1Char(pinyinReadings(character).value(0).at(0));
            QVERIFY2(idsOf(initials, 3).contains(item.id), qPrintable(item.id + u' ' + initials));
        }
    }

    void theMatchedPartIsMarked()
    {
        const SearchHit hit = m_search.search(QStringLiteral("bdczy")).value(0);
        QCOMPARE(hit.title, QStringLiteral("不动产转移登记（二手房买卖）"));
        QCOMPARE(hit.ranges, (QList<TextRange>{{0, 5}}));
        QVERIFY(hit.matchedBy.isEmpty());
    }

    void aMarkSkipsPunctuation()
    {
        const SearchHit hit = m_search.search(QStringLiteral("登记二手")).value(0);
        QCOMPARE(hit.ranges, (QList<TextRange>{{5, 2}, {8, 2}}));
    }

    void anotherNameThatMatchedIsNamed()
    {
        QCOMPARE(m_search.search(QStringLiteral("过户")).value(0).matchedBy, QStringLiteral("过户"));
    }

    void aBundleSaysThatItIsOne()
    {
        const SearchHit hit = m_search.search(QStringLiteral("新生儿出生一件事")).value(0);
        QVERIFY(hit.isBundle);
        QCOMPARE(hit.id, QStringLiteral("newborn"));
    }

    void nonsenseFindsNothing_data()
    {
        QTest::addColumn<QString>("query");
        for (const char *query : {"", "   ", "（）", "qqqq", "xxxxxxxxxxxx", "龘龘龘", "🙂🙂"})
            QTest::newRow(query) << QString::fromUtf8(query);
        QTest::newRow("very long") << QString(100'000, u'a');
        QTest::newRow("control characters") << QString(QChar(0)) + QChar(7);
    }

    void nonsenseFindsNothing()
    {
        QFETCH(QString, query);
        QCOMPARE(m_search.search(query).size(), 0);
    }

    void slipsAreCountedAsPersonsMakeThem()
    {
        QCOMPARE(TypoPattern(QStringLiteral("abcd")).distanceIn(QStringLiteral("xxabcdxx")), 0);
        QCOMPARE(TypoPattern(QStringLiteral("abdc")).distanceIn(QStringLiteral("xabcdx")), 1);
        QCOMPARE(TypoPattern(QStringLiteral("acbd")).distanceIn(QStringLiteral("xabcdx")), 1);
        QCOMPARE(TypoPattern(QStringLiteral("abxd")).distanceIn(QStringLiteral("abcd")), 1);
        QCOMPARE(TypoPattern(QStringLiteral("axcx")).distanceIn(QStringLiteral("abcd")), -1);
        QVERIFY(!TypoPattern(QStringLiteral("abc")).isUsable());
        QCOMPARE(TypoPattern(QStringLiteral("abcdefgh")).distanceIn(QStringLiteral("abxdefxh")), 2);
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
