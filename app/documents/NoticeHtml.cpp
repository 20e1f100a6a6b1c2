#include "documents/NoticeHtml.h"

#include "domain/Mask.h"
#include "domain/PaperCodes.h"

#include <QRegularExpression>

namespace yichuang {

namespace {

constexpr qsizetype longestValue = 600;

// Control and direction marks would let a value rearrange the paper.
QString withoutMarks(const QString &value)
{
    QString out;
    for (const QChar c : value.left(longestValue)) {
        const bool marks = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        out += marks ? QChar(u' ') : c;
    }
    return out;
}

// Letters and digits together go into the font in which both can be copied and searched (NoticePdf.cpp,
// codeFont).
QString plain(const QString &value)
{
    static const QRegularExpression code(QStringLiteral("(?=[!-~]*[A-Za-z])(?=[!-~]*[0-9])[!-~]+"));
    const QString text = withoutMarks(value);
    QString out;
    qsizetype last = 0;
    for (auto found = code.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        out += text.mid(last, match.capturedStart() - last).toHtmlEscaped() +
               QStringLiteral("<span style=\"font-family:'Noto Sans Mono CJK SC'\">%1</span>")
                   .arg(match.captured(0).toHtmlEscaped());
        last = match.capturedEnd();
    }
    return out + text.mid(last).toHtmlEscaped();
}

QString strong(const QString &html)
{
    return QStringLiteral("<b>%1</b>").arg(html);
}

QString paragraph(const QString &html)
{
    return QStringLiteral("<p style=\"margin:0 0 4px 0\">%1</p>").arg(html);
}

// One row of the table of facts: name and value, twice, or once over the whole width.
QString cell(const QString &html, const char *kind, int span = 1)
{
    const QString head =
        QStringLiteral("<td bgcolor=\"#f2f2f2\" align=\"center\" width=\"13%\"><b>%1</b></td>");
    if (QLatin1String(kind) == QLatin1String("name"))
        return head.arg(html);
    return QStringLiteral("<td colspan=\"%1\"%2>%3</td>")
        .arg(span)
        .arg(span == 1 ? QStringLiteral(" width=\"40%\"") : QString(), html);
}

QString row(const QString &name, const QString &value)
{
    return value.isEmpty() ? QString()
                           : QStringLiteral("<tr>%1%2</tr>").arg(cell(name, "name"), cell(value, "value", 3));
}

QString row(const QString &name, const QString &value, const QString &other, const QString &otherValue)
{
    if (otherValue.isEmpty())
        return row(name, value);
    return QStringLiteral("<tr>%1%2%3%4</tr>")
        .arg(cell(name, "name"), cell(value, "value"), cell(other, "name"), cell(otherValue, "value"));
}

QString table(const QString &rows)
{
    return QStringLiteral("<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\" "
                          "style=\"border-collapse:collapse;border-style:solid;border-color:#000;"
                          "font-size:10.5pt\">%1</table>")
        .arg(rows);
}

QString partyText(const NoticeParty &party)
{
    return plain(party.name) + QStringLiteral("&nbsp;&nbsp;") + plain(mask::idNumber(party.idNumber));
}

// Two parties a row.
QString parties(const QList<NoticeParty> &all)
{
    QString rows;
    for (qsizetype i = 0; i < all.size(); i += 2) {
        const QString first = plain(all.at(i).title);
        rows += i + 1 < all.size()
                    ? row(first, partyText(all.at(i)), plain(all.at(i + 1).title), partyText(all.at(i + 1)))
                    : row(first, partyText(all.at(i)));
    }
    return rows;
}

QString promise(const NoticeData &data)
{
    if (data.immediate)
        return QStringLiteral("当场办结");
    const QString limit = plain(data.committedLimit);
    if (data.committedDue.isNull())
        return QStringLiteral("受理之日起 %1内").arg(limit);
    return strong(officialDate(data.committedDue)) + QStringLiteral("（%1）").arg(limit);
}

QString facts(PaperKind kind, const NoticeData &data, const QString &query)
{
    QString rows =
        row(kind == PaperKind::CollectionReceipt ? QStringLiteral("收件编号") : QStringLiteral("办件编号"),
            strong(plain(data.caseNumber)), QStringLiteral("查询码"), strong(query));
    rows += parties(data.parties);
    rows += row(QStringLiteral("收件日期"), officialDate(data.handedOver), QStringLiteral("联系电话"),
                data.contact.isEmpty() ? QString() : plain(mask::phone(data.contact)));
    if (kind == PaperKind::AcceptanceNotice) {
        rows += row(QStringLiteral("承诺办结"), promise(data), QStringLiteral("法定期限"),
                    plain(data.statutoryLimit));
        rows += row(QStringLiteral("并联办理"), plain(data.departments));
        rows += row(QStringLiteral("结果送达"), plain(data.delivery), QStringLiteral("收&nbsp;&nbsp;费"),
                    plain(data.fee));
    }
    return table(rows);
}

QString materials(const QList<NoticeLine> &lines)
{
    QString rows = QStringLiteral(
        "<tr><th width=\"7%\">序号</th><th width=\"41%\">材料名称</th><th width=\"13%\">形式</th>"
        "<th width=\"17%\">来源</th><th width=\"9%\">数量</th><th width=\"13%\">状态</th></tr>");
    int number = 0;
    for (const NoticeLine &line : lines) {
        const QString pages = line.pages > 0 ? QStringLiteral("%1 页").arg(line.pages) : QStringLiteral("—");
        const QString source = line.state == NoticeLineState::Deferred && line.due.isValid()
                                   ? QStringLiteral("%1 前补").arg(line.due.toString(QStringLiteral("MM-dd")))
                                   : plain(line.source);
        rows += QStringLiteral(
                    "<tr><td align=\"center\">%1</td><td>%2</td><td align=\"center\">%3</td><td>%4</td>"
                    "<td align=\"center\">%5</td><td align=\"center\">%6</td></tr>")
                    .arg(++number)
                    .arg(plain(line.name), plain(line.form.isEmpty() ? QStringLiteral("—") : line.form),
                         source, pages, stateWord(line));
    }
    const QString head =
        strong(QStringLiteral("收件清单")) +
        QStringLiteral("（共 %1 件，申请人现场提交 %2 件）").arg(lines.size()).arg(broughtCount(lines));
    return QStringLiteral("<p style=\"margin:9px 0 4px 0\">%1</p>").arg(head) + table(rows);
}

QString gapsTable(const QList<NoticeGap> &gaps)
{
    QString rows = QStringLiteral("<tr><th width=\"7%\">序号</th><th width=\"31%\">需要补齐的内容</th>"
                                  "<th width=\"31%\">为什么需要</th><th width=\"31%\">怎么补</th></tr>");
    int number = 0;
    for (const NoticeGap &gap : gaps)
        rows += QStringLiteral("<tr><td align=\"center\">%1</td><td>%2</td><td>%3</td><td>%4</td></tr>")
                    .arg(++number)
                    .arg(plain(gap.what), plain(gap.why), plain(gap.how));
    return QStringLiteral("<p style=\"margin:9px 0 4px 0\">%1</p>")
               .arg(strong(QStringLiteral("需要补齐的全部内容（共 %1 项）").arg(gaps.size()))) +
           table(rows);
}

QString refusalTable(const NoticeData &data)
{
    return QStringLiteral("<p style=\"margin:9px 0 4px 0\">%1</p>")
               .arg(strong(QStringLiteral("理由和依据"))) +
           table(row(QStringLiteral("理&nbsp;&nbsp;由"), plain(data.refusalReason)) +
                 row(QStringLiteral("依&nbsp;&nbsp;据"), plain(data.refusalGround)) +
                 row(QStringLiteral("有权机关"), plain(data.refusalAuthority)));
}

QString deferredWords(const NoticeData &data)
{
    QStringList each;
    for (const NoticeLine &line : data.lines) {
        if (line.state == NoticeLineState::Deferred)
            each << QStringLiteral("“%1”请于 <b>%2</b> 前补交").arg(plain(line.name), officialDate(line.due));
    }
    return each.join(QStringLiteral("；"));
}

qsizetype deferredCount(const NoticeData &data)
{
    return std::count_if(data.lines.begin(), data.lines.end(),
                         [](const NoticeLine &line) { return line.state == NoticeLineState::Deferred; });
}

QList<std::pair<QString, QString>> valuesOf(const NoticeData &data, const PaperText &text)
{
    const qsizetype deferred = deferredCount(data);
    const QString count = QString::number(deferred);
    QStringList basis;
    for (const QString &each : data.basis.mid(0, 2))
        basis << plain(each);
    return {{QStringLiteral("handedOver"), strong(officialDate(data.handedOver))},
            {QStringLiteral("item"), strong(plain(data.item))},
            {QStringLiteral("complete"),
             deferred == 0 ? text.complete : filled(text.tolerated, {{QStringLiteral("count"), count}})},
            {QStringLiteral("ground"), basis.isEmpty()
                                           ? QStringLiteral("根据有关规定")
                                           : QStringLiteral("根据%1的规定").arg(basis.join(u'、'))},
            {QStringLiteral("timeNote"),
             data.timeNote.isEmpty() ? QString() : plain(data.timeNote) + QStringLiteral("。")},
            {QStringLiteral("hotline"), plain(data.hotline)},
            {QStringLiteral("deferred"), deferredWords(data)},
            {QStringLiteral("respondBy"), strong(officialDate(data.respondBy))},
            {QStringLiteral("decider"), plain(data.decider)},
            {QStringLiteral("remedy"), plain(data.remedy)}};
}

QString statements(const NoticeData &data, const PaperText &text)
{
    static const QString numbers = QStringLiteral("一二三四五六七八九");
    QStringList sentences = text.statements;
    if (!text.deferred.isEmpty() && deferredCount(data) > 0)
        sentences.prepend(text.deferred);
    const auto values = valuesOf(data, text);
    QString html = QStringLiteral("<p style=\"margin:0;font-size:4pt\">&nbsp;</p>");
    for (qsizetype i = 0; i < sentences.size(); ++i) {
        const QString sentence = filled(sentences.at(i), values);
        const qsizetype heading = sentence.indexOf(u'。') + 1;
        html += paragraph(strong(QStringLiteral("%1、").arg(numbers.at(i)) + sentence.left(heading)) +
                          sentence.mid(heading));
    }
    return html;
}

} // namespace

QString stateWord(const NoticeLine &line)
{
    switch (line.state) {
    case NoticeLineState::Complete:
        return QStringLiteral("已齐");
    case NoticeLineState::Reused:
        return QStringLiteral("复用证照");
    case NoticeLineState::Exempted:
        return QStringLiteral("免提交");
    case NoticeLineState::Deferred:
        return QStringLiteral("<b>容缺</b>");
    case NoticeLineState::Missing:
        return QStringLiteral("缺");
    }
    return {};
}

int broughtCount(const QList<NoticeLine> &lines)
{
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [](const NoticeLine &line) {
        return line.state == NoticeLineState::Complete && line.source == QStringLiteral("申请人");
    }));
}

QStringList missingParts(PaperKind kind, const NoticeData &data)
{
    QStringList missing;
    const auto demand = [&](const char *part, bool there) {
        if (!there)
            missing << QLatin1String(part);
    };
    demand("authority", !data.authority.isEmpty());
    demand("number", !data.caseNumber.isEmpty() && !data.paperNumber.isEmpty());
    demand("applicant", !data.parties.isEmpty() && !data.parties.first().name.isEmpty());
    demand("item", !data.item.isEmpty());
    demand("date", data.at.isValid() && data.handedOver.isValid());
    demand("clerk", !data.clerk.isEmpty());
    demand("telephone", !data.hotline.isEmpty());
    if (kind == PaperKind::AcceptanceNotice)
        demand("time limit", data.immediate || !data.committedLimit.isEmpty());
    if (kind == PaperKind::OneTimeNotice)
        demand("everything missing, and until when", !data.gaps.isEmpty() && data.respondBy.isValid());
    if (kind == PaperKind::CollectionReceipt)
        demand("who decides", !data.decider.isEmpty());
    if (kind == PaperKind::NotAccepted || kind == PaperKind::NotRequired)
        demand("reason, ground and remedy",
               !data.refusalReason.isEmpty() && !data.refusalGround.isEmpty() && !data.remedy.isEmpty());
    return missing;
}

QString noticeHtml(PaperKind kind, const NoticeData &data, const PaperText &text)
{
    const QString query = queryCode(data.caseId);
    QString html = paragraph(strong(plain(data.parties.value(0).name) + QStringLiteral("：")));
    html += paragraph(filled(text.opening, valuesOf(data, text)));
    html += facts(kind, data, query);
    if (kind == PaperKind::NotAccepted || kind == PaperKind::NotRequired)
        html += refusalTable(data);
    else if (kind == PaperKind::OneTimeNotice)
        html += gapsTable(data.gaps);
    if (kind != PaperKind::NotAccepted && kind != PaperKind::NotRequired && !data.lines.isEmpty())
        html += materials(data.lines);
    return html + statements(data, text);
}

} // namespace yichuang
