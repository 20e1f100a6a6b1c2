#include "../../unit/intake/SessionFixture.h"

#include "ui/materials/SessionTray.h"

#include <QSignalSpy>
#include <QTest>

using namespace yichuang;

class TestSessionTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesLandInTheDraftAndComeBackAsTheyWere()
    {
        test::SessionFixture fixture;
        fixture.fillReady();
        SessionTray tray(fixture.session);
        QSignalSpy added(&tray, &PageTray::added);
        QSignalSpy changed(&tray, &PageTray::changed);
        const QString line = tray.lines().value(0).line;
        QVERIFY(!line.isEmpty());
        QVERIFY(tray.add(line, "the page", QStringLiteral("image/png"), QStringLiteral("scan")));
        QTRY_COMPARE(added.size(), 1);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(tray.groups().size(), 1);
        QCOMPARE(tray.groups().first().line, line);
        const int page = tray.groups().first().pages.first().id;
        QByteArray back;
        whenFinished(tray.bytes(page), this,
                     [&](const Result<QByteArray> &bytes) { back = bytes.value_or(QByteArray("?")); });
        QTRY_COMPARE(back, QByteArray("the page"));
    }

    void theUnsortedTrayComesFirstAndEmptiesByRefiling()
    {
        test::SessionFixture fixture;
        fixture.fillReady();
        SessionTray tray(fixture.session);
        QVERIFY(tray.add({}, "one", QStringLiteral("image/png"), QStringLiteral("scan")));
        QTRY_COMPARE(tray.groups().size(), 1);
        QCOMPARE(tray.groups().first().number, 0);
        const int page = tray.groups().first().pages.first().id;
        const QString line = tray.lines().first().line;
        QVERIFY(tray.refile(page, line));
        QCOMPARE(tray.groups().first().line, line);
        QVERIFY(tray.rotate(page, 1));
        QVERIFY(tray.remove(page));
        QVERIFY(tray.groups().isEmpty());
        QVERIFY(tray.canUndo());
        QVERIFY(tray.undo());
        QCOMPARE(tray.groups().first().pages.first().rotation, 90);
        QVERIFY(!tray.move(page, 7));
    }
};

QTEST_GUILESS_MAIN(TestSessionTray)
#include "tst_sessiontray.moc"
