#pragma once

#include "ui/intake/VerdictPresenter.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace yichuang {
class Catalog;
class Clock;
class IntakeSession;
struct CardValues;
class ItemSearch;
struct DraftDocument;
struct Error;
} // namespace yichuang

namespace yichuang::intakeui {

class AcceptedPanel;
class FormPresenter;
class FormView;
class ItemSearchBar;
class ItemSearchPresenter;
class PersonColumn;
class PersonPresenter;
class PersonStrip;
class RestoreBanner;
class SituationBar;
class SourceBar;
class VerdictColumn;
struct ItemHit;

// The intake screen: person, item and form, verdict. Every action has its key; the page owns them as long as
// it is shown.
class IntakePage final : public QWidget
{
    Q_OBJECT
public:
    IntakePage(IntakeSession &session, const Catalog &catalog, const ItemSearch &search, const Clock &clock,
               QWidget *parent = nullptr);

    ~IntakePage() override;

    // A key that works now, for the key bar.
    struct Key
    {
        QString key;
        QString word;
        std::function<void()> act;
    };
    QList<Key> keys() const;
    // Offers what an earlier run left behind; called once, after sign-in.
    void offerLeftDrafts();
    void focusItemSearch();
    void commitTyped(); // the window closes in the middle of a field

Q_SIGNALS:
    void keysChanged();
    void materialsAsked(const QString &line); // F8, or a gap that is a paper
    void toastAsked(const QString &text, bool isError);
    void nextPersonAsked(); // F4 while nobody is being served: the queue calls

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void arrange(); // column or strip, by the room there is
    QWidget *buildCentre();
    void connectSession();
    void connectColumns();
    void bindKeys();
    void refreshItem();
    void onState();
    void onHit(const ItemHit &hit);
    void jump(const GapView &gap);
    void primary();
    QString roleInFocus() const;
    void readCard(const QString &role);
    void showWholeNumber(); // while Ctrl+I is held
    void scan();
    void park();
    void replacePerson(const QString &role, const CardValues &card);
    void keepFocus();
    void restore(const DraftDocument &draft);
    void notify();
    void decline();
    void byHand(const QString &role);
    void next();
    void print();
    void report(const Error &error);

    IntakeSession &m_session;
    const Clock &m_clock;
    PersonPresenter *m_person;
    ItemSearchPresenter *m_search;
    FormPresenter *m_form;
    VerdictPresenter *m_verdict;

    PersonColumn *m_personColumn;
    PersonStrip *m_personStrip;
    RestoreBanner *m_restore;
    QLabel *m_saveBanner;
    ItemSearchBar *m_searchBar;
    QWidget *m_formPanel;
    QLabel *m_title;
    QLabel *m_tags;
    SituationBar *m_situation;
    SourceBar *m_sources;
    FormView *m_formView;
    QLabel *m_empty;
    VerdictColumn *m_verdictColumn;
    AcceptedPanel *m_accepted;
    QStackedWidget *m_centre;
    qint64 m_lastPrimary = -1;
    bool m_parking = false;
};

} // namespace yichuang::intakeui
