#include "Places.h"
#include "StationTemplate.h"
#include "ui/signin/StartFaultDialog.h"
#include "ui/signin/UnlockDialog.h"
#include "workstation/Startup.h"
#include "workstation/Workplace.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTranslator>

using namespace yichuang;
using namespace yichuang::test;

namespace {

constexpr int cases = 30;
constexpr qint64 pageBytes = 4096;

QString databaseOf(const QString &profile)
{
    return profile + QStringLiteral("/station.db");
}

std::optional<ErrorCode> openingFault(const QString &profile)
{
    SystemClock clock;
    SystemRandom random;
    Store store(profile, clock, random);
    const auto opened = awaited(store.open(StationTemplate::keyOf(profile)->clone()));
    return opened ? std::nullopt : std::optional(opened.error().code);
}

template <typename Dialog>
Dialog *shown()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        auto *dialog = qobject_cast<Dialog *>(window);
        if (dialog && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

QStringList linesOf(const QWidget &dialog)
{
    QStringList lines;
    const auto labels = dialog.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        lines << label->text();
    return lines;
}

QPushButton *buttonCalled(const QWidget &dialog, const QString &word)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().contains(word))
            return button;
    }
    return nullptr;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// From a station's folder to the sign-in screen, or to the words that say why not.
class tst_startup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_chinese.load(QStringLiteral(YICHUANG_BINARY_DIR "/translations/yichuang_zh_CN.qm")));
        QVERIFY(QCoreApplication::installTranslator(&m_chinese));
        QVERIFY(m_whole.make());
        SystemClock clock;
        SystemRandom random;
        Store store(m_whole.profile(), clock, random);
        QVERIFY(awaited(store.open(StationTemplate::keyOf(m_whole.profile())->clone())));
        for (int count = 0; count < cases; ++count)
            QVERIFY(awaited(store.append(StoreFixture::acceptance(QStringLiteral("罗晓芬")))));
        copyAsKilled(m_whole.profile(), m_killed.filePath(QStringLiteral("profile")));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        copyAsKilled(m_whole.profile(), profile());
    }
    void cleanup() { m_startup.reset(); }

    void aGoodStationOpensToTheSignInScreen()
    {
        start();
        QVERIFY(hasOpened());
        QVERIFY(m_workplace->window().isVisible());
        QVERIFY(!shown<StartFaultDialog>() && !shown<UnlockDialog>());
    }

    void whatKeepsItFromOpeningIsSaidInThreeSentencesWithItsCode_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes"); // null: the file is gone
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *file, const QByteArray &bytes, ErrorCode code) {
            QTest::newRow(name) << QString::fromLatin1(file) << bytes << int(code);
        };
        row("no description", "station.json", {}, ErrorCode::StationConfigUnreadable);
        row("bad description", "station.json", "{\"device\":", ErrorCode::StationConfigMalformed);
        row("no store", "station.db", {}, ErrorCode::StoreMissing);
        row("no slots", "slots.json", {}, ErrorCode::SlotsMissing);
        row("bad slots", "slots.json", "[]", ErrorCode::SlotsDamaged);
        row("no passphrase", "../passphrase", {}, ErrorCode::SecretFileUnreadable);
        row("wrong passphrase", "../passphrase", "another", ErrorCode::WrongPassphrase);
    }
    void whatKeepsItFromOpeningIsSaidInThreeSentencesWithItsCode()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        Options options = optionsOf(profile());
        const QString path = QDir(profile()).filePath(file);
        if (file.endsWith(QStringLiteral("/passphrase")))
            options.passphraseFile = path;
        QVERIFY(bytes.isNull() ? !QFile::exists(path) || QFile::remove(path) : write(path, bytes));
        start(options);
        QTRY_VERIFY(shown<StartFaultDialog>());
        const auto *dialog = shown<StartFaultDialog>();
        checkWords(*dialog, ErrorCode(code));
        QVERIFY(!buttonCalled(*dialog, bringOut()));
        QVERIFY(!m_workplace);
    }

    void damagedDataIsBroughtOutWhenThePersonSaysSo_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char *damage : {"first-page", "page", "log"})
            QTest::newRow(damage) << QString::fromLatin1(damage);
    }
    void damagedDataIsBroughtOutWhenThePersonSaysSo()
    {
        QFETCH(QString, damage);
        const QString hit = damageOf(damage);
        QVERIFY(!hit.isEmpty());
        const QByteArray damaged = bytesOf(hit);
        const auto fault = openingFault(profile());
        QVERIFY(fault);
        // Whatever the look did to the files is undone.
        damageOf(damage);
        QSignalSpy lastClosed(qApp, &QGuiApplication::lastWindowClosed);
        start();
        QTRY_VERIFY(shown<StartFaultDialog>());
        auto *dialog = shown<StartFaultDialog>();
        checkWords(*dialog, *fault);
        auto *bring = buttonCalled(*dialog, bringOut());
        QVERIFY(bring);
        bring->click();
        bring->click(); // impatient
        const QString on = QCoreApplication::translate("yichuang::StartFaultDialog", "Go on");
        QTRY_VERIFY_WITH_TIMEOUT(buttonCalled(*dialog, on), 20000);
        const QString kept = keptCopyOf(QFileInfo(hit).fileName());
        QVERIFY(!kept.isEmpty());
        QCOMPARE(bytesOf(kept), damaged);
        QVERIFY(linesOf(*dialog).join(u'\n').contains(QFileInfo(kept).path()));
        QVERIFY(!m_workplace);
        buttonCalled(*dialog, on)->click();
        QVERIFY(hasOpened());
        QVERIFY(m_workplace->window().isVisible());
        QVERIFY(!shown<StartFaultDialog>());
        QCOMPARE(lastClosed.count(), 0);
        const auto counts = awaited(m_workplace->station().store().counts({}));
        QVERIFY(counts);
        // Without its first page nothing of the database can be read.
        QVERIFY2(counts->all > (damage == u"first-page" ? -1 : cases / 2),
                 qPrintable(QString::number(counts->all)));
    }

    void thePassphraseIsAskedForUntilItIsRight()
    {
        Options options = optionsOf(profile());
        options.passphraseFile.clear();
        start(options);
        QTRY_VERIFY(shown<UnlockDialog>());
        auto *field = shown<UnlockDialog>()->findChild<QLineEdit *>(QStringLiteral("passphrase"));
        give(*field, "another");
        QTRY_VERIFY(linesOf(*shown<UnlockDialog>())
                        .contains(errorText({ErrorCode::WrongPassphrase, {}}).inOneLine()));
        // Enter twice is one try.
        give(*field, StationProgram::passphrase);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(hasOpened());
        QCOMPARE(m_openings, 1);
        QVERIFY(!shown<UnlockDialog>() && !shown<StartFaultDialog>());
    }

private:
    QString profile() const { return m_folder->filePath(QStringLiteral("profile")); }
    static QString bringOut()
    {
        return QCoreApplication::translate("yichuang::StartFaultDialog", "Bring out what can be read");
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    static void give(QLineEdit &field, const char *passphrase)
    {
        field.clear();
        QTest::keyClicks(&field, QLatin1String(passphrase));
        QTest::keyClick(&field, Qt::Key_Return);
    }
    static void checkWords(const QWidget &dialog, ErrorCode code)
    {
        const ErrorText words = errorText({code, {}});
        const QStringList lines = linesOf(dialog);
        for (const QString &line : {words.happened, words.toDo, words.kept, words.code})
            QVERIFY2(!line.isEmpty() && lines.contains(line), qPrintable(lines.join(u'|') + line));
        QCOMPARE(words.code, shortCode(code));
    }

    Options optionsOf(const QString &profile) const
    {
        Options options;
        options.profile = profile;
        options.passphraseFile = m_whole.passphraseFile();
        return options;
    }
    void start() { start(optionsOf(profile())); }
    void start(const Options &options)
    {
        m_workplace = nullptr;
        m_startup = std::make_unique<Startup>(options);
        m_openings = 0;
        connect(m_startup.get(), &Startup::opened, this, [this](Workplace *place) {
            m_workplace = place;
            ++m_openings;
        });
        m_startup->start();
    }
    bool hasOpened()
    {
        return QTest::qWaitFor([this] { return m_workplace != nullptr; }, 20000);
    }

    // Makes the copy anew and damages it; the file that was hit.
    QString damageOf(const QString &damage)
    {
        QDir(profile()).removeRecursively();
        copyAsKilled(damage == u"log" ? m_killed.filePath(QStringLiteral("profile")) : m_whole.profile(),
                     profile());
        if (damage == u"log") {
            flip(databaseOf(profile()) + QStringLiteral("-wal"), 9);
            return databaseOf(profile()) + QStringLiteral("-wal");
        }
        const QString database = databaseOf(profile());
        if (damage == u"first-page")
            flip(database, 200);
        else if (m_page < 0)
            m_page = findPage();
        if (damage == u"page")
            flip(database, m_page * pageBytes + 200);
        return database;
    }
    // One, other than the first, without which the store does not open.
    qint64 findPage() const
    {
        const qint64 pages = QFileInfo(databaseOf(profile())).size() / pageBytes;
        for (qint64 page = 1; page < pages; ++page) {
            const QTemporaryDir copies;
            const QString copy = copies.filePath(QStringLiteral("profile"));
            copyAsKilled(m_whole.profile(), copy);
            flip(databaseOf(copy), page * pageBytes + 200);
            if (openingFault(copy))
                return page;
        }
        return 0;
    }
    QString keptCopyOf(const QString &name) const
    {
        QDirIterator walk(profile(), {name}, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            if (QFileInfo(path).path() != profile())
                return path;
        }
        return {};
    }

    QTranslator m_chinese;
    StationTemplate m_whole;
    QTemporaryDir m_killed; // with what was not yet carried into the database
    qint64 m_page = -1;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Startup> m_startup;
    int m_openings = 0;
    Workplace *m_workplace = nullptr;
};

QTEST_MAIN(tst_startup)
#include "tst_startup.moc"
