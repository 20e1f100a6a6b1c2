#include "documents/Slip.h"

#include "documents/NoticeHtml.h"
#include "documents/PaperCode.h"
#include "domain/Mask.h"
#include "domain/PaperCodes.h"

#include <QJsonDocument>
#include <QLocale>

namespace yichuang {

namespace {

using Line = ReceiptLine;

Line text(const QString &words, Line::Align align = Line::Align::Left, bool bold = false, int scale = 1)
{
    return {Line::Kind::Text, words, {}, align, scale, bold};
}

Line columns(const QString &left, const QString &right, bool bold = false)
{
    return {Line::Kind::Columns, left, right, Line::Align::Left, 1, bold};
}

Line only(Line::Kind kind)
{
    return {kind, {}, {}, Line::Align::Left, 1, false};
}

QString slipTitle(PaperKind kind)
{
    return kind == PaperKind::CollectionReceipt ? QStringLiteral("收件回执") : QStringLiteral("受理回执");
}

QString dayWithWeekday(QDate day)
{
    static const QString days = QStringLiteral("一二三四五六日");
    return QStringLiteral("%1 月 %2 日 周%3")
        .arg(day.month())
        .arg(day.day())
        .arg(days.at(day.dayOfWeek() - 1));
}

QString lineWord(const NoticeLine &line)
{
    if (line.state == NoticeLineState::Complete && line.pages > 0)
        return QStringLiteral("%1 页").arg(line.pages);
    return stateWord(line).remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>"));
}

void addHead(QList<Line> &lines, PaperKind kind, const NoticeData &data)
{
    lines << text(data.demonstration ? data.site + QStringLiteral("（示例）") : data.site,
                  Line::Align::Centre)
          << text(slipTitle(kind), Line::Align::Centre, true, 2) << only(Line::Kind::Rule)
          << text(kind == PaperKind::CollectionReceipt ? QStringLiteral("收件编号")
                                                       : QStringLiteral("办件编号"))
          << text(data.caseNumber, Line::Align::Left, true, 2)
          << text(QStringLiteral("查询码 ") + queryCode(data.caseId), Line::Align::Left, true)
          << only(Line::Kind::Rule) << text(QStringLiteral("事项　") + data.item, Line::Align::Left, true);
    for (const NoticeParty &party : data.parties)
        lines << text(party.title + QStringLiteral("　") + mask::name(party.name));
    const QString place = data.window.isEmpty() ? QString() : QStringLiteral("　%1 号窗口").arg(data.window);
    lines << text(QStringLiteral("收件　") + data.at.toString(QStringLiteral("yyyy-MM-dd HH:mm")) + place)
          << text(QStringLiteral("经办人　") + data.clerk);
}

QString promise(PaperKind kind, const NoticeData &data)
{
    if (kind == PaperKind::CollectionReceipt)
        return QStringLiteral("由%1决定是否受理\n结果主动通知您").arg(data.decider);
    if (data.immediate)
        return QStringLiteral("当场办结");
    if (data.committedDue.isNull())
        return QStringLiteral("承诺办结\n受理之日起 %1内").arg(data.committedLimit);
    return QStringLiteral("承诺办结　%1\n%2").arg(data.committedLimit, dayWithWeekday(data.committedDue));
}

void addMaterials(QList<Line> &lines, const NoticeData &data)
{
    if (data.lines.isEmpty())
        return;
    lines << columns(QStringLiteral("材料 %1 件").arg(data.lines.size()),
                     QStringLiteral("您只带来 %1 件").arg(broughtCount(data.lines)), true);
    int number = 0;
    for (const NoticeLine &line : data.lines)
        lines << columns(QStringLiteral("%1 %2").arg(++number).arg(line.name), lineWord(line));
    lines << only(Line::Kind::Rule);
}

void addOwed(QList<Line> &lines, const NoticeData &data)
{
    QList<Line> owed;
    for (const NoticeLine &line : data.lines) {
        if (line.state == NoticeLineState::Deferred)
            owed << text(QStringLiteral("%1前补交“%2”，可到就近窗口，也可由他人代交。")
                             .arg(dayWithWeekday(line.due), line.name));
    }
    const QString done = data.mustCollect ? QStringLiteral("您要做的都做完了，等通知来取结果即可。")
                                          : QStringLiteral("您要做的都做完了，不用再来。");
    if (owed.isEmpty())
        lines << text(done, Line::Align::Left, true);
    else
        lines << text(QStringLiteral("还请您做 %1 件事").arg(owed.size()), Line::Align::Left, true) << owed;
    lines << text(QStringLiteral("已跑 %1 次，后面的事我们来跑。").arg(data.visits), Line::Align::Left, true);
    if (!data.delivery.isEmpty())
        lines << text(QStringLiteral("结果　") + data.delivery);
    lines << only(Line::Kind::Rule);
}

} // namespace

SlipPaper makeSlip(PaperKind kind, const NoticeData &data)
{
    ReceiptPage page;
    addHead(page.lines, kind, data);
    page.lines << Line{Line::Kind::Boxed, promise(kind, data), {}, Line::Align::Left, 1, true};
    addMaterials(page.lines, data);
    addOwed(page.lines, data);
    const QString name = kind == PaperKind::CollectionReceipt ? QStringLiteral("collection-slip")
                                                              : QStringLiteral("acceptance-slip");
    const QByteArray said = QJsonDocument(toJson(page)).toJson(QJsonDocument::Compact);
    const QString check = paperCheckCode(data.caseId, name, data.paperNumber, Digest::of(said));
    page.lines << Line{Line::Kind::Code,
                       PaperCode{data.caseNumber, data.caseId, name, check}.toString(),
                       {},
                       Line::Align::Centre,
                       1,
                       false}
               << text(QStringLiteral("扫码查看进度、评价服务"), Line::Align::Centre)
               << text(QStringLiteral("咨询、投诉请打 ") + data.hotline, Line::Align::Centre)
               << only(Line::Kind::Rule)
               << text(QStringLiteral("凭编号或身份证均可查询，回执丢失不影响办理"), Line::Align::Centre)
               << text(QStringLiteral("%1　校验码 %2")
                           .arg(data.at.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")), check),
                       Line::Align::Centre);
    return {page, check};
}

} // namespace yichuang
