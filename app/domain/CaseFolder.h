#pragma once

#include "domain/Case.h"
#include "domain/CaseOrder.h"
#include "domain/FieldMerge.h"

namespace yichuang {

// Applies events to a case, one after the other in the order of the fold. What happened is applied as it
// happened; whether it should have is mayFollow()'s question, asked before the event is written.
class CaseFolder
{
public:
    explicit CaseFolder(const CaseOrder &order);

    void apply(int index);
    Case result();

private:
    using Handler = void (CaseFolder::*)(const QJsonObject &);
    static const QHash<QString, Handler> &handlers();

    void opened(const QJsonObject &payload);
    void applicantIdentified(const QJsonObject &payload);
    void formRecorded(const QJsonObject &payload);
    void materialAttached(const QJsonObject &payload);
    void materialWithdrawn(const QJsonObject &payload);
    void materialChecked(const QJsonObject &payload);
    void materialReused(const QJsonObject &payload);
    void materialExempted(const QJsonObject &payload);
    void materialDeferred(const QJsonObject &payload);
    void notifiedOnce(const QJsonObject &payload);
    void accepted(const QJsonObject &payload);
    void declined(const QJsonObject &payload);
    void correctionAsked(const QJsonObject &payload);
    void correctionReceived(const QJsonObject &payload);
    void routed(const QJsonObject &payload);
    void departmentDecided(const QJsonObject &payload);
    void clockSuspended(const QJsonObject &payload);
    void clockResumed(const QJsonObject &payload);
    void completed(const QJsonObject &payload);
    void resultReady(const QJsonObject &payload);
    void delivered(const QJsonObject &payload);
    void withdrawn(const QJsonObject &payload);
    void voided(const QJsonObject &payload);
    void archived(const QJsonObject &payload);
    void visitRecorded(const QJsonObject &payload);
    void paperPrinted(const QJsonObject &payload);
    void holderChanged(const QJsonObject &payload);
    void caseMerged(const QJsonObject &payload);
    void twinSettled(const QJsonObject &payload);

    // Each field that may be written by two who did not know of each other goes through here.
    void write(const QString &field, const QJsonValue &value);
    void assign(const QString &field, const QJsonValue &value);
    void assignMaterial(const QString &line, const QJsonObject &value);
    void assignTwin(const QJsonObject &value);
    void enter(CaseState state);
    void settleLine(const QJsonObject &payload, LineState state, const QString &note);
    CaseMaterial *material(const QJsonObject &payload);
    const Event &event() const { return m_order.at(m_current); }

    const CaseOrder &m_order;
    FieldMerge m_merge;
    Case m_case;
    int m_current = 0;
};

} // namespace yichuang
