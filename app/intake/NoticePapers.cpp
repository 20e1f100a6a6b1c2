#include "intake/NoticePapers.h"

#include "base/Clock.h"
#include "catalog/Catalog.h"
#include "documents/NoticePdf.h"
#include "documents/Slip.h"

#include <QJsonDocument>
#include <QtConcurrent>

namespace yichuang {

namespace {

NoticeLineState stateOf(LineState state)
{
    switch (state) {
    case LineState::Complete:
        return NoticeLineState::Complete;
    case LineState::Reused:
        return NoticeLineState::Reused;
    case LineState::Exempted:
        return NoticeLineState::Exempted;
    case LineState::Deferred:
        return NoticeLineState::Deferred;
    case LineState::Missing:
        return NoticeLineState::Missing;
    }
    return NoticeLineState::Missing;
}

QString formWord(const ChecklistLine &line)
{
    if (line.state == LineState::Reused)
        return QStringLiteral("电子");
    if (line.state == LineState::Exempted)
        return QStringLiteral("共享");
    if (line.state == LineState::Deferred || line.state == LineState::Missing)
        return {};
    return line.form == u"copy" || (line.form.isEmpty() && line.wants == u"copy") ? QStringLiteral("复印件")
                                                                                  : QStringLiteral("原件");
}

QString sourceWord(const ChecklistLine &line)
{
    if (line.state == LineState::Reused)
        return QStringLiteral("电子证照库");
    if (line.state == LineState::Exempted)
        return QStringLiteral("部门共享");
    return line.fromForm ? QStringLiteral("一表生成") : QStringLiteral("申请人");
}

QList<NoticeLine> linesOf(const CaseRecord &record)
{
    QList<NoticeLine> lines;
    for (const ChecklistLine &line : record.lines) {
        // What was optional and not brought is not on the list.
        if (line.state == LineState::Missing && !line.required)
            continue;
        lines.append(
            {line.name, formWord(line), sourceWord(line), line.pages, stateOf(line.state), line.due});
    }
    return lines;
}

QString partyTitle(const Item *item, const QString &role)
{
    const PartyRule *rule = item ? item->party(role) : nullptr;
    return rule && !rule->title.isEmpty() ? rule->title : QStringLiteral("申请人");
}

QString limitWord(const TimeLimit &limit)
{
    if (limit.count <= 0)
        return {};
    return limit.unit == LimitUnit::WorkingDays ? QStringLiteral("%1 个工作日").arg(limit.count)
                                                : QStringLiteral("%1 个自然日").arg(limit.count);
}

QString feeWord(const Item *item)
{
    if (!item || !item->fee.charged)
        return QStringLiteral("不收费");
    return item->fee.note.isEmpty() ? QStringLiteral("%1 元").arg(static_cast<double>(item->fee.amount) / 100)
                                    : item->fee.note;
}

// How the person gets the result: as they chose it on the form, else as the item has it.
QString deliveryWord(const Item *item, const QString &chosen)
{
    if (!item || item->results.isEmpty())
        return {};
    const QString results = item->results.join(u'、');
    static const QHash<QString, QString> ways{
        {QStringLiteral("window"), QStringLiteral("，办好后通知您到窗口领取")},
        {QStringLiteral("courier"), QStringLiteral("，快递送达")},
        {QStringLiteral("village"), QStringLiteral("，送到村站，就近领取")},
        {QStringLiteral("electronic"), QStringLiteral("，电子证照，不用领取")},
    };
    const QString usual = item->serviceClass == ServiceClass::WindowThenCourier
                              ? QStringLiteral("，快递送达")
                              : QStringLiteral("，办好后通知您");
    return results + ways.value(chosen, usual);
}

QString deliveryChosen(const DraftDocument &draft, const CaseRecord &record)
{
    const QString key = QStringLiteral("delivery.method");
    return record.fields.contains(key) ? draft.answers.value(key).value.toString() : QString();
}

QString departmentsWord(const Item *item)
{
    if (!item || item->departments.size() < 2)
        return {};
    QStringList each;
    for (const ItemDepartment &department : item->departments)
        each << QStringLiteral("%1（%2）").arg(department.name, department.task);
    return each.join(u'、') + QStringLiteral("同步办理，您不用分别前往");
}

void addMatter(NoticeData &data, const CaseRecord &record, const Item *item, const QString &delivery)
{
    data.item = record.itemName;
    data.immediate = record.caseKind == u"immediate";
    data.lines = linesOf(record);
    data.fee = feeWord(item);
    data.delivery = deliveryWord(item, delivery);
    data.mustCollect = delivery == u"window" || delivery == u"village";
    data.departments = departmentsWord(item);
    if (item) {
        data.basis = item->basis;
        data.timeNote = item->timeNote;
        data.decider = item->authority;
        data.committedLimit = limitWord(item->committed);
        data.statutoryLimit = limitWord(item->statutory);
    }
    if (!record.due)
        return;
    data.committedLimit = limitWord(record.due->committedLimit);
    data.statutoryLimit = limitWord(record.due->statutoryLimit);
    if (record.due->committed)
        data.committedDue = record.due->committed->date;
}

void addPlace(NoticeData &data, const PaperRequest &request)
{
    const StationFacts &station = request.station;
    data.demonstration = station.demonstration;
    data.authority = station.authority;
    data.site = station.siteName;
    data.window = station.window;
    data.hotline = station.hotline;
    data.clerk = request.clerk.name;
    data.at = toBusinessTime(request.at);
    const QDateTime handedOver = QDateTime::fromString(request.draft.handedOverAt, Qt::ISODateWithMs);
    data.handedOver = handedOver.isValid() ? businessDate(handedOver) : data.at.date();
}

IssuedPaper sheetOf(PaperKind kind, const NoticeData &data, const NoticePaper &notice)
{
    IssuedPaper paper;
    paper.paper = nameOf(kind);
    paper.number = data.paperNumber;
    paper.checkCode = notice.checkCode;
    paper.caseId = data.caseId;
    paper.device = PaperDevice::A4;
    paper.bytes = notice.pdf;
    paper.hash = Digest::of(paper.bytes);
    return paper;
}

IssuedPaper slipOf(PaperKind kind, const NoticeData &data)
{
    const SlipPaper slip = makeSlip(kind, data);
    IssuedPaper paper;
    paper.paper = kind == PaperKind::CollectionReceipt ? QStringLiteral("collection-slip")
                                                       : QStringLiteral("acceptance-slip");
    paper.number = data.paperNumber;
    paper.checkCode = slip.checkCode;
    paper.caseId = data.caseId;
    paper.device = PaperDevice::Slip;
    paper.bytes = QJsonDocument(toJson(slip.page)).toJson(QJsonDocument::Compact);
    paper.hash = Digest::of(paper.bytes);
    return paper;
}

Result<QList<IssuedPaper>> draw(PaperKind kind, const QList<NoticeData> &cases)
{
    QList<IssuedPaper> papers;
    for (const NoticeData &data : cases) {
        const auto notice = drawNotice(kind, data);
        if (!notice)
            return passOn(notice);
        papers.append(sheetOf(kind, data, *notice));
    }
    if (!cases.isEmpty() && (kind == PaperKind::AcceptanceNotice || kind == PaperKind::CollectionReceipt))
        papers.append(slipOf(kind, cases.first()));
    return papers;
}

} // namespace

PaperKind paperKindOf(const PaperRequest &request)
{
    switch (request.reached) {
    case IntakeState::Collected:
        return PaperKind::CollectionReceipt;
    case IntakeState::NotifiedOnce:
        return PaperKind::OneTimeNotice;
    case IntakeState::Declined:
        return request.refusal.outcome == u"not-required" ? PaperKind::NotRequired : PaperKind::NotAccepted;
    default:
        return PaperKind::AcceptanceNotice;
    }
}

NoticeData noticeDataOf(const PaperRequest &request, qsizetype index, const Catalog &catalog)
{
    const CaseRecord &record = request.records.at(index);
    const Item *item = catalog.item(record.item);
    NoticeData data;
    addPlace(data, request);
    addMatter(data, record, item, deliveryChosen(request.draft, record));
    data.caseId = record.caseId;
    data.caseNumber = request.cases.value(index).number;
    data.paperNumber = data.caseNumber;
    for (const auto &[party, manualReason] : request.draft.parties)
        data.parties.append({partyTitle(item, party.role), party.name, party.idNumber});
    data.contact = request.draft.answers.value(QStringLiteral("person.phone")).value.toString();
    data.visits = qMax(1, static_cast<int>(request.draft.visits.size()));
    for (const MissingThing &thing : request.missing)
        data.gaps.append({thing.what, thing.why, thing.how});
    data.respondBy = request.respondBy;
    data.refusalReason = request.refusal.reason;
    data.refusalGround = request.refusal.ground;
    data.refusalAuthority = request.refusal.authority;
    data.remedy = request.refusal.remedy;
    return data;
}

NoticePapers::NoticePapers(const Catalog &catalog)
    : m_catalog(catalog)
{
    m_thread.setMaxThreadCount(1);
}

NoticePapers::~NoticePapers()
{
    m_thread.waitForDone();
}

Pending<QList<IssuedPaper>> NoticePapers::make(const PaperRequest &request)
{
    QList<NoticeData> cases;
    for (qsizetype index = 0; index < request.records.size(); ++index)
        cases.append(noticeDataOf(request, index, m_catalog));
    return QtConcurrent::run(&m_thread, draw, paperKindOf(request), cases);
}

} // namespace yichuang
