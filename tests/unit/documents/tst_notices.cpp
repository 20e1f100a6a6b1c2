#include "Places.h"
#include "SampleNotice.h"
#include "documents/NoticeHtml.h"
#include "documents/NoticePdf.h"
#include "documents/PaperCode.h"
#include "domain/PaperCodes.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace yichuang;

namespace {

const PaperKind kinds[] = {PaperKind::AcceptanceNotice, PaperKind::OneTimeNotice,
                           PaperKind::CollectionReceipt, PaperKind::NotAccepted, PaperKind::NotRequired};

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60000))
        return QStringLiteral("did not run: ") + program;
    return QString::fromUtf8(process.readAllStandardOutput()) +
           QString::fromUtf8(process.readAllStandardError());
}

} // namespace

class tst_notices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPaperIsPdfA1bInTheEyesOfPdfBox()
    {
        QStringList files;
        for (const PaperKind kind : kinds)
            files << write(kind, test::sampleNotice());
        QStringList jars;
        for (const char *jar : {"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging",
                                "javax.activation", "jaxb-api"})
            jars << QStringLiteral("/usr/share/java/%1.jar").arg(QLatin1String(jar));
        for (const QString &file : files) {
            const QString said = run(QStringLiteral("java"),
                                     {QStringLiteral("-cp"), jars.join(u':'),
                                      QStringLiteral("org.apache.pdfbox.preflight.Validator_A1b"), file});
            QVERIFY2(said.contains(QStringLiteral("is a valid PDF/A-1b file")), qPrintable(said));
        }
    }

    void theAcceptanceNoticeSaysWhatTheLawDemands()
    {
        const QString text = textOf(write(PaperKind::AcceptanceNotice, test::sampleNotice()));
        for (const QString &part : {QStringLiteral("受理通知书"),
                                    QStringLiteral("430407-W03-261123-0022"),
                                    QStringLiteral("不动产转移登记（二手房买卖）"),
                                    QStringLiteral("罗晓芬"),
                                    QStringLiteral("430407********1129"),
                                    QStringLiteral("138****4321"),
                                    QStringLiteral("示例区不动产登记中心"),
                                    QStringLiteral("刘海燕"),
                                    QStringLiteral("12345"),
                                    QStringLiteral("住宅每件80元"),
                                    QStringLiteral("2026年11月23日"),
                                    QStringLiteral("2026年11月30日"),
                                    QStringLiteral("5个工作日"),
                                    QStringLiteral("30个工作日"),
                                    QStringLiteral("不计入办理期限"),
                                    QStringLiteral("公告、调查所需时间不计算在内"),
                                    QStringLiteral("查询码"),
                                    QStringLiteral("快递送达"),
                                    QStringLiteral("存量房买卖合同"),
                                    QStringLiteral("受理专用章"),
                                    QStringLiteral("现决定予以受理"),
                                    QStringLiteral("物业费结清证明”请于2026年11月27日前补交"),
                                    QStringLiteral("示例"),
                                    QStringLiteral("不需要您再来"),
                                    queryCode(test::sampleNotice().caseId)})
            QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
        QVERIFY(!text.contains(QStringLiteral("430407198603021129")));
    }

    void theOneTimeNoticeSaysEverythingAtOnceAndUntilWhen()
    {
        const QString text = textOf(write(PaperKind::OneTimeNotice, test::sampleNotice()));
        for (const QString &part :
             {QStringLiteral("一次性告知单"), QStringLiteral("存量房买卖合同"),
              QStringLiteral("带原件或拍照上传"), QStringLiteral("2026年12月21日"),
              QStringLiteral("不再要求其他材料"), QStringLiteral("第三十二条第一款第四项")})
            QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    }

    void theCollectionReceiptIsNoAcceptance()
    {
        const QString text = textOf(write(PaperKind::CollectionReceipt, test::sampleNotice()));
        for (const QString &part :
             {QStringLiteral("收件凭证"), QStringLiteral("收件编号"), QStringLiteral("收件专用章"),
              QStringLiteral("办理期限自受理之日起算"), QStringLiteral("不是受理通知书")})
            QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
        QVERIFY(!text.contains(QStringLiteral("予以受理")));
        QVERIFY(!text.contains(QStringLiteral("承诺办结")));
    }

    void aRefusalHasReasonGroundRightAuthorityAndRemedy()
    {
        const QString text = textOf(write(PaperKind::NotAccepted, test::sampleNotice()));
        for (const QString &part :
             {QStringLiteral("不予受理决定书"), QStringLiteral("该房屋不在本登记机构的辖区内"),
              QStringLiteral("《不动产登记暂行条例》第七条"), QStringLiteral("示例县不动产登记中心"),
              QStringLiteral("60日内申请行政复议"), QStringLiteral("6个月内提起行政诉讼")})
            QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    }

    void aPaperThatLacksWhatTheLawDemandsIsNotDrawn_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("part");
        const auto add = [](const char *name, PaperKind kind, int part) {
            QTest::newRow(name) << static_cast<int>(kind) << part;
        };
        add("no remedy", PaperKind::NotAccepted, 0);
        add("no ground", PaperKind::NotRequired, 1);
        add("nothing missing", PaperKind::OneTimeNotice, 2);
        add("no last day", PaperKind::OneTimeNotice, 3);
        add("no time limit", PaperKind::AcceptanceNotice, 4);
        add("no number", PaperKind::AcceptanceNotice, 5);
        add("nobody decides", PaperKind::CollectionReceipt, 6);
        add("no applicant", PaperKind::AcceptanceNotice, 7);
    }
    void aPaperThatLacksWhatTheLawDemandsIsNotDrawn()
    {
        QFETCH(int, kind);
        QFETCH(int, part);
        NoticeData data = test::sampleNotice();
        const std::function<void()> cuts[] = {
            [&] { data.remedy.clear(); },         [&] { data.refusalGround.clear(); },
            [&] { data.gaps.clear(); },           [&] { data.respondBy = {}; },
            [&] { data.committedLimit.clear(); }, [&] { data.caseNumber.clear(); },
            [&] { data.decider.clear(); },        [&] { data.parties.clear(); }};
        cuts[part]();
        const auto drawn = drawNotice(static_cast<PaperKind>(kind), data);
        QVERIFY(!drawn);
        QCOMPARE(drawn.error().code, ErrorCode::NoticeIncomplete);
    }

    void theCodeOnEveryPaperIsReadByZBarAndFindsTheCase()
    {
        for (const PaperKind kind : kinds) {
            const QString file = write(kind, test::sampleNotice());
            const QString said =
                run(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"),
                                                QStringLiteral("--nodbus"), pictureOf(file)});
            const auto code = PaperCode::fromString(said.trimmed());
            QVERIFY2(code, qPrintable(said));
            QCOMPARE(code->caseNumber, QStringLiteral("430407-W03-261123-0022"));
            QVERIFY(code->caseId == test::sampleNotice().caseId);
            QCOMPARE(code->paper, nameOf(kind));
            QVERIFY(textOf(file).contains(code->checkCode)); // the same one as in print
        }
    }

    void theCheckCodeFollowsEveryWordOfThePaper()
    {
        NoticeData other = test::sampleNotice();
        const QString before = drawNotice(PaperKind::AcceptanceNotice, other)->checkCode;
        QCOMPARE(drawNotice(PaperKind::AcceptanceNotice, other)->checkCode, before);
        other.committedDue = QDate(2026, 12, 1);
        QVERIFY(drawNotice(PaperKind::AcceptanceNotice, other)->checkCode != before);
    }

    void manyPapersAndLongNamesGoOverSeveralPages()
    {
        NoticeData data = test::sampleNotice();
        for (int i = 0; i < 60; ++i)
            data.lines.append({QStringLiteral("名称很长的证明材料").repeated(6) + QString::number(i),
                               QStringLiteral("原件"),
                               QStringLiteral("申请人"),
                               1,
                               NoticeLineState::Complete,
                               {}});
        const auto drawn = drawNotice(PaperKind::AcceptanceNotice, data);
        QVERIFY(drawn && drawn->pages >= 3);
        const QString file = write(PaperKind::AcceptanceNotice, data);
        const QString text = textOf(file);
        QVERIFY(text.contains(QStringLiteral("第%1页共%1页").arg(drawn->pages)));
        QVERIFY(text.contains(QStringLiteral("材料59")));
        QVERIFY(run(QStringLiteral("pdfinfo"), {file})
                    .contains(QStringLiteral("Pages:           %1").arg(drawn->pages)));
    }

    void hostileValuesStayWords()
    {
        NoticeData data = test::sampleNotice();
        data.parties[0].name =
            QStringLiteral("<b>{item}</b>") + QChar(0x202E) + QStringLiteral("欧阳㐱𠮷") + QChar(7);
        data.item = QStringLiteral("<img src='file:///etc/passwd'>{hotline}");
        const QString text = textOf(write(PaperKind::AcceptanceNotice, data));
        QVERIFY2(text.contains(QStringLiteral("<b>{item}</b>")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("{hotline}")));
        QVERIFY(text.contains(QStringLiteral("欧阳㐱")));
        QVERIFY(!text.contains(QChar(0x202E)));
    }

    void aVillageWithoutWindowAndADateWithoutCalendarAreSaidPlainly()
    {
        NoticeData data = test::sampleNotice();
        data.window.clear();
        data.committedDue = {};
        const QString text = textOf(write(PaperKind::AcceptanceNotice, data));
        QVERIFY(text.contains(QStringLiteral("受理之日起5个工作日内")));
        QVERIFY(!text.contains(QStringLiteral("号综合窗口")));
    }

    void onlyWhatThisProgramWritesIsReadAsACode()
    {
        const PaperCode code{QStringLiteral("430407-W03-261123-0022"), test::sampleNotice().caseId,
                             QStringLiteral("acceptance-slip"), QStringLiteral("8F3C-27A1")};
        QVERIFY(PaperCode::fromString(code.toString()) == code);
        for (const QString &wrong :
             {QString(), QStringLiteral("YC2:"), code.toString() + u' ',
              QString(code.toString()).replace(QStringLiteral("YC1"), QStringLiteral("yc1")),
              code.toString().chopped(1), QStringLiteral("http://示例/")})
            QVERIFY2(!PaperCode::fromString(wrong), qPrintable(wrong));
    }

private:
    QString write(PaperKind kind, const NoticeData &data)
    {
        const auto drawn = drawNotice(kind, data);
        if (!drawn)
            qFatal("not drawn: %s", qPrintable(logText(drawn.error())));
        const QString file = m_folder.filePath(QStringLiteral("%1.pdf").arg(++m_count));
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(drawn->pdf) != drawn->pdf.size())
            qFatal("not written");
        // For the eye of whoever works on the papers.
        const QDir shots(QStringLiteral(YICHUANG_BINARY_DIR "/shots"));
        if (shots.mkpath(QStringLiteral(".")) && m_count <= 16)
            QFile::copy(file, shots.filePath(QStringLiteral("notice-%1.pdf").arg(m_count)));
        return file;
    }
    // Without spaces, and with the forms of brackets alike.
    QString textOf(const QString &file)
    {
        QString text =
            run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), file, QStringLiteral("-")});
        text.replace(u'(', QStringLiteral("（")).replace(u')', QStringLiteral("）"));
        text.remove(QRegularExpression(QStringLiteral("\\s")));
        return text;
    }
    QString pictureOf(const QString &file)
    {
        const QString stem = file.chopped(4);
        run(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-png"),
                                         QStringLiteral("-singlefile"), file, stem});
        return stem + QStringLiteral(".png");
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_MAIN(tst_notices)
#include "tst_notices.moc"
