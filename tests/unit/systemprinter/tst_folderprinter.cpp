#include "printer-system/FolderPrinter.h"
#include "support/ScriptedStop.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace yichuang;
using namespace yichuang::systemprinter;

namespace {

const QByteArray pdf = "%PDF-1.4\n" + QByteArray(200000, 'x');

// The largest file of this process, so that the disk is full after that many bytes; for root too.
class LimitedFiles
{
public:
    explicit LimitedFiles(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~LimitedFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(LimitedFiles)

private:
    rlimit m_before{};
};

} // namespace

class TestFolderPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aPaperIsAFileForItsOwner();
    void twoPapersAreTwoFiles();
    void whatWasLeftUnfinishedIsNoHindrance();
    void aFolderThatIsNotThereIsMissing();
    void aFullDiskLeavesNothing();
    void aFolderThatTakesNoFileIsRefused();
    void whatIsNoPdfIsRefused();
    void aStopPrintsNothing();
    void theTitleIsMadeFitForAName_data();
    void theTitleIsMadeFitForAName();

private:
    Result<PrintProof> print(const QString &title = QStringLiteral("paper"))
    {
        return FolderPrinter(m_folder->path()).print({pdf, title}, ScriptedStop());
    }
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFolderPrinter::aPaperIsAFileForItsOwner()
{
    QCOMPARE(print(QStringLiteral("受理通知书")), Result<PrintProof>(PrintProof::Confirmed));
    QCOMPARE(files(), QStringList(QStringLiteral("受理通知书-1.pdf")));
    QFile file(m_folder->filePath(files().first()));
    QVERIFY(!(file.permissions() &
              (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), pdf);
    QCOMPARE(FolderPrinter(m_folder->path()).condition(ScriptedStop()).lamp, DeviceLamp::Ready);
}

void TestFolderPrinter::twoPapersAreTwoFiles()
{
    QFile there(m_folder->filePath(QStringLiteral("paper-1.pdf")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    QVERIFY(print());
    QVERIFY(print());
    QCOMPARE(files(), QStringList({QStringLiteral("paper-1.pdf"), QStringLiteral("paper-2.pdf"),
                                   QStringLiteral("paper-3.pdf")}));
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("mine"));
}

void TestFolderPrinter::whatWasLeftUnfinishedIsNoHindrance()
{
    QFile left(m_folder->filePath(QStringLiteral(".yichuang-paper.part")));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    QVERIFY(print());
    QCOMPARE(files(), QStringList(QStringLiteral("paper-1.pdf")));
}

void TestFolderPrinter::aFolderThatIsNotThereIsMissing()
{
    FolderPrinter printer(m_folder->filePath(QStringLiteral("gone")));
    const auto proof = printer.print({pdf, QStringLiteral("paper")}, ScriptedStop());
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterMissing);
    QCOMPARE(printer.condition(ScriptedStop()).code, QStringLiteral("V050"));
}

void TestFolderPrinter::aFullDiskLeavesNothing()
{
    Result<PrintProof> proof = PrintProof::Confirmed;
    {
        const LimitedFiles full(100000);
        proof = print();
    }
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterRefused);
    QCOMPARE(files(), QStringList());
}

void TestFolderPrinter::aFolderThatTakesNoFileIsRefused()
{
    // A folder of the kernel's, because permissions do not hold root.
    const auto proof =
        FolderPrinter(QStringLiteral("/proc/self")).print({pdf, QStringLiteral("paper")}, ScriptedStop());
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterRefused);
}

void TestFolderPrinter::whatIsNoPdfIsRefused()
{
    const auto proof = FolderPrinter(m_folder->path()).print({"hello", {}}, ScriptedStop());
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DocumentPrinterRefused);
    QCOMPARE(files(), QStringList());
}

void TestFolderPrinter::aStopPrintsNothing()
{
    const auto proof = FolderPrinter(m_folder->path()).print({pdf, {}}, ScriptedStop(0));
    QVERIFY(!proof);
    QCOMPARE(proof.error().code, ErrorCode::DeviceStopped);
    QCOMPARE(files(), QStringList());
}

void TestFolderPrinter::theTitleIsMadeFitForAName_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const char *name) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(name);
    };
    row("受理通知书 430407-W03", "受理通知书-430407-W03");
    row("../../etc/passwd", "etc-passwd");
    row(".hidden", "hidden");
    row("a\nb\tc", "a-b-c");
    row("《通知》", "通知");
    row("", "document");
    row("///", "document");
    row("𠮷", "𠮷");
    QTest::newRow("long") << QString(500, u'长') << QString(40, u'长');
    QTest::newRow("null") << QString(QChar(0)) << QStringLiteral("document");
}

void TestFolderPrinter::theTitleIsMadeFitForAName()
{
    QFETCH(QString, title);
    QTEST(fileTitle(title), "name");
}

QTEST_GUILESS_MAIN(TestFolderPrinter)
#include "tst_folderprinter.moc"
