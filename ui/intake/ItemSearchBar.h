#pragma once

#include "ui/intake/ItemHit.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace yichuang::intakeui {

class ItemSearchPresenter;

// The item search: while it is open a field with its hits below, otherwise one line with the chosen item.
// Digits and Enter choose, arrows move, Esc folds.
class ItemSearchBar final : public QFrame
{
    Q_OBJECT
public:
    explicit ItemSearchBar(ItemSearchPresenter &presenter, QWidget *parent = nullptr);

    void open(); // Ctrl+L
    void fold();
    bool isOpen() const;
    void showChosen(const QString &name);

Q_SIGNALS:
    void chosen(const yichuang::intakeui::ItemHit &hit);
    void folded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void take(int row);

    ItemSearchPresenter &m_presenter;
    QLineEdit *m_query;
    QLabel *m_keys;
    QLabel *m_chosen;
    QListWidget *m_list;
    QString m_name;
};

} // namespace yichuang::intakeui
