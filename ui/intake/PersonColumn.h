#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace yichuang::intakeui {

class PersonPresenter;

// Left column: who is at the window, from which source, and who else takes part.
class PersonColumn final : public QWidget
{
    Q_OBJECT
public:
    explicit PersonColumn(PersonPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void readAsked(const QString &role);
    void byHandAsked(const QString &role);

private:
    QWidget *buildPerson();
    QWidget *buildVisits();
    void refresh();
    void refreshOthers();

    PersonPresenter &m_presenter;
    QLabel *m_photo;
    QLabel *m_name;
    QLabel *m_about;
    QLabel *m_source;
    QPushButton *m_read;
    QPushButton *m_byHand;
    QLabel *m_number;
    QLabel *m_phone;
    QLabel *m_address;
    QLabel *m_validity;
    QLabel *m_reader;
    QVBoxLayout *m_others;
    QLabel *m_visits;
};

} // namespace yichuang::intakeui
