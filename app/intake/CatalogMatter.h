#pragma once

#include "catalog/Catalog.h"
#include "catalog/Verdict.h"
#include "intake/Matter.h"
#include "intake/StationFacts.h"

namespace yichuang {

// The matter as the catalogue has it. A draft names its items and its bundle by their ids.
class CatalogMatter final : public Matter
{
public:
    // The catalogue and the calendar outlive it.
    CatalogMatter(const Catalog &catalog, const WorkingCalendar &calendar, const StationFacts &station);

    void choose(const DraftDocument &draft) override;
    void judge(const DraftDocument &draft, const QDateTime &now) override;

    MatterHead head() const override;
    QList<MatterGroup> groups() const override;
    QList<MatterQuestion> questions() const override;
    MatterVerdict verdict() const override;
    FieldCheckup check(const QString &key, const QString &text, QDate today) const override;
    bool isReady() const override;
    bool mayAcceptHere() const override;

    bool knows(const QString &item) const override;
    QString nameOf(const QStringList &items, const QString &bundle) const override;
    QStringList itemsOfBundle(const QString &bundle) const override;
    QMap<QString, QString> versions() const override;

    bool hasLine(const QString &line) const override;
    bool hasField(const QString &key) const override;
    bool saysWho(const QString &key) const override;
    bool hasQuestion(const QString &question) const override;
    bool takesDocument(const QString &role, const QString &idType) const override;

    QList<ChecklistLine> checklist(const DraftDocument &draft) const override;
    std::optional<CommittedDate> committedDate(const QDateTime &now) const override;
    QDate deferralDue(const QString &line, QDate today) const override;
    QDate respondBy(QDate today) const override;
    QMap<QString, QJsonValue> valuesOf(const Party &party) const override;
    QMap<QString, QJsonValue> proposals() const override;
    QList<CaseRecord> records(const DraftDocument &draft, const QDateTime &now) const override;

private:
    void take(const QList<const Item *> &items);
    CommittedDate dueOf(const Item &item, const QDateTime &now) const;
    QDate workingDaysAfter(QDate day, int count) const;
    QString fieldName(const QString &key, const QString &title) const;
    MatterField fieldOf(const OneForm::Field &field) const;

    const Catalog &m_catalog;
    const WorkingCalendar &m_calendar;
    AdminLevel m_level;
    const Bundle *m_bundle = nullptr;
    QList<const Item *> m_items; // those of the bundle that apply with the present answers
    OneForm m_form;
    Verdict m_verdict;
    QJsonObject m_facts;
    QStringList m_shown; // the keys of the form that are asked with these facts
};

} // namespace yichuang
