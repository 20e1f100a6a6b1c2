#include "printer-system/SystemProfile.h"

#include <QJsonDocument>
#include <QTest>

using namespace yichuang;
using namespace yichuang::systemprinter;

class TestSystemProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePlaceIsTaken();
    void whatDoesNotFitIsNamed_data();
    void whatDoesNotFitIsNamed();

private:
    static Result<SystemProfile> read(const QByteArray &json)
    {
        return profileFromSettings(QJsonDocument::fromJson(json).object());
    }
};

void TestSystemProfile::onePlaceIsTaken()
{
    const auto queue = read(R"({"queue":"A4_二楼","options":{"sides":"one-sided"}})");
    QVERIFY(queue);
    QCOMPARE(queue->queue, QStringLiteral("A4_二楼"));
    QCOMPARE(queue->options.size(), 1);
    QCOMPARE(queue->options.first().first, QByteArray("sides"));
    QCOMPARE(queue->options.first().second, QByteArray("one-sided"));
    const auto uri = read(R"({"uri":"ipps://printer.example/ipp/print"})");
    QVERIFY(uri);
    QCOMPARE(uri->uri, QStringLiteral("ipps://printer.example/ipp/print"));
    const auto folder = read(R"({"folder":"/tmp"})");
    QVERIFY(folder);
    QCOMPARE(folder->folder, QStringLiteral("/tmp"));
}

void TestSystemProfile::whatDoesNotFitIsNamed_data()
{
    QTest::addColumn<QByteArray>("wrong");
    const auto row = [](const char *json, const char *wrong) { QTest::newRow(json) << QByteArray(wrong); };
    row(R"({})", "one of queue, uri, folder");
    row(R"({"queue":"A4","folder":"/tmp"})", "one of queue, uri, folder");
    row(R"({"queue":"a/b"})", "queue");
    row(R"({"queue":"a b"})", "queue");
    row(R"({"queue":5})", "queue");
    row(R"({"queue":"A4\n"})", "queue");
    row(R"({"uri":"ipp://a/b\n"})", "uri");
    row(R"({"uri":"http://a/b"})", "uri");
    row(R"({"uri":"ipp://user:secret@a/b"})", "uri");
    row(R"({"folder":"papers"})", "folder");
    row(R"({"folder":"/tmp","colour":true})", "colour");
    row(R"({"queue":"A4","options":[]})", "options");
    row(R"({"queue":"A4","options":{"sides":1}})", "options");
    row(R"({"queue":"A4","options":{"Bad Name":"x"}})", "options");
}

void TestSystemProfile::whatDoesNotFitIsNamed()
{
    QFETCH(QByteArray, wrong);
    const auto profile = read(QTest::currentDataTag());
    QVERIFY(!profile);
    QCOMPARE(profile.error(), (Error{ErrorCode::DeviceSettingsWrong, QString::fromUtf8(wrong)}));
}

QTEST_GUILESS_MAIN(TestSystemProfile)
#include "tst_systemprofile.moc"
