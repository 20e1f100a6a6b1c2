#include "support/FakePageTray.h"
#include "support/ScriptedPageSource.h"
#include "ui/materials/MaterialsDesk.h"
#include "ui/materials/PageImages.h"

#include <QBuffer>
#include <QFile>
#include <QImageWriter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace yichuang;

namespace {

QByteArray picture(const char *format, QSize size = {210, 297}, bool noisy = false)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int i = 0; noisy && i < image.width() * image.height(); ++i)
        image.setPixel(i % image.width(), i / image.width(), static_cast<uint>(i) * 2654435761U);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, format).write(image);
    return bytes;
}

const QByteArray pdf("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

QString described(const tl::expected<PageFile, PageFileFault> &checked)
{
    return checked ? checked->mediaType : QStringLiteral("fault %1").arg(int(checked.error()));
}

QString fault(PageFileFault what)
{
    return QStringLiteral("fault %1").arg(int(what));
}

} // namespace

class TestPageFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const char *name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("the test's file could not be written");
        return path;
    }

private Q_SLOTS:
    void theKindIsWhatTheBytesAre()
    {
        QCOMPARE(described(readPageFile(file("a.pdf", picture("jpeg")))), QStringLiteral("image/jpeg"));
        QCOMPARE(described(readPageFile(file("b.jpg", picture("png")))), QStringLiteral("image/png"));
        QCOMPARE(described(readPageFile(file("c.png", pdf))), QStringLiteral("application/pdf"));
        QCOMPARE(described(readPageFile(file("d.pdf", "MZ\x90 program"))), fault(PageFileFault::UnknownKind));
        QCOMPARE(described(readPageFile(file("e.png", picture("bmp")))), fault(PageFileFault::UnknownKind));
    }

    void whatCannotBeReadIsRefused()
    {
        QCOMPARE(described(readPageFile(m_folder.filePath(QStringLiteral("none")))),
                 fault(PageFileFault::Unreadable));
        QCOMPARE(described(readPageFile(m_folder.path())), fault(PageFileFault::Unreadable));
        QCOMPARE(described(readPageFile(file("empty.png", {}))), fault(PageFileFault::Empty));
        const QByteArray fifo = m_folder.filePath(QStringLiteral("fifo.png")).toLocal8Bit();
        QCOMPARE(mkfifo(fifo.constData(), 0600), 0);
        QCOMPARE(described(readPageFile(QString::fromLocal8Bit(fifo))),
                 fault(PageFileFault::Unreadable)); // and does not hang
    }

    void aPictureMustBeWhole()
    {
        for (const char *format : {"png", "jpeg"}) {
            const QByteArray bytes = picture(format, {400, 400}, true);
            QVERIFY(checkPageBytes(bytes));
            QCOMPARE(described(checkPageBytes(bytes.first(bytes.size() / 2))), fault(PageFileFault::Damaged));
            QCOMPARE(described(checkPageBytes(bytes.first(20))), fault(PageFileFault::Damaged));
        }
        QByteArray bent = picture("png", {400, 400}, true);
        bent[bent.size() / 2] = static_cast<char>(bent[bent.size() / 2] ^ 0x55);
        QCOMPARE(described(checkPageBytes(bent)), fault(PageFileFault::Damaged));
    }

    void sizesAreLimitedBeforeAnythingIsDecoded()
    {
        QCOMPARE(described(checkPageBytes(QByteArray(maximumPageFileBytes + 1, 'x'))),
                 fault(PageFileFault::TooLarge));
        QByteArray bomb = picture("png");
        bomb.replace(16, 8, QByteArray::fromHex("0000c3500000c350")); // IHDR: 50 000 × 50 000
        const QString said = described(checkPageBytes(bomb));
        QVERIFY2(said == fault(PageFileFault::TooManyPixels) || said == fault(PageFileFault::Damaged),
                 qPrintable(said));
        const QString large = file("large.png", {});
        QVERIFY(QFile::resize(large, maximumPageFileBytes + 1));
        QCOMPARE(described(readPageFile(large)), fault(PageFileFault::TooLarge));
        QCOMPARE(described(checkPageBytes(picture("png", {maximumPageSide + 1, 10}))),
                 fault(PageFileFault::TooManyPixels));
    }

    void aPdfWithAPasswordOrAScriptIsRefused()
    {
        QVERIFY(checkPageBytes(pdf));
        QCOMPARE(described(checkPageBytes(QByteArray(pdf).replace("%%EOF", ""))),
                 fault(PageFileFault::Damaged));
        QCOMPARE(described(checkPageBytes(QByteArray(pdf).replace("<<>>", "<</Encrypt 1 0 R>>"))),
                 fault(PageFileFault::Locked));
        for (const char *word : {"/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia"})
            QCOMPARE(
                described(checkPageBytes(QByteArray(pdf).replace("<<>>", QByteArray("<<") + word + ">>"))),
                fault(PageFileFault::Active));
    }

    void filesBecomePagesInTheirOrderAndARefusedOneStopsNothing()
    {
        test::FakePageTray tray;
        test::ScriptedPageSource source;
        tray.addLine(QStringLiteral("c"), QStringLiteral("合同"));
        MaterialsDesk desk(tray, source);
        desk.chooseLine(QStringLiteral("c"));
        QSignalSpy refused(&desk, &MaterialsDesk::fileRefused);
        QSignalSpy ended(&desk.fileImport(), &FileImport::ended);
        desk.importFiles({file("1.png", picture("png")), file("2.txt", "text"), file("3.pdf", pdf)});
        QVERIFY(desk.fileImport().isRunning());
        QVERIFY(ended.wait());
        QCOMPARE(tray.draft.materials.value(QStringLiteral("c")).pages.size(), 2);
        QCOMPARE(tray.draft.page(2)->mediaType, QStringLiteral("application/pdf"));
        QCOMPARE(tray.draft.page(1)->origin, QStringLiteral("import"));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused.first().first().toString(), QStringLiteral("2.txt"));
    }

    void aCancelledImportEnds()
    {
        FileImport import;
        QSignalSpy taken(&import, &FileImport::taken);
        QSignalSpy ended(&import, &FileImport::ended);
        const QString path = file("x.png", picture("png"));
        QVERIFY(import.start(QStringList(50, path)));
        QVERIFY(!import.start({path}));
        import.cancel();
        QVERIFY(ended.wait());
        QVERIFY(taken.isEmpty());
        QVERIFY(!import.isRunning());
    }

    void destroyingAnImportUnderWayIsSafe()
    {
        auto import = std::make_unique<FileImport>();
        QVERIFY(import->start({file("y.png", picture("png", {2000, 2000}, true))}));
        import.reset();
        QCoreApplication::sendPostedEvents();
    }

    void picturesAreDecodedOnceAndScaled()
    {
        test::FakePageTray tray;
        QVERIFY(
            tray.add({}, picture("png", {2000, 1000}), QStringLiteral("image/png"), QStringLiteral("scan")));
        PageImages images(tray);
        QSignalSpy changed(&images, &PageImages::changed);
        const DraftPage page = *tray.draft.page(1);
        QVERIFY(images.thumbnail(page).isNull());
        QVERIFY(images.thumbnail(page).isNull()); // asked twice, fetched once
        QVERIFY(images.state(1) == PageImages::State::Loading);
        QVERIFY(changed.wait());
        QCOMPARE(images.thumbnail(page).size(), QSize(256, 128));
        QVERIFY(images.state(1) == PageImages::State::Ready);
        QCOMPARE(tray.fetches, 1);
        QVERIFY(images.preview(page).isNull());
        QVERIFY(changed.wait());
        QCOMPARE(images.preview(page).size(), QSize(1500, 750));
        QVERIFY(images.enlarged(page).isNull());
        QVERIFY(changed.wait());
        QCOMPARE(images.enlarged(page).size(), QSize(2000, 1000)); // never larger than it is
    }

    void aPageWithoutAPictureSaysSo()
    {
        test::FakePageTray tray;
        QVERIFY(tray.add({}, pdf, QStringLiteral("application/pdf"), QStringLiteral("import")));
        QVERIFY(tray.add({}, "no picture", QStringLiteral("image/png"), QStringLiteral("scan")));
        PageImages images(tray);
        QSignalSpy changed(&images, &PageImages::changed);
        images.thumbnail(*tray.draft.page(1));
        QVERIFY(images.state(1) == PageImages::State::NoPicture);
        images.thumbnail(*tray.draft.page(2));
        QVERIFY(changed.wait());
        QVERIFY(images.state(2) == PageImages::State::Failed);
        images.thumbnail(*tray.draft.page(2));
        QCOMPARE(tray.fetches, 1); // not asked again and again
    }

    void anotherPersonsPicturesNeverAppear()
    {
        test::FakePageTray tray;
        QVERIFY(tray.add({}, picture("png", {800, 800}, true), QStringLiteral("image/png"),
                         QStringLiteral("scan")));
        PageImages images(tray);
        QSignalSpy changed(&images, &PageImages::changed);
        images.thumbnail(*tray.draft.page(1));
        images.forget();
        QVERIFY(!changed.wait(500));
        QVERIFY(images.state(1) == PageImages::State::Loading);
    }
};

QTEST_GUILESS_MAIN(TestPageFiles)
#include "tst_pagefiles.moc"
