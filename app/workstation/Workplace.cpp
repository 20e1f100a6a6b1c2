#include "workstation/Workplace.h"

#include "ui/cases/CaseWords.h"
#include "ui/cases/CasesPage.h"
#include "ui/intake/IntakePage.h"
#include "ui/intake/MatterWords.h"
#include "ui/intake/PersonPresenter.h"
#include "ui/materials/MaterialsPage.h"
#include "ui/materials/SessionTray.h"
#include "ui/outbox/OutboxPage.h"
#include "ui/shell/LockOverlay.h"
#include "ui/shell/MainWindow.h"
#include "ui/signin/SignInPage.h"
#include "ui/widgets/ErrorText.h"

#include <QCoreApplication>
#include <QShortcut>
#include <QStackedWidget>

namespace yichuang {

namespace {

constexpr int countAfter = 150; // ms

QString words(const Error &error)
{
    return errorText(error).inOneLine();
}

SignInPage::Place placeOf(const StationConfig &config)
{
    return {config.siteName, config.windows, config.window, config.device.toString().right(6)};
}

// A page's keys in the frame's form.
template <typename Page>
std::function<QList<ShellKey>()> keysOf(const Page *page)
{
    return [page] {
        QList<ShellKey> keys;
        const auto own = page->keys();
        for (const auto &key : own)
            keys.append({key.key, key.word, key.act});
        return keys;
    };
}

} // namespace

Workplace::Workplace(Station &station, QObject *parent)
    : QObject(parent)
    , m_station(station)
    , m_line(m_status, station.clock())
    , m_devices(station.config().devices, hostProgramsIn(QCoreApplication::applicationDirPath()), m_status)
    , m_facts(factsOf(station.config()))
    , m_matter(station.knowledge().catalog, station.knowledge().calendar, m_facts)
    , m_store(station.store(), station.clock(), m_facts)
    , m_reader(m_devices)
    , m_scanner(m_devices)
    , m_printers(m_devices)
    , m_reprint(station.store(), m_printers)
    , m_papers(station.knowledge().catalog)
    , m_flow({m_matter, m_store, m_reader, m_papers, m_printers, station.clock(), station.random()}, m_facts)
    , m_tray(std::make_unique<SessionTray>(m_flow))
    , m_window(std::make_unique<QStackedWidget>())
{
    m_status.station = m_facts.siteName;
    m_status.window = m_facts.window;
    m_status.demonstration = m_facts.demonstration;
    m_counting.setSingleShot(true);
    m_counting.setInterval(countAfter);
    buildPages();
    joinIntake();
    joinMaterials();
    joinLock();
    joinStatus();
}

Workplace::~Workplace()
{
    m_intake->commitTyped();
}

QWidget &Workplace::window() const
{
    return *m_window;
}

void Workplace::open()
{
    m_window->resize(1440, 900);
    m_window->showMaximized();
    m_signIn->begin();
    m_station.sync().start();
    if (m_devices.fault())
        m_frame->say(words(*m_devices.fault()), true);
}

void Workplace::buildPages()
{
    const Clock &clock = m_station.clock();
    const Knowledge &knowledge = m_station.knowledge();
    m_signIn =
        new SignInPage(m_station.session(), m_status, clock, placeOf(m_station.config()), m_window.get());
    m_frame = new MainWindow(m_status, clock, m_window.get());
    m_frame->setWindowFlags(Qt::Widget);
    m_window->addWidget(m_signIn);
    m_window->addWidget(m_frame);
    m_intake = new intakeui::IntakePage(m_flow, knowledge.catalog, knowledge.search, clock, m_frame);
    m_materials = new MaterialsPage(*m_tray, m_scanner, words, m_frame);
    m_cases = new CasesPage(m_station.store(), knowledge.calendar, clock, words, m_frame);
    m_outbox = new OutboxPage(
        m_station.store(), clock, [](const HistoryEntry &entry) { return logWords(entry).what; }, {},
        m_frame);
    m_person = new intakeui::PersonPresenter(m_flow, clock, this);
    m_frame->addPage(
        {QStringLiteral("intake"), tr("Intake"), QStringLiteral("intake"), m_intake, keysOf(m_intake)});
    m_frame->addPage({QStringLiteral("materials"), tr("Materials"), QStringLiteral("scan"), m_materials,
                      keysOf(m_materials)});
    m_frame->addPage(
        {QStringLiteral("cases"), tr("Cases"), QStringLiteral("cases"), m_cases, keysOf(m_cases)});
    m_frame->addPage({QStringLiteral("outbox"), tr("To send"), QStringLiteral("cloud-up"), m_outbox,
                      [this] { return m_outbox->keys(); }});
    joinOutbox();
    connect(m_frame, &QWidget::windowTitleChanged, m_window.get(), &QWidget::setWindowTitle);
    connect(m_frame, &MainWindow::searchAsked, this, [this] {
        m_frame->showPage(QStringLiteral("cases"));
        m_cases->focusSearch();
    });
    const auto synchronise = [this] { m_station.sync().synchroniseNow(); };
    connect(m_outbox, &OutboxPage::retryAsked, this, synchronise);
    connect(m_cases, &CasesPage::refreshAsked, this, synchronise);
    for (QWidget *page : {static_cast<QWidget *>(m_intake), static_cast<QWidget *>(m_materials)}) {
        auto *again = new QShortcut(Qt::Key_F5, page);
        again->setContext(Qt::WidgetWithChildrenShortcut);
        connect(again, &QShortcut::activated, this, synchronise);
    }
    connect(m_cases, &CasesPage::keysChanged, m_frame, &MainWindow::refreshKeys);
    connect(m_cases, &CasesPage::reprintAsked, this, &Workplace::printAgain);
}

// A village station always has it before its eyes, a hall where it is of use.
void Workplace::joinOutbox()
{
    const QString page = QStringLiteral("outbox");
    m_frame->setOutboxPage(page, m_station.config().windows.isEmpty());
    connect(m_frame, &MainWindow::syncAsked, this, [this, page] { m_frame->showPage(page); });
    connect(m_outbox, &OutboxPage::keysChanged, m_frame, &MainWindow::refreshKeys);
    connect(m_outbox, &OutboxPage::caseAsked, this, [this](const CaseId &id, const QString &number) {
        m_frame->showPage(QStringLiteral("cases"));
        m_cases->showCase(id, number);
    });
}

void Workplace::joinIntake()
{
    using intakeui::IntakePage;
    connect(m_intake, &IntakePage::keysChanged, m_frame, &MainWindow::refreshKeys);
    connect(m_intake, &IntakePage::toastAsked, m_frame, &MainWindow::say);
    connect(m_intake, &IntakePage::materialsAsked, this, [this](const QString &line) {
        m_frame->showPage(QStringLiteral("materials"));
        m_materials->scanOnto(line);
    });
    connect(m_person, &intakeui::PersonPresenter::changed, this, &Workplace::nameCase);
    connect(&m_flow, &IntakeSession::itemChanged, this, &Workplace::nameCase);
    connect(&m_flow, &IntakeSession::stateChanged, m_frame, &MainWindow::refreshKeys);
    nameCase();
}

void Workplace::joinMaterials()
{
    connect(m_materials, &MaterialsPage::keysChanged, m_frame, &MainWindow::refreshKeys);
    const auto back = [this] { m_frame->showPage(QStringLiteral("intake")); };
    connect(m_materials, &MaterialsPage::backAsked, this, back);
    connect(m_materials, &MaterialsPage::finishAsked, this, back);
}

void Workplace::joinLock()
{
    Session &session = m_station.session();
    LockOverlay &overlay = m_frame->lockOverlay();
    connect(m_frame, &MainWindow::lockAsked, &session, &Session::lock);
    connect(&session, &Session::locked, this, [this, &overlay] { overlay.cover(m_status.clerk); });
    connect(&session, &Session::unlocked, &overlay, &LockOverlay::uncover);
    connect(&overlay, &LockOverlay::passwordGiven, this, &Workplace::unlock);
    connect(&overlay, &LockOverlay::otherClerkAsked, this, &Workplace::changeClerk);
    connect(&session, &Session::signedIn, this, &Workplace::onSignedIn);
}

void Workplace::unlock(const QString &password)
{
    QByteArray bytes = password.toUtf8();
    const auto unlocked = m_station.session().unlock(Secret(bytes));
    wipe(bytes);
    whenFinished(unlocked, this, [this](const Result<SignedInClerk> &clerk) {
        if (!clerk)
            m_frame->lockOverlay().showWrong(words(clerk.error()));
    });
}

void Workplace::joinStatus()
{
    connect(&m_station.sync(), &SyncEngine::statusChanged, this, &Workplace::onSync);
    connect(&m_station.store(), &Store::caseChanged, &m_counting, qOverload<>(&QTimer::start));
    connect(&m_counting, &QTimer::timeout, this, &Workplace::refreshCounts);
    connect(m_signIn, &SignInPage::deviceCheckAsked, &m_devices, &StationDevices::askAll);
    onSync(m_station.sync().status());
}

// What is half written is parked: whoever works here next finds it offered.
void Workplace::changeClerk()
{
    m_intake->commitTyped();
    if (isFinished(m_flow.state()))
        m_flow.next();
    else
        (void)m_flow.park(); // refused where there is nothing to park
    m_station.session().signOut();
    m_frame->lockOverlay().uncover();
    m_window->setCurrentWidget(m_signIn);
    m_signIn->begin();
}

void Workplace::printAgain(const CaseId &id, const QString &paper)
{
    const auto printed = m_reprint.print(id, paper, m_station.session().clerk()->staffNumber);
    whenFinished(printed, this, [this](const Result<PrintReply> &reply) {
        if (!reply)
            return m_frame->say(words(reply.error()), true);
        const auto refused = errorCodeFromShort(reply->reason);
        if (reply->state == PrintState::Refused && refused)
            return m_frame->say(words(Error{*refused, {}}), true);
        m_frame->say(reply->state == PrintState::Confirmed
                         ? tr("The paper is printed.")
                         : tr("The printer did not confirm: look whether it came out."),
                     reply->state != PrintState::Confirmed);
    });
}

void Workplace::onSignedIn(const SignedInClerk &clerk)
{
    m_status.clerk = clerk.name;
    m_status.window = clerk.window;
    m_status.announce();
    m_flow.setClerk({clerk.staffNumber, clerk.name});
    m_window->setCurrentWidget(m_frame);
    m_frame->showPage(QStringLiteral("intake"));
    m_intake->focusItemSearch();
    m_intake->offerLeftDrafts();
    refreshCounts();
}

void Workplace::onSync(const SyncStatus &status)
{
    m_line.setStatus(status);
    m_outbox->setLine(status);
    m_cases->setOnline(status.line != LineCondition::Down);
}

void Workplace::refreshCounts()
{
    whenFinished(m_station.store().counts(businessDate(m_station.clock().now())), this,
                 [this](const Result<CaseCounts> &counts) {
                     if (!counts)
                         return;
                     m_status.setCount(QStringLiteral("cases"), counts->open);
                     m_status.setToday(tr("%1 taken in today").arg(counts->today));
                 });
}

// Whose papers these are, in the head of the materials screen.
void Workplace::nameCase()
{
    m_materials->showCase(m_person->name(), intakeui::matterTitle(m_flow));
}

} // namespace yichuang
