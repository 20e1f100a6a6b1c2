#pragma once

#include "ui/intake/FieldView.h"

#include <QHash>
#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace yichuang::intakeui {

class FieldEditor;

// One group of the form: its head, and its fields in two columns, or in one where there is no room.
class FormGroup final : public QWidget
{
    Q_OBJECT
public:
    FormGroup(int number, const GroupView &group, QWidget *parent = nullptr);

    void show(const GroupView &group);
    void setOpen(bool open);
    bool isOpen() const;
    void setTwoColumns(bool two);
    FieldEditor *editor(const QString &key) const { return m_editors.value(key); }

Q_SIGNALS:
    void left(const QString &key, const QString &text);
    void entered(const QString &key, const QString &text);
    void paused(const QString &key, const QString &text);
    void focused(const QString &key);

private:
    void buildEditors();
    void arrange(bool twoColumns);
    void showHead();

    int m_number;
    GroupView m_group;
    QPushButton *m_head;
    QLabel *m_count;
    QWidget *m_body;
    QGridLayout *m_grid;
    QHash<QString, FieldEditor *> m_editors;
    QHash<QString, QLabel *> m_labels;
    bool m_twoColumns = true;
    bool m_open = true;
};

} // namespace yichuang::intakeui
