#pragma once

#include "ui/intake/FieldView.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace yichuang {
class IntakeSession;
} // namespace yichuang

namespace yichuang::intakeui {

// The one form of the chosen items as groups of fields, and the way through it. Texts that do not hold stay
// here, as they were typed, until they do: the case only ever gets values.
class FormPresenter final : public QObject
{
    Q_OBJECT
public:
    explicit FormPresenter(IntakeSession &session, QObject *parent = nullptr);

    const QList<GroupView> &groups() const { return m_groups; }
    const FieldView *field(const QString &key) const;
    int groupOf(const QString &key) const; // -1 where unknown
    QList<SourceShare> shares() const;
    int prefilledCount() const;
    int askedCount() const; // required and still to answer, or wrong

    // What the clerk typed, as she leaves the field. Validates it; a text that cannot be a value is kept and
    // shown with its error.
    void keep(const QString &key, const QString &text); // the clerk pauses in the middle of typing
    void commit(const QString &key, const QString &text);
    // The next field still to ask after this one, round to the front; empty where none is.
    QString nextToAsk(const QString &after) const;
    QString firstOfGroup(int group) const;
    // Whose card is meant while this field has the focus.
    QString roleAt(const QString &key) const;

Q_SIGNALS:
    void formReset();     // other fields
    void fieldsChanged(); // same fields, other contents
    void countsChanged();

private:
    QList<GroupView> build() const;
    void complain(FieldView *view) const;
    int count(bool (*counts)(const FieldView &)) const;
    void reset();
    void refresh();

    IntakeSession &m_session;
    QList<GroupView> m_groups;
    QHash<QString, QString> m_pending; // key → text that is not a value yet
    QSet<QString> m_left;              // fields that were left once: their gaps may be shown as errors
};

} // namespace yichuang::intakeui
