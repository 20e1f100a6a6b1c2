#pragma once

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace yichuang::intakeui {

class FieldEditor;
class FormGroup;
class FormPresenter;
class GroupTabs;

// The form: a tab a group with what is answered of it, and the groups below each other. A complete group
// folds to one line. Enter leads to the next field still to ask, Ctrl+Down to the next group.
class FormView final : public QWidget
{
    Q_OBJECT
public:
    explicit FormView(FormPresenter &presenter, QWidget *parent = nullptr);

    void focusField(const QString &key); // opens its group and scrolls to it
    void stepGroup(int steps);
    void commitFocused(); // takes what is typed although the field was not left
    QString focusedField() const { return m_focused; }

Q_SIGNALS:
    void fieldFocused(const QString &key);
    void finished(); // Enter, and nothing is left to ask

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void rebuild();
    void refresh();
    void onEntered(const QString &key, const QString &text);
    FieldEditor *editor(const QString &key) const;

    FormPresenter &m_presenter;
    GroupTabs *m_tabs;
    QScrollArea *m_scroll;
    QList<FormGroup *> m_groups;
    QString m_focused;
};

} // namespace yichuang::intakeui
