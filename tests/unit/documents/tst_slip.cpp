#include "SampleNotice.h"
#include "documents/PaperCode.h"
#include "documents/PaperTexts.h"
#include "documents/Slip.h"

#include <QJsonDocument>
#include <QTest>

using namespace yichuang;

namespace {

QString wordsOf(const ReceiptPage &page)
{
    QStringList words;
    for (const ReceiptLine &line : page.lines)
        words << line.text + (line.right.isEmpty() ? QString() : QStringLiteral(" | ") + line.right);
    return words.join(u'\n');
}

} // namespace

class tst_slip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysNumberItemDateMaterialsWhatIsOwedAndVisitsInThisOrder()
    {
        const QString words = wordsOf(makeSlip(PaperKind::AcceptanceNotice, test::sampleNotice()).page);
        qsizetype last = -1;
        for (const QString &part :
             {QStringLiteral("430407-W03-261123-0022"), QStringLiteral("不动产转移登记（二手房买卖）"),
              QStringLiteral("11 月 30 日 周一"), QStringLiteral("材料 5 件"),
              QStringLiteral("还请您做 1 件事"), QStringLiteral("11 月 27 日 周五前补交“物业费结清证明”"),
              QStringLiteral("已跑 1 次"), QStringLiteral("YC1:"), QStringLiteral("12345")}) {
            const qsizetype at = words.indexOf(part);
            QVERIFY2(at > last, qPrintable(part + u'\n' + words));
            last = at;
        }
    }

    void namesAreMaskedAndNoNumberOfIdentityIsOnIt()
    {
        const QString words = wordsOf(makeSlip(PaperKind::AcceptanceNotice, test::sampleNotice()).page);
        QVERIFY(words.contains(QStringLiteral("罗*芬")));
        QVERIFY(!words.contains(QStringLiteral("罗晓芬")));
        QVERIFY(!words.contains(QStringLiteral("4304071986")));
        QVERIFY(!words.contains(QStringLiteral("13800004321")));
    }

    void whoeverOwesNothingIsToldSo()
    {
        NoticeData data = test::sampleNotice();
        data.lines.removeAt(3);
        QVERIFY(
            wordsOf(makeSlip(PaperKind::AcceptanceNotice, data).page).contains(QStringLiteral("不用再来")));
    }

    void aSiteThatOnlyCollectsPromisesNoDate()
    {
        const QString words = wordsOf(makeSlip(PaperKind::CollectionReceipt, test::sampleNotice()).page);
        QVERIFY(words.contains(QStringLiteral("收件回执")));
        QVERIFY(!words.contains(QStringLiteral("承诺办结")));
        QVERIFY(!words.contains(QStringLiteral("受理回执")));
    }

    void theCodeNamesTheSlipAndItsCheckCode()
    {
        const SlipPaper slip = makeSlip(PaperKind::AcceptanceNotice, test::sampleNotice());
        const auto line =
            std::find_if(slip.page.lines.begin(), slip.page.lines.end(),
                         [](const ReceiptLine &each) { return each.kind == ReceiptLine::Kind::Code; });
        QVERIFY(line != slip.page.lines.end());
        const auto code = PaperCode::fromString(line->text);
        QVERIFY(code);
        QCOMPARE(code->paper, QStringLiteral("acceptance-slip"));
        QCOMPARE(code->checkCode, slip.checkCode);
    }

    void itPassesThroughItsJsonUnchanged()
    {
        const ReceiptPage page = makeSlip(PaperKind::AcceptanceNotice, test::sampleNotice()).page;
        const auto back =
            receiptPageFromJson(QJsonDocument::fromJson(QJsonDocument(toJson(page)).toJson()).object());
        QVERIFY(back && *back == page);
        QJsonObject strange = toJson(page);
        strange.insert(QStringLiteral("font"), 3);
        QCOMPARE(receiptPageFromJson(strange).error().code, ErrorCode::ReceiptMalformed);
    }

    void sentencesWithAStrangePlaceholderAreRefused()
    {
        const QByteArray sound =
            R"({"p":{"title":"a","opening":"b","signature":"c","seal":"d","foot":"e","statements":["f"]}})";
        QVERIFY(parsePaperText(sound, QStringLiteral("p")));
        for (const auto &[from, to] : {std::pair{"\"b\"", "\"{name}\""}, std::pair{"\"c\"", "7"},
                                       std::pair{"[\"f\"]", "[]"}, std::pair{"\"title\"", "\"titel\""}})
            QCOMPARE(parsePaperText(QByteArray(sound).replace(from, to), QStringLiteral("p")).error().code,
                     ErrorCode::PaperTextsMalformed);
    }
};

QTEST_MAIN(tst_slip)
#include "tst_slip.moc"
