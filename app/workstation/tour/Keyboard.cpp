#include "workstation/tour/Keyboard.h"

#include <QProcess>
#include <QTimer>

#include <algorithm>
#include <memory>

namespace yichuang {

namespace {

constexpr int longestCommand = 20000; // ms

} // namespace

Pending<void> Keyboard::press(const QString &chord)
{
    return start(QStringLiteral("xdotool"),
                 {QStringLiteral("key"), QStringLiteral("--clearmodifiers"), chord});
}

Pending<void> Keyboard::type(const QString &text)
{
    // For a Chinese letter the X server is given another key map, which a busy program takes a while to hear
    // of.
    const bool isLatin = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    return start(QStringLiteral("xdotool"),
                 {QStringLiteral("type"), QStringLiteral("--delay"),
                  isLatin ? QStringLiteral("25") : QStringLiteral("90"), QStringLiteral("--"), text});
}

Pending<void> Keyboard::run(const QStringList &command)
{
    return start(command.first(), command.mid(1));
}

Pending<void> Keyboard::start(const QString &program, const QStringList &arguments)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    auto *process = new QProcess(this);
    auto end = [promise, process](bool succeeded) {
        if (promise->future().isFinished())
            return;
        promise->addResult(succeeded ? Result<void>()
                                     : raise(ErrorCode::TourCommandFailed, process->program()));
        promise->finish();
        process->deleteLater();
    };
    connect(process, &QProcess::finished, this, [end](int code, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit && code == 0);
    });
    connect(process, &QProcess::errorOccurred, this, [end] { end(false); });
    QTimer::singleShot(longestCommand, process, [process] { process->kill(); });
    process->setStandardOutputFile(QProcess::nullDevice());
    process->start(program, arguments);
    return promise->future();
}

} // namespace yichuang
