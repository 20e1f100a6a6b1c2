#include "base/Signing.h"
#include "store/KeySlots.h"
#include "ui/widgets/Theme.h"
#include "workstation/Options.h"
#include "workstation/Startup.h"
#include "workstation/StationSetup.h"
#include "workstation/Workplace.h"
#include "workstation/tour/TourRun.h"

#include <QApplication>
#include <QTranslator>

#include <cstdio>

using namespace yichuang;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(logText(error)));
    return error.code == ErrorCode::OptionsWrong ? 2 : 1;
}

// Enrolment and accounts need no screen.
int setUp(const Options &options)
{
    StationSetup setup(options);
    int code = 0;
    whenFinished(setup.run(), &setup, [&code](const Result<QString> &line) {
        if (line)
            std::printf("%s\n", qPrintable(*line));
        else
            code = fail(line.error());
        QCoreApplication::exit(code);
    });
    return QCoreApplication::exec();
}

int work(const Options &options)
{
    QTranslator words;
    if (words.load(QStringLiteral(":/translations/yichuang_zh_CN.qm")))
        QCoreApplication::installTranslator(&words);
    theme().applyTo(*qApp);
    Startup startup(options);
    std::unique_ptr<TourRun> tour;
    QObject::connect(&startup, &Startup::opened, qApp, [&](Workplace *workplace) {
        if (options.tourFolder.isEmpty())
            return;
        tour = std::make_unique<TourRun>(options, *workplace);
        QObject::connect(tour.get(), &TourRun::finished, qApp,
                         [](bool held) { QApplication::exit(held ? 0 : 1); });
        tour->start();
    });
    startup.start();
    return QApplication::exec();
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    return arguments;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("yichuang"));
    hardenProcess();
    initialiseCryptography();
    const auto options = parseOptions(argumentsOf(argc, argv));
    if (!options)
        return fail(options.error());
    if (options->action == Options::Action::Help) {
        std::fputs(qPrintable(helpText()), stdout);
        return 0;
    }
    if (options->action != Options::Action::Work) {
        const QCoreApplication application(argc, argv);
        return setUp(*options);
    }
    const QApplication application(argc, argv);
    return work(*options);
}
