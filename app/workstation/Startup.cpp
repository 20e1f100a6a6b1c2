#include "workstation/Startup.h"

#include "ui/signin/StartFaultDialog.h"
#include "ui/signin/UnlockDialog.h"
#include "ui/widgets/ErrorText.h"
#include "workstation/StationSetup.h"
#include "workstation/Workplace.h"

#include <QApplication>

namespace yichuang {

namespace {

// Where a part of the data cannot be read, the rest can be brought out. The slot has proved the key: where
// the database says that it is wrong, its first page is damaged.
bool isDamage(ErrorCode code)
{
    return code == ErrorCode::StoreDamaged || code == ErrorCode::StorePageDamaged ||
           code == ErrorCode::WriteAheadLogDamaged || code == ErrorCode::StoreKeyWrong;
}

} // namespace

Startup::Startup(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_keys(m_options.profile, m_custody)
{}

Startup::~Startup() = default;

void Startup::start()
{
    auto config = readStationConfig(stationConfigPath(m_options.profile));
    if (!config)
        return showFault(config.error());
    m_station = std::make_unique<Station>(std::move(*config), m_options.profile);
    findKey();
}

void Startup::findKey()
{
    if (!m_options.passphraseFile.isEmpty()) {
        auto passphrase = readSecret(m_options.passphraseFile);
        if (!passphrase)
            return showFault(passphrase.error());
        return tryPassphrase(std::move(*passphrase));
    }
    if (!m_keys.mayAskKeyring())
        return askPassphrase({ErrorCode::KeyringHasNoKey, {}});
    whenFinished(m_keys.byKeyring(), this, [this](const Result<KeyInHand> &key) {
        if (key)
            open(*key);
        else
            askPassphrase(key.error());
    });
}

void Startup::askPassphrase(const Error &why)
{
    m_unlock = std::make_unique<UnlockDialog>(errorText(why).inOneLine());
    connect(m_unlock.get(), &UnlockDialog::passphraseGiven, this, [this](const QString &passphrase) {
        if (std::exchange(m_isTrying, true))
            return; // Enter twice is one try
        QByteArray bytes = passphrase.toUtf8();
        Secret secret{bytes};
        wipe(bytes);
        tryPassphrase(std::move(secret));
    });
    connect(m_unlock.get(), &QDialog::rejected, qApp, [] { QApplication::exit(1); });
    m_unlock->show();
}

void Startup::tryPassphrase(Secret passphrase)
{
    whenFinished(m_keys.byPassphrase(std::move(passphrase)), this, [this](const Result<KeyInHand> &key) {
        m_isTrying = !m_unlock || key.has_value();
        if (key)
            open(*key);
        else if (m_unlock)
            m_unlock->showWrong(errorText(key.error()).inOneLine());
        else
            showFault(key.error());
    });
}

void Startup::open(const KeyInHand &key)
{
    m_key = key;
    if (m_unlock)
        m_unlock->hide();
    whenFinished(m_station->open(key), this, [this](const Result<void> &opened) { onOpened(opened); });
}

void Startup::onOpened(const Result<void> &result)
{
    if (!result)
        return showFault(result.error());
    m_key.reset();
    m_unlock.reset(); // with the passphrase in its field
    m_workplace = std::make_unique<Workplace>(*m_station);
    m_workplace->open();
    Q_EMIT opened(m_workplace.get());
}

void Startup::showFault(const Error &error)
{
    qCritical("%s", qPrintable(logText(error)));
    m_isSalvaging = false;
    const bool mayBringOut = m_key && isDamage(error.code);
    m_fault = std::make_unique<StartFaultDialog>(errorText(error), mayBringOut);
    connect(m_fault.get(), &StartFaultDialog::bringOutAsked, this, &Startup::salvage);
    connect(m_fault.get(), &QDialog::rejected, qApp, [] { QApplication::exit(1); });
    m_fault->show();
}

void Startup::salvage()
{
    if (std::exchange(m_isSalvaging, true))
        return; // pressed twice
    whenFinished(m_station->salvage(m_key), this, [this](const Result<SalvageReport> &report) {
        if (!report)
            return showFault(report.error());
        m_fault->showReport(report->events, report->eventsLost, report->drafts, report->quarantine);
        connect(m_fault.get(), &StartFaultDialog::goOnAsked, this, [this] {
            m_fault->hide();
            onOpened({});
        });
    });
}

} // namespace yichuang
