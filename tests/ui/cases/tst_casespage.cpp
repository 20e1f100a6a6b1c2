#include "Places.h"
#include "integration/store/StoreFixture.h"
#include "support/StallWatch.h"
#include "support/SteppedClock.h"
#include "ui/cases/CaseTable.h"
#include "ui/cases/CasesPage.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTranslator>

using namespace yichuang;

namespace {

const QDate monday(2026, 11, 23);

WorkingCalendar calendar()
{
    QFile file(QStringLiteral(YICHUANG_SOURCE_DIR "/resources/calendars/china.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no calendar");
    return *WorkingCalendar::parse(file.readAll());
}

// An accepted case whose promised day is `due`.
Transaction acceptedUntil(const QString &name, QDate due,
                          const QString &phone = QStringLiteral("13800004321"))
{
    Transaction transaction = StoreFixture::acceptance(name);
    transaction.events[1].payload = StoreFixture::person(name, phone);
    transaction.events[2].payload.insert(QStringLiteral("committedDue"), due.toString(Qt::ISODate));
    return transaction;
}

void shoot(QWidget &widget, const QString &name)
{
    const QDir folder(QStringLiteral(YICHUANG_BINARY_DIR "/shots"));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

} // namespace

class tst_casespage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        theme().applyTo(*qApp);
        QVERIFY(m_chinese.load(QStringLiteral(YICHUANG_BINARY_DIR "/translations/yichuang_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_chinese));
    }
    void init()
    {
        m_files = std::make_unique<StoreFixture>();
        QVERIFY(m_files->create());
        m_page.reset();
    }
    void cleanup()
    {
        m_page.reset();
        m_files.reset();
        theme().setPercent(100);
        theme().setDark(false);
    }

    void theShortestTimeStandsFirstAndSaysHowMuchIsLeft()
    {
        add(acceptedUntil(QStringLiteral("罗晓芬"), monday.addDays(4)));
        add(acceptedUntil(QStringLiteral("龙运生"), monday.addDays(-3)));
        add(acceptedUntil(QStringLiteral("周美玲"), monday));
        open();
        QTRY_COMPARE(m_page->desk().rows().size(), 3);
        QCOMPARE(names(),
                 (QStringList{QStringLiteral("龙运生"), QStringLiteral("周美玲"), QStringLiteral("罗晓芬")}));
        QCOMPARE(cell(0, CaseModel::Remaining),
                 QStringLiteral("超期 1 天")); // Friday to Monday: a working day
        QCOMPARE(cell(1, CaseModel::Remaining), QStringLiteral("今天到期"));
        QCOMPARE(cell(2, CaseModel::Remaining), QStringLiteral("剩 4 天"));
        shoot(*m_page, QStringLiteral("cases"));
    }

    void aNameItsFirstCharacterANumberAndTheTelephonesTailFind()
    {
        add(acceptedUntil(QStringLiteral("罗晓芬"), monday, QStringLiteral("13800001234")));
        const QString number = add(acceptedUntil(QStringLiteral("龙运生"), monday));
        open();
        QTRY_COMPARE(m_page->desk().rows().size(), 2);
        for (const QString &text : {QStringLiteral("罗"), QStringLiteral("晓芬"), QStringLiteral("1234")}) {
            key(Qt::Key_Slash);
            QTest::keyClicks(QApplication::focusWidget(), QString());
            search()->setText(text); // as an input method commits it
            QTRY_COMPARE(names(), QStringList{QStringLiteral("罗晓芬")});
        }
        search()->setText(number);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("龙运生")});
        QTest::keyClick(search(), Qt::Key_Escape);
        QTRY_COMPARE(m_page->desk().rows().size(), 2);
        QVERIFY(table()->hasFocus());
    }

    void theRecordShowsEveryEventAndTheVisits()
    {
        Transaction transaction = acceptedUntil(QStringLiteral("罗晓芬"), monday.addDays(4));
        const CaseId id = transaction.events[0].caseId;
        transaction.events.append({id,
                                   eventtype::visitRecorded,
                                   {{QStringLiteral("reason"), QStringLiteral("hand-in")},
                                    {QStringLiteral("at"), QStringLiteral("2026-11-23T02:42:10.123Z")}}});
        const QString number = add(transaction);
        open();
        QTRY_VERIFY(m_page->desk().detail().has_value());
        QCOMPARE(label("caseNumber"), number);
        auto *log = m_page->findChild<QListView *>(QStringLiteral("caseLog"));
        QCOMPARE(log->model()->rowCount(), 4);
        QStringList words;
        for (int row = 0; row < 4; ++row)
            words << log->model()->index(row, 0).data().toString();
        QVERIFY2(words.join(u' ').contains(QStringLiteral("窗口收件")), qPrintable(words.join(u' ')));
        QVERIFY(words.join(u' ').contains(QStringLiteral("到场一次")));
        QVERIFY(!words.join(u' ').contains(QStringLiteral("430407195803121127"))); // numbers stay masked
        QCOMPARE(m_page->desk().detail()->value.visitCount(), 1);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), number);
        shoot(*m_page, QStringLiteral("cases-detail"));
    }

    void aPaperThatWasNotConfirmedIsSaidAndF10AsksForIt()
    {
        Transaction transaction = acceptedUntil(QStringLiteral("罗晓芬"), monday.addDays(4));
        const CaseId id = transaction.events[0].caseId;
        transaction.events.append({id,
                                   eventtype::paperPrinted,
                                   {{QStringLiteral("paper"), QStringLiteral("acceptance-slip")},
                                    {QStringLiteral("number"), QStringLiteral("示例-1")},
                                    {QStringLiteral("copy"), 1},
                                    {QStringLiteral("confirmed"), false},
                                    {QStringLiteral("hash"), QString(64, u'a')},
                                    {QStringLiteral("checkCode"), QStringLiteral("ABCD")}}});
        add(transaction);
        open();
        QTRY_VERIFY(m_page->desk().detail().has_value());
        QVERIFY(m_page->desk().rows().first().hasUnconfirmedPaper);
        QSignalSpy asked(m_page.get(), &CasesPage::reprintAsked);
        key(Qt::Key_F10);
        QCOMPARE(asked.value(0).value(1).toString(), QStringLiteral("acceptance-slip"));
        shoot(*m_page, QStringLiteral("cases-unconfirmed"));
    }

    void aNewCaseIsOfferedAndDoesNotMoveTheListUnderTheHand()
    {
        add(acceptedUntil(QStringLiteral("罗晓芬"), monday));
        open();
        QTRY_COMPARE(m_page->desk().rows().size(), 1);
        add(acceptedUntil(QStringLiteral("龙运生"), monday.addDays(-1)));
        QTRY_COMPARE(m_page->desk().newCases(), 1);
        QCOMPARE(names().first(), QStringLiteral("罗晓芬"));
        QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("fresh"))->isVisible());
        key(Qt::Key_F5);
        QTRY_COMPARE(m_page->desk().rows().size(), 2);
    }

    void emptyOfflineAndFailedEachSaySo()
    {
        open();
        QTRY_COMPARE(label("caseMessage"), QStringLiteral("这个列表里没有办件。"));
        m_page->setOnline(false);
        QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("offline"))->isVisible());
        shoot(*m_page, QStringLiteral("cases-empty-offline"));
        Store closed(m_files->folder.filePath(QStringLiteral("none")), m_clock, m_files->random);
        CasesPage broken(closed, m_calendar, m_clock,
                         [](const Error &error) { return errorText(error).inOneLine(); });
        broken.show();
        QTRY_VERIFY(broken.findChild<QWidget *>(QStringLiteral("failed"))->isVisible());
        QCOMPARE(broken.findChild<QLabel *>(QStringLiteral("caseMessage"))->text(),
                 QStringLiteral("办件没有读出来。"));
    }

    void listsAreChosenByTheirDigit()
    {
        add(acceptedUntil(QStringLiteral("罗晓芬"), monday.addDays(4)));
        open();
        QTRY_COMPARE(m_page->desk().rows().size(), 1);
        key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(m_page->desk().rows().size(), 0);
        QVERIFY(m_page->desk().filter() == CaseFilter::Supplement);
        key(Qt::Key_6, Qt::ControlModifier);
        QTRY_COMPARE(m_page->desk().rows().size(), 1); // nothing was sent yet
    }

    void largeDarkAndSmallScreensFit()
    {
        for (int i = 0; i < 12; ++i)
            add(acceptedUntil(QStringLiteral("示例甲%1").arg(i), monday.addDays(i)));
        theme().setPercent(125);
        theme().setDark(true);
        open();
        m_page->resize(1366 - 95, 768 - 100);
        QTRY_COMPARE(m_page->desk().rows().size(), 12);
        QTRY_VERIFY(m_page->desk().detail().has_value());
        shoot(*m_page, QStringLiteral("cases-125-dark"));
        QVERIFY2(m_page->minimumSizeHint().width() <= 1366 - 95,
                 qPrintable(QString::number(m_page->minimumSizeHint().width())));
        QVERIFY2(m_page->minimumSizeHint().height() <= 768 - 100,
                 qPrintable(QString::number(m_page->minimumSizeHint().height())));
    }

    void nothingIsCutOnAnyScreenAtAnyTextSize_data()
    {
        QTest::addColumn<QSize>("screen");
        QTest::addColumn<int>("percent");
        for (const QSize screen : {QSize(1440, 900), QSize(1366, 768)}) {
            for (const int percent : {100, 125, 150})
                QTest::addRow("%d at %d", screen.width(), percent) << screen << percent;
        }
    }
    void nothingIsCutOnAnyScreenAtAnyTextSize()
    {
        QFETCH(QSize, screen);
        QFETCH(int, percent);
        for (int i = 0; i < 12; ++i)
            add(acceptedUntil(QStringLiteral("示例甲%1").arg(i), monday.addDays(i - 2)));
        theme().setPercent(percent);
        open();
        // What the frame leaves: without the rail, the top bar and the key bar.
        m_page->resize(screen.width() - theme().px(76), screen.height() - theme().px(52 + 34));
        QTRY_COMPARE(m_page->desk().rows().size(), 12);
        QTRY_VERIFY(m_page->desk().detail().has_value());
        QCoreApplication::processEvents();
        shoot(*m_page, QStringLiteral("cases-%1-%2").arg(screen.width()).arg(percent));
        QVERIFY(m_page->minimumSizeHint().width() <= m_page->width());
        QVERIFY(m_page->minimumSizeHint().height() <= m_page->height());
        const QHeaderView *header = table()->horizontalHeader();
        const int reach = table()->viewport()->width() + table()->horizontalScrollBar()->maximum();
        QVERIFY2(reach >= header->length(),
                 qPrintable(QStringLiteral("%1 of %2").arg(reach).arg(header->length())));
        QVERIFY(table()->horizontalScrollBar()->maximum() == 0 ||
                table()->horizontalScrollBar()->isVisible());
        for (int row = 0; row < 12; ++row) {
            for (const int column : {CaseModel::State, CaseModel::Number})
                QVERIFY2(QFontMetrics(theme().font(13)).horizontalAdvance(cell(row, column)) <=
                             table()->columnWidth(column) - theme().px(16),
                         qPrintable(cell(row, column)));
        }
        const QString tip = table()->model()->index(0, 1).data(Qt::ToolTipRole).toString();
        QCOMPARE(tip.contains(QStringLiteral("跑动")), table()->isColumnHidden(CaseModel::Visits));
        for (const auto *button : m_page->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(
                    button->width() >= button->sizeHint().width() &&
                        m_page->rect().contains(QRect(button->mapTo(m_page.get(), QPoint()), button->size())),
                    qPrintable(button->text()));
        }
        const auto *state = m_page->findChild<QLabel *>(QStringLiteral("caseState"));
        QVERIFY(state->width() >= state->sizeHint().width() && state->height() >= state->sizeHint().height());
        auto *legend = m_page->findChild<QWidget *>(QStringLiteral("legend"));
        if (legend->width() < legend->sizeHint().width()) {
            QImage drawn(legend->size(), QImage::Format_ARGB32);
            drawn.fill(Qt::transparent);
            legend->render(&drawn, {}, {}, {});
            QImage none(drawn.size(), drawn.format());
            none.fill(Qt::transparent);
            QCOMPARE(drawn, none);
        }
    }

    void theLongestFiguresOfACaseFitAtLargeText()
    {
        Transaction transaction = acceptedUntil(QStringLiteral("罗晓芬"), monday.addDays(-40));
        const CaseId id = transaction.events[0].caseId;
        for (const char *at : {"2026-11-21T02:42:10.123Z", "2026-11-23T02:42:10.123Z"})
            transaction.events.append({id,
                                       eventtype::visitRecorded,
                                       {{QStringLiteral("reason"), QStringLiteral("hand-in")},
                                        {QStringLiteral("at"), QLatin1String(at)}}});
        add(transaction);
        theme().setPercent(150);
        open();
        m_page->resize(1366 - theme().px(76), 768 - theme().px(52 + 34));
        QTRY_VERIFY(m_page->desk().detail().has_value());
        QTRY_COMPARE(fittingFigures(), 3);
        shoot(*m_page, QStringLiteral("cases-figures-150"));
    }

    void noStallIsFeltWhileOneWalksTheList()
    {
        for (int i = 0; i < 200; ++i)
            add(acceptedUntil(QStringLiteral("示例甲%1").arg(i), monday.addDays(i % 20)));
        open();
        QTRY_COMPARE(m_page->desk().rows().size(), 200);
        test::StallWatch watch;
        for (int i = 0; i < 30; ++i) {
            QTest::keyClick(table(), Qt::Key_Down);
            QVERIFY(watch.waitUntil([&] { return watch.knocks() > 5 * i; }));
        }
        qInfo("%d stalls over 16 ms, the longest %.1f ms", watch.feltStalls(), watch.longestMilliseconds());
        QVERIFY(!watch.isLongerThan(50));
    }

private:
    // How many of the case's large figures are shown whole.
    int fittingFigures() const
    {
        int figures = 0;
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (label->property("role") != QStringLiteral("verdictHeadline") || !label->isVisible())
                continue;
            const QSize need = label->fontMetrics()
                                   .boundingRect(QRect(0, 0, label->width(), 1000),
                                                 label->wordWrap() ? Qt::TextWordWrap : 0, label->text())
                                   .size();
            figures += need.width() <= label->width() && need.height() <= label->height() ? 1 : 0;
        }
        return figures;
    }

    QString add(const Transaction &transaction)
    {
        const auto appended = awaited(m_files->store->append(transaction));
        return appended ? appended->cases.first().number : QString();
    }
    void open()
    {
        m_page = std::make_unique<CasesPage>(*m_files->store, m_calendar, m_clock,
                                             [](const Error &error) { return errorText(error).inOneLine(); });
        m_page->resize(1364, 814);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        table()->setFocus();
    }
    CaseTable *table() { return m_page->findChild<CaseTable *>(); }
    QLineEdit *search() { return m_page->findChild<QLineEdit *>(QStringLiteral("caseSearch")); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    QStringList names()
    {
        QStringList found;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            found << cell(row, CaseModel::Applicant);
        return found;
    }
    QString label(const char *name) { return m_page->findChild<QLabel *>(QLatin1String(name))->text(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(), key,
                        modifiers);
    }

    QTranslator m_chinese;
    WorkingCalendar m_calendar = calendar();
    test::SteppedClock m_clock{QDateTime(monday, QTime(1, 0), Qt::UTC)};
    std::unique_ptr<StoreFixture> m_files;
    std::unique_ptr<CasesPage> m_page;
};

QTEST_MAIN(tst_casespage)
#include "tst_casespage.moc"
