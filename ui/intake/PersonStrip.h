#pragma once

#include <QFrame>

class QLabel;

namespace yichuang::intakeui {

class PersonPresenter;

// The person in one line, where the window has no room for the column.
class PersonStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit PersonStrip(PersonPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void readAsked();

private:
    void refresh();

    PersonPresenter &m_presenter;
    QLabel *m_name;
    QLabel *m_about;
    QLabel *m_source;
};

} // namespace yichuang::intakeui
