#pragma once

#include "Places.h"
#include "base/Random.h"
#include "catalog/Search.h"
#include "intake/CatalogMatter.h"
#include "intake/IntakeSession.h"
#include "support/SampleCatalog.h"
#include "support/SteppedClock.h"
#include "ui/intake/IntakePage.h"
#include "unit/intake/IntakeFakes.h"

#include <QFile>
#include <QTest>

namespace yichuang::test {

inline WorkingCalendar chinaCalendar()
{
    QFile file(QStringLiteral(YICHUANG_SOURCE_DIR "/resources/calendars/china.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no calendar");
    return *WorkingCalendar::parse(file.readAll());
}

inline StationFacts hall()
{
    StationFacts facts;
    facts.siteName = QStringLiteral("石鼓区政务服务中心");
    facts.level = AdminLevel::County;
    facts.region = QStringLiteral("430407");
    facts.segment = QStringLiteral("W03");
    facts.window = QStringLiteral("03");
    return facts;
}

// The intake page over a session with a catalogue, everything outside scripted, at 2026-11-23 10:42.
struct PageFixture
{
    explicit PageFixture(const StationFacts &facts = hall(), Catalog things = sampleCatalog())
        : catalog(std::move(things))
        , station(facts)
    {
        session.setClerk({QStringLiteral("0317"), QStringLiteral("刘海燕")});
        page.resize(1364, 814);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qWarning("the page is not active");
        page.focusItemSearch();
    }

    Catalog catalog;
    ItemSearch search{catalog};
    WorkingCalendar calendar = chinaCalendar();
    StationFacts station;
    CatalogMatter matter{catalog, calendar, station};
    ScriptedIntakeStore store;
    ScriptedCards cards;
    FakePaperMaker maker;
    RecordingPaperOutput printers;
    SteppedClock clock{QDateTime(QDate(2026, 11, 23), QTime(2, 42), Qt::UTC)};
    SystemRandom random;
    IntakeSession session{{matter, store, cards, maker, printers, clock, random}, station};
    intakeui::IntakePage page{session, catalog, search, clock};

    // To whatever has the focus, as a keyboard does.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(target(), key, modifiers);
    }
    void type(const char *text) { QTest::keyClicks(target(), QString::fromLatin1(text)); }
    QWidget *target()
    {
        QWidget *focus = QApplication::focusWidget();
        return focus ? focus : &page;
    }
    QString focused() const
    {
        const QWidget *focus = QApplication::focusWidget();
        return focus ? focus->objectName() : QString();
    }
    template <typename T = QWidget>
    T *find(const char *name)
    {
        T *found = page.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    void shoot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("YICHUANG_SHOTS");
        QCoreApplication::processEvents();
        if (!folder.isEmpty())
            page.grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }
};

} // namespace yichuang::test
