#pragma once

#include "intake/CardValues.h"
#include "intake/Matter.h"
#include "intake/PaperMaker.h"
#include "intake/PaperOutput.h"

#include <QCoreApplication>

namespace yichuang::test {

// Keeps everything in memory; the n-th write can be told to fail.
class ScriptedIntakeStore final : public IntakeStore
{
public:
    QMap<DraftId, QByteArray> saved;
    QMap<Digest, QByteArray> blobs;
    QList<Fact> log;
    int writes = 0;
    int failWrite = 0; // 1 is the next one; 0 none
    int commits = 0;
    bool holdBlobs = false; // until releaseBlobs()
    std::vector<std::pair<Digest, QPromise<Result<Digest>>>> held;

    Pending<void> saveDraft(DraftId id, const QByteArray &json) override
    {
        if (fails())
            return failure<void>();
        saved.insert(id, json);
        return finished<void>({});
    }
    Pending<void> removeDraft(DraftId id) override
    {
        saved.remove(id);
        return finished<void>({});
    }
    Pending<QList<StoredDraft>> drafts() override
    {
        QList<StoredDraft> list;
        for (auto draft = saved.cbegin(); draft != saved.cend(); ++draft)
            list.append({draft.key(), *draft, {}});
        return finished<QList<StoredDraft>>(list);
    }
    Pending<Digest> putBlob(const QByteArray &bytes, const QString &) override
    {
        if (fails())
            return failure<Digest>();
        const Digest digest = Digest::of(bytes);
        blobs.insert(digest, bytes);
        if (!holdBlobs)
            return finished<Digest>(digest);
        held.emplace_back(digest, QPromise<Result<Digest>>());
        held.back().second.start();
        return held.back().second.future();
    }
    void releaseBlobs()
    {
        for (auto &[digest, promise] : held) {
            promise.addResult(digest);
            promise.finish();
        }
        held.clear();
    }
    Pending<QByteArray> blob(const Digest &digest) override
    {
        return finished<QByteArray>(blobs.value(digest));
    }
    Pending<QList<CommittedCase>> commit(const QList<Fact> &facts, DraftId draft, const QString &) override
    {
        ++commits;
        if (fails())
            return failure<QList<CommittedCase>>();
        log += facts;
        saved.remove(draft);
        QList<CommittedCase> cases;
        for (const Fact &fact : facts) {
            if (fact.type == u"opened")
                cases.append({fact.caseId,
                              QStringLiteral("430407-W03-261123-%1").arg(commits, 4, 10, QLatin1Char('0'))});
        }
        return finished<QList<CommittedCase>>(cases);
    }
    Pending<void> append(const QList<Fact> &facts, const QString &) override
    {
        if (fails())
            return failure<void>();
        log += facts;
        return finished<void>({});
    }

private:
    bool fails() { return ++writes == failWrite; }
    template <typename T>
    Pending<T> failure()
    {
        return finished<T>(tl::unexpected<Error>(Error{ErrorCode::StoreWriteFailed, {}}));
    }
};

// One item with one required field, one required line and one that may be deferred.
class FakeMatter final : public Matter
{
public:
    bool chosen = false;
    bool ready = false;
    bool mayAccept = true;

    void choose(const DraftDocument &draft) override { chosen = !draft.items.isEmpty(); }
    void judge(const DraftDocument &draft, const QDateTime &) override
    {
        const DraftMaterial contract = draft.materials.value(QStringLiteral("contract"));
        ready = chosen && !draft.parties.isEmpty() && draft.answers.contains(QStringLiteral("price")) &&
                (!contract.pages.isEmpty() || contract.state != LineState::Missing);
    }
    MatterHead head() const override
    {
        MatterHead head;
        if (chosen)
            head.name = QStringLiteral("示例事项");
        return head;
    }
    QList<MatterGroup> groups() const override { return {}; }
    QList<MatterQuestion> questions() const override { return {}; }
    MatterVerdict verdict() const override { return {}; }
    FieldCheckup check(const QString &, const QString &text, QDate) const override
    {
        return {text, std::nullopt, false};
    }
    QString nameOf(const QStringList &items, const QString &) const override { return items.join(u' '); }
    bool isReady() const override { return ready; }
    bool mayAcceptHere() const override { return mayAccept; }
    bool knows(const QString &item) const override { return item == u"item" || item == u"other"; }
    QStringList itemsOfBundle(const QString &bundle) const override
    {
        return bundle == u"bundle" ? QStringList{QStringLiteral("item"), QStringLiteral("other")}
                                   : QStringList();
    }
    QMap<QString, QString> versions() const override
    {
        return {{QStringLiteral("item"), QStringLiteral("1")}};
    }
    bool hasLine(const QString &line) const override
    {
        return chosen && (line == u"contract" || line == u"plan");
    }
    bool hasField(const QString &key) const override
    {
        return chosen && (key == u"price" || key.startsWith(u"person."));
    }
    bool saysWho(const QString &key) const override { return key == u"person.name"; }
    bool hasQuestion(const QString &question) const override { return chosen && question == u"kind"; }
    bool takesDocument(const QString &, const QString &idType) const override
    {
        return !chosen || idType == u"111";
    }
    QList<ChecklistLine> checklist(const DraftDocument &draft) const override
    {
        QList<ChecklistLine> lines;
        for (const QString &code : {QStringLiteral("contract"), QStringLiteral("plan")}) {
            const DraftMaterial material = draft.materials.value(code);
            ChecklistLine line;
            line.line = code;
            line.name = code;
            line.state = material.pages.isEmpty() ? material.state : LineState::Complete;
            line.due = material.due;
            line.pages = int(material.pages.size());
            lines.append(line);
        }
        return lines;
    }
    std::optional<CommittedDate> committedDate(const QDateTime &) const override { return std::nullopt; }
    QDate deferralDue(const QString &, QDate today) const override { return today.addDays(4); }
    QDate respondBy(QDate today) const override { return today.addDays(15); }
    QMap<QString, QJsonValue> valuesOf(const Party &party) const override
    {
        if (!chosen)
            return {};
        return {{QStringLiteral("person.name"), party.name},
                {QStringLiteral("person.phone"), party.phone},
                {QStringLiteral("person.address"), party.address}};
    }
    QMap<QString, QJsonValue> proposals() const override { return {}; }
    QList<CaseRecord> records(const DraftDocument &draft, const QDateTime &) const override
    {
        QList<CaseRecord> list;
        for (const QString &item : draft.items) {
            CaseRecord record;
            record.item = item;
            record.itemName = item;
            record.fields = {QStringLiteral("person.name"), QStringLiteral("price")};
            record.lines = checklist(draft);
            list.append(record);
        }
        return list;
    }
};

// A reader that answers when the test says so.
class ScriptedCards final : public CardSource
{
public:
    std::vector<QPromise<Result<CardValues>>> readings;

    Pending<CardValues> readCard() override
    {
        readings.emplace_back();
        readings.back().start();
        return readings.back().future();
    }
    void answer(Result<CardValues> card)
    {
        readings.back().addResult(std::move(card));
        readings.back().finish();
    }
};

class FakePaperMaker final : public PaperMaker
{
public:
    QList<PaperRequest> asked;

    Pending<QList<IssuedPaper>> make(const PaperRequest &request) override
    {
        asked.append(request);
        IssuedPaper paper;
        paper.paper = QStringLiteral("acceptance-slip");
        paper.number = request.cases.first().number;
        paper.caseId = request.cases.first().caseId;
        paper.device = PaperDevice::Slip;
        paper.bytes = "slip";
        paper.hash = Digest::of(paper.bytes);
        return finished<QList<IssuedPaper>>(QList<IssuedPaper>{paper});
    }
};

// Keeps each job and answers when the test says so.
class RecordingPaperOutput final : public PaperOutput
{
public:
    QList<PaperJob> jobs;
    std::vector<QPromise<Result<PrintReply>>> replies;

    Pending<PrintReply> print(const PaperJob &job) override
    {
        jobs.append(job);
        replies.emplace_back();
        replies.back().start();
        return replies.back().future();
    }
    void answer(std::size_t job, Result<PrintReply> reply)
    {
        replies.at(job).addResult(std::move(reply));
        replies.at(job).finish();
    }
};

// An invented person; the number's check digit holds.
inline CardValues sampleCard()
{
    CardValues card;
    card.idType = QStringLiteral("111");
    card.name = QStringLiteral("罗晓芬");
    card.sex = QStringLiteral("2");
    card.nation = QStringLiteral("01");
    card.birth = QDate(1986, 3, 12);
    card.address = QStringLiteral("示例路 1 号");
    card.idNumber = QStringLiteral("430407198603122043");
    card.validUntil = ValidUntil{QDate(2036, 5, 1), false};
    return card;
}

} // namespace yichuang::test
