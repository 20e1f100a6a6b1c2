#pragma once

#include "intake/CaseReprint.h"
#include "intake/CatalogMatter.h"
#include "intake/IntakeSession.h"
#include "intake/NoticePapers.h"
#include "intake/StationIntakeStore.h"
#include "ui/shell/LineWatch.h"
#include "ui/shell/StatusModel.h"
#include "workstation/ReaderSource.h"
#include "workstation/ScannerSource.h"
#include "workstation/Station.h"
#include "workstation/StationDevices.h"
#include "workstation/StationPrinters.h"

#include <QObject>
#include <QTimer>

class QStackedWidget;

namespace yichuang {

class CasesPage;
class MainWindow;
class MaterialsPage;
class OutboxPage;
class SessionTray;
class SignInPage;

namespace intakeui {
class IntakePage;
class PersonPresenter;
} // namespace intakeui

// The composition root: one opened station with its devices, the flow at the window, and the screens; every
// rule is in the rooms below, here they are only joined.
class Workplace final : public QObject
{
    Q_OBJECT
public:
    // The station is open and outlives it.
    explicit Workplace(Station &station, QObject *parent = nullptr);
    ~Workplace() override;

    void open(); // shows the sign-in screen

    // For the tour, which looks and never touches.
    Station &station() { return m_station; }
    const IntakeSession &flow() const { return m_flow; }
    const StationDevices &devices() const { return m_devices; }
    QWidget &window() const;

private:
    void buildPages();
    void joinOutbox();
    void joinIntake();
    void joinMaterials();
    void joinLock();
    void joinStatus();
    void onSignedIn(const SignedInClerk &clerk);
    void onSync(const SyncStatus &status);
    void refreshCounts();
    void nameCase();
    void unlock(const QString &password);
    void changeClerk();
    void printAgain(const CaseId &id, const QString &paper);

    Station &m_station;
    StatusModel m_status;
    LineWatch m_line;
    StationDevices m_devices;
    StationFacts m_facts;
    CatalogMatter m_matter;
    StationIntakeStore m_store;
    ReaderSource m_reader;
    ScannerSource m_scanner;
    StationPrinters m_printers;
    CaseReprint m_reprint;
    NoticePapers m_papers;
    IntakeSession m_flow;
    std::unique_ptr<SessionTray> m_tray;
    std::unique_ptr<QStackedWidget> m_window;
    SignInPage *m_signIn = nullptr;
    MainWindow *m_frame = nullptr;
    intakeui::IntakePage *m_intake = nullptr;
    intakeui::PersonPresenter *m_person = nullptr;
    MaterialsPage *m_materials = nullptr;
    CasesPage *m_cases = nullptr;
    OutboxPage *m_outbox = nullptr;
    QTimer m_counting; // changes that come together are counted once
};

} // namespace yichuang
