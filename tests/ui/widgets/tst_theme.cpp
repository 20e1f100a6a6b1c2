#include "ui/widgets/Icon.h"
#include "ui/widgets/StyleSheet.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace yichuang;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a) + 0.05;
    const double two = luminance(b) + 0.05;
    return std::max(one, two) / std::min(one, two);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableInBothThemes()
    {
        for (const Tokens &t : {lightTokens(), darkTokens()}) {
            for (const QColor &text :
                 {t.text, t.text2, t.text3, t.accent, t.ok, t.warn, t.error, t.local, t.licence, t.history})
                QVERIFY2(contrast(text, t.panel) >= 4.5, qPrintable(text.name()));
            for (const auto &[text, ground] : {std::pair(t.ok, t.okSoft),
                                               {t.warn, t.warnSoft},
                                               {t.error, t.errorSoft},
                                               {t.accent, t.accentSoft},
                                               {t.local, t.localSoft},
                                               {t.text2, t.selected}})
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + ground.name()));
            for (const QColor &fill : {t.accent, t.ok, t.error, t.local})
                QVERIFY2(contrast(t.onFill, fill) >= 4.5, qPrintable(fill.name()));
            QVERIFY(contrast(t.control, t.panel) >= 3.0);
        }
    }

    void everyReferenceOfTheSheetIsFilledIn()
    {
        const QString sheet = styleSheetOf(lightTokens(), 150);
        QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
        QVERIFY(!sheet.contains(QStringLiteral(": ;")));
        QVERIFY(sheet.contains(QStringLiteral("#1a5c9e")));
        QVERIFY(sheet.contains(QStringLiteral("min-height: 51px"))); // 34 at 150 %
    }

    void theSheetReachesTheWidgets()
    {
        theme().applyTo(*qApp);
        QLabel label(QStringLiteral("x"));
        label.setProperty("role", QStringLiteral("title"));
        label.ensurePolished();
        QCOMPARE(label.font().pixelSize(), 18);
        QSignalSpy changed(&theme(), &Theme::changed);
        theme().setPercent(125);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(theme().px(20), 25);
        theme().setPercent(100);
        theme().setDark(true);
        QCOMPARE(theme().tokens().app, darkTokens().app);
        theme().setDark(false);
    }

    void iconsAreDrawnInTheirColour()
    {
        const QImage image = icon(QLatin1String("trash"), Qt::red).pixmap(20).toImage();
        int red = 0;
        for (int i = 0; i < image.width() * image.height(); ++i)
            red += image.pixelColor(i % image.width(), i / image.width()).red() > 200 ? 1 : 0;
        QVERIFY(red > 20);
        QVERIFY(icon(QLatin1String("no such"), Qt::red).isNull());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
