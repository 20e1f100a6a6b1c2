#include "SampleDraft.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;

namespace {

QByteArray changed(const std::function<void(QJsonObject &)> &change)
{
    QJsonObject object = QJsonDocument::fromJson(toJson(sampleDraft())).object();
    change(object);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class DraftDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackFromItsJsonAsItWas()
    {
        const Result<DraftDocument> back = parseDraft(toJson(sampleDraft()));
        QVERIFY(back.has_value());
        QCOMPARE(*back, sampleDraft());
    }

    void anEmptyDraftComesBackToo()
    {
        DraftDocument draft;
        draft.id = sampleDraft().id;
        QVERIFY(draft.isEmpty());
        QCOMPARE(*parseDraft(toJson(draft)), draft);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("half of it") << toJson(sampleDraft()).chopped(20);
        QTest::newRow("newer version") << changed([](QJsonObject &o) { o[u"v"] = 2; });
        QTest::newRow("unknown key") << changed([](QJsonObject &o) { o[u"extra"] = 1; });
        QTest::newRow("missing key") << changed([](QJsonObject &o) { o.remove(u"visits"); });
        QTest::newRow("id of another form")
            << changed([](QJsonObject &o) { o[u"id"] = QStringLiteral("7"); });
        QTest::newRow("items no list") << changed([](QJsonObject &o) { o[u"items"] = 4; });
        QTest::newRow("item no text") << changed([](QJsonObject &o) { o[u"items"] = QJsonArray{4}; });
        QTest::newRow("text too long") << changed([](QJsonObject &o) { o[u"bundle"] = QString(5000, u'x'); });
        QTest::newRow("too large") << QByteArray(maximumDraftBytes + 1, ' ');
        QTest::newRow("line under another name") << changed([](QJsonObject &o) {
            QJsonObject materials = o[u"materials"].toObject();
            materials.insert(u"other", materials.take(u"contract"));
            o[u"materials"] = materials;
        });
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QByteArray, json);
        const Result<DraftDocument> back = parseDraft(json);
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, ErrorCode::DraftMalformed);
    }

    void refusesAPageWithAWrongPart_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("slanted") << u"rotation"_qs << QJsonValue(45);
        QTest::newRow("no digest") << u"blob"_qs << QJsonValue(QStringLiteral("abc"));
        QTest::newRow("no number") << u"id"_qs << QJsonValue(0);
        QTest::newRow("size below nothing") << u"size"_qs << QJsonValue(-1);
        QTest::newRow("unknown") << u"colour"_qs << QJsonValue(1);
    }
    void refusesAPageWithAWrongPart()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const QByteArray json = changed([&](QJsonObject &o) {
            QJsonObject materials = o[u"materials"].toObject();
            QJsonObject line = materials[u"contract"].toObject();
            QJsonArray pages = line[u"pages"].toArray();
            QJsonObject page = pages.at(0).toObject();
            page.insert(key, value);
            pages[0] = page;
            line[u"pages"] = pages;
            materials[u"contract"] = line;
            o[u"materials"] = materials;
        });
        QVERIFY(!parseDraft(json).has_value());
    }

    void theFaultNamesNoPersonalData()
    {
        const auto back = parseDraft(changed([](QJsonObject &o) { o[u"bundle"] = QString(5000, u'罗'); }));
        QCOMPARE(back.error().detail, QStringLiteral("bundle"));
    }

    void findsPagesAndPartiesByTheirNames()
    {
        const DraftDocument draft = sampleDraft();
        QCOMPARE(draft.lineOf(2), QStringLiteral("contract"));
        QVERIFY(draft.lineOf(9).isEmpty());
        QCOMPARE(draft.page(2)->rotation, 270);
        QVERIFY(draft.page(9) == nullptr);
        QCOMPARE(draft.party(u"applicant")->name, QStringLiteral("罗晓芬"));
        QVERIFY(draft.party(u"agent") == nullptr);
    }
};

QTEST_GUILESS_MAIN(DraftDocumentTest)
#include "tst_draftdocument.moc"
