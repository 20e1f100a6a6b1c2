#include "catalog/Catalog.h"
#include "catalog/CatalogLint.h"

#include "Places.h"
#include "SampleItem.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang;
using namespace yichuang::test;

namespace {

const QString sourceFolder = QStringLiteral(YICHUANG_SOURCE_DIR "/resources/catalogue");

// A copy of the real catalogue that a test may spoil.
class SpoilableCatalogue
{
public:
    SpoilableCatalogue()
    {
        for (const QString &part : {QStringLiteral("items"), QStringLiteral("bundles"), QString()}) {
            QDir(m_dir.path()).mkpath(part.isEmpty() ? QStringLiteral(".") : part);
            const QDir from(sourceFolder + u'/' + part);
            const QStringList names = from.entryList({QStringLiteral("*.json")}, QDir::Files);
            for (const QString &name : names)
                QFile::copy(from.filePath(name), path(part.isEmpty() ? name : part + u'/' + name));
        }
    }
    QString folder() const { return m_dir.path(); }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile::remove(path(name));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private:
    QTemporaryDir m_dir;
};

} // namespace

class TestCatalogLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeCatalogueLoadsFromAFolder()
    {
        const Result<Catalog> catalog = Catalog::load(sourceFolder);
        QVERIFY2(catalog, catalog ? "" : qPrintable(logText(catalog.error())));
        QVERIFY(catalog->items().size() >= 34);
        QCOMPARE(catalog->bundles().size(), std::size_t(2));
    }

    void theBuiltInCatalogueIsTheSame()
    {
        const Result<Catalog> builtIn = loadDemonstrationCatalog();
        QVERIFY(builtIn);
        QCOMPARE(builtIn->items().size(), Catalog::load(sourceFolder)->items().size());
    }

    void anItemIsFoundByItsIdAndByItsCode()
    {
        const Catalog catalog = Catalog::load(sourceFolder).value();
        const Item *item = catalog.item(QStringLiteral("real-estate-sale"));
        QVERIFY(item);
        QCOMPARE(catalog.item(item->code.code), item);
        QVERIFY(!catalog.item(QStringLiteral("nothing")));
        QVERIFY(catalog.bundle(QStringLiteral("newborn")));
    }

    void aMissingFolderIsUnreadable()
    {
        const Result<Catalog> catalog = Catalog::load(sourceFolder + QStringLiteral("/nowhere"));
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().code, ErrorCode::CatalogueUnreadable);
    }

    void aMalformedFileIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("place");
        using Code = ErrorCode;
        const QJsonValue none(QJsonValue::Undefined);
        const auto row = [](const char *name, const char *path, const QJsonValue &value, Code code,
                            const char *place) {
            QTest::newRow(name) << QString::fromLatin1(path) << value << code << QString::fromLatin1(place);
        };
        row("unknown field", "colour", 1, Code::CatalogueUnknownField, "/colour");
        row("unknown field deep inside", "materials/1/colour", 1, Code::CatalogueUnknownField,
            "/materials/1/colour");
        row("unknown field of a form's field", "form/properties/aged.band/x-colour", 1,
            Code::CatalogueUnknownField, "aged.band/x-colour");
        row("unknown level", "sites/moon", QStringLiteral("accept"), Code::CatalogueUnknownField,
            "/sites/moon");
        row("no name", "name", none, Code::CatalogueFieldMissing, "/name");
        row("a number for a name", "name", 5, Code::CatalogueWrongValue, "/name");
        row("an empty name", "name", QString(), Code::CatalogueWrongValue, "/name");
        row("a name that never ends", "name", QString(501, u'x'), Code::CatalogueWrongValue, "/name");
        row("an id of other letters", "id", QStringLiteral("../x"), Code::CatalogueWrongValue, "/id");
        row("a negative limit", "limits/committed/count", -1, Code::CatalogueWrongValue, "/count");
        row("a limit of years", "limits/committed/count", 4000, Code::CatalogueWrongValue, "/count");
        row("half a day", "limits/committed/count", 1.5, Code::CatalogueWrongValue, "/count");
        row("an unknown unit", "limits/committed/unit", QStringLiteral("moons"), Code::CatalogueWrongValue,
            "/unit");
        row("materials that are no list", "materials", QJsonObject(), Code::CatalogueWrongValue,
            "/materials");
        row("a material that is no object", "materials/0", 1, Code::CatalogueWrongValue, "/materials/0");
        row("a date that is none", "effectiveFrom", QStringLiteral("2026-02-30"), Code::CatalogueWrongValue,
            "/effectiveFrom");
        row("a rule of unknown words", "rules/0/when/if", QJsonObject(), Code::CatalogueSchemaInvalid,
            "unknown word if");
        row("a rule that leads out", "rules/0/when/$ref", QStringLiteral("http://127.0.0.1/x"),
            Code::CatalogueSchemaInvalid, "unknown word $ref");
        row("a rule without required", "rules/0/when/required", QJsonArray(), Code::CatalogueSchemaInvalid,
            "not in required");
        row("a rule of a wrong schema", "rules/0/when/properties/applicant.age/minimum",
            QStringLiteral("old"), Code::CatalogueSchemaInvalid, "/rules/0/when");
        row("a field in no group", "form/x-groups/0/fields", QJsonArray{QStringLiteral("person.name")},
            Code::CatalogueDangling, "");
        row("a field of another JSON type", "form/properties/aged.band/type", QStringLiteral("integer"),
            Code::CatalogueWrongValue, "aged.band/type");
        row("a choice without titles", "form/properties/aged.band/x-titles", none, Code::CatalogueWrongValue,
            "aged.band/x-titles");
        row("a form that lets anything in", "form/additionalProperties", true, Code::CatalogueWrongValue,
            "additionalProperties");
        row("a required field that is not there", "form/required", QJsonArray{QStringLiteral("moon")},
            Code::CatalogueDangling, "required/moon");
    }

    void aMalformedFileIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(ErrorCode, code);
        QFETCH(QString, place);
        const QJsonObject file = itemFile(QStringLiteral("aged-allowance"));
        QVERIFY(parsed(file));
        const Result<Item> item = parsed(changed(file, path.toLatin1().constData(), value));
        QVERIFY(!item);
        QCOMPARE(item.error().code, code);
        QVERIFY2(item.error().detail.startsWith(QStringLiteral("items/test.json: ")),
                 qPrintable(item.error().detail));
        QVERIFY2(item.error().detail.contains(place), qPrintable(item.error().detail));
    }

    void aMeaninglessItemIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<ErrorCode>("code");
        using Code = ErrorCode;
        QTest::newRow("a rule that looks at what is not asked")
            << QStringLiteral("rules/1/when")
            << QJsonValue(QJsonObject{{QStringLiteral("required"), QJsonArray{QStringLiteral("moon.phase")}}})
            << Code::CatalogueDangling;
        QTest::newRow("a rule that leads to no field")
            << QStringLiteral("rules/1/field") << QJsonValue(QStringLiteral("moon"))
            << Code::CatalogueDangling;
        QTest::newRow("a material twice")
            << QStringLiteral("materials/1/id") << QJsonValue(QStringLiteral("aged.application"))
            << Code::CatalogueDuplicate;
        QTest::newRow("a promise longer than the law")
            << QStringLiteral("limits/statutory/count") << QJsonValue(3) << Code::CatalogueWrongValue;
        QTest::newRow("days for what is done on the spot")
            << QStringLiteral("kind") << QJsonValue(QStringLiteral("immediate")) << Code::CatalogueWrongValue;
        QTest::newRow("a paper later than the decision")
            << QStringLiteral("materials/2/deferDays") << QJsonValue(9) << Code::CatalogueWrongValue;
        QTest::newRow("nobody applies")
            << QStringLiteral("parties/0/role") << QJsonValue(QStringLiteral("somebody"))
            << Code::CatalogueFieldMissing;
    }

    void aMeaninglessItemIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(ErrorCode, code);
        const QJsonObject file = itemFile(QStringLiteral("aged-allowance"));
        QVERIFY(Catalog::of({parsed(file).value()}));
        const Result<Item> item = parsed(changed(file, path.toLatin1().constData(), value));
        QVERIFY2(item, item ? "" : qPrintable(logText(item.error())));
        const Result<Catalog> catalog = Catalog::of({*item});
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().code, code);
        QVERIFY(catalog.error().detail.contains(QStringLiteral("aged-allowance")));
    }

    void aHugeFileIsRefusedBeforeItIsParsed()
    {
        const QByteArray huge(Catalog::maximumFileBytes + 1, ' ');
        QCOMPARE(parseItem(huge, QStringLiteral("items/huge.json")).error().code,
                 ErrorCode::CatalogueTooLarge);
        const SpoilableCatalogue spoiled;
        spoiled.write(QStringLiteral("items/huge.json"), huge);
        const Result<Catalog> catalog = Catalog::load(spoiled.folder());
        QCOMPARE(catalog.error().code, ErrorCode::CatalogueTooLarge);
        QCOMPARE(catalog.error().detail, QStringLiteral("items/huge.json"));
    }

    void whatIsNoJsonIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray() << ErrorCode::CatalogueNotJson;
        QTest::newRow("cut off") << QByteArray("{\"id\": \"x") << ErrorCode::CatalogueNotJson;
        QTest::newRow("not UTF-8") << QByteArray("{\"id\": \"\xff\xfe\"}") << ErrorCode::CatalogueNotJson;
        QTest::newRow("nested without end") << QByteArray(100'000, '[') << ErrorCode::CatalogueNotJson;
        QTest::newRow("a list") << QByteArray("[1]") << ErrorCode::CatalogueWrongValue;
        QTest::newRow("an HTML page") << QByteArray("<html></html>") << ErrorCode::CatalogueNotJson;
    }

    void whatIsNoJsonIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        for (const Error &error : {parseItem(bytes, QStringLiteral("f.json")).error(),
                                   parseBundle(bytes, QStringLiteral("f.json")).error()}) {
            QCOMPARE(error.code, code);
            QVERIFY(error.detail.startsWith(QStringLiteral("f.json")));
        }
    }

    void oneBadFileRefusesTheWholeAndIsNamed()
    {
        const SpoilableCatalogue spoiled;
        QVERIFY(Catalog::load(spoiled.folder()));
        spoiled.write(QStringLiteral("items/identity-card.json"), "{}");
        const Result<Catalog> catalog = Catalog::load(spoiled.folder());
        QVERIFY(!catalog);
        QVERIFY(catalog.error().detail.startsWith(QStringLiteral("items/identity-card.json")));
    }

    void aFileIsNamedLikeItsItem()
    {
        const SpoilableCatalogue spoiled;
        QFile::rename(spoiled.path(QStringLiteral("items/identity-card.json")),
                      spoiled.path(QStringLiteral("items/other.json")));
        QCOMPARE(Catalog::load(spoiled.folder()).error().code, ErrorCode::CatalogueWrongValue);
    }

    void oneCodeForTwoItemsIsRefused()
    {
        Item first = parsed(itemFile(QStringLiteral("aged-allowance"))).value();
        Item second = parsed(itemFile(QStringLiteral("identity-card"))).value();
        QVERIFY(Catalog::of({first, second}));
        second.code = first.code;
        QCOMPARE(Catalog::of({first, second}).error().code, ErrorCode::CatalogueDuplicate);
    }

    void twoItemsThatAskOneKeyDifferentlyAreRefused()
    {
        Item first = parsed(itemFile(QStringLiteral("aged-allowance"))).value();
        Item second = parsed(itemFile(QStringLiteral("identity-card"))).value();
        for (FormField &field : second.form.fields) {
            if (field.key == u"person.phone")
                field.title = QStringLiteral("电话");
        }
        QCOMPARE(Catalog::of({first, second}).error().code, ErrorCode::CatalogueDisagrees);
    }

    void aBundleOfWhatIsNotThereOrWaitsForItselfIsRefused()
    {
        const Catalog whole = Catalog::load(sourceFolder).value();
        const Bundle good = *whole.bundle(QStringLiteral("newborn"));
        const auto with = [&](const Bundle &bundle) { return Catalog::of(whole.items(), {bundle}); };
        QVERIFY(with(good));
        Bundle missing = good;
        missing.items.append(QStringLiteral("nothing"));
        QCOMPARE(with(missing).error().code, ErrorCode::CatalogueDangling);
        Bundle circle = good;
        circle.after.insert(QStringLiteral("birth-medical-certificate"),
                            {QStringLiteral("social-security-card")});
        QCOMPARE(with(circle).error().code, ErrorCode::CatalogueWrongValue);
        Bundle stranger = good;
        stranger.after.insert(good.items.first(), {QStringLiteral("identity-card")});
        QCOMPARE(with(stranger).error().code, ErrorCode::CatalogueDangling);
    }

    void theLintPassesTheRealFilesAndNamesSpoiledOnes()
    {
        QCOMPARE(lintCatalogue(sourceFolder), QStringList());
        const SpoilableCatalogue spoiled;
        QJsonObject file = itemFile(QStringLiteral("identity-card"));
        file.insert(QStringLiteral("authority"), QStringLiteral("真实的公安局"));
        file.insert(QStringLiteral("visits"), 2);
        spoiled.write(QStringLiteral("items/identity-card.json"), bytesOf(file));
        QCOMPARE(lintCatalogue(spoiled.folder()).size(), 2);
        file.insert(QStringLiteral("colour"), 1);
        spoiled.write(QStringLiteral("items/identity-card.json"), bytesOf(file));
        const QStringList faults = lintCatalogue(spoiled.folder());
        QCOMPARE(faults.size(), 2); // the schema and the reader both refuse it
        QVERIFY(faults.join(u'\n').contains(QStringLiteral("items/identity-card.json")));
    }
};

QTEST_GUILESS_MAIN(TestCatalogLoad)
#include "tst_catalogload.moc"
