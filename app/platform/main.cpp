#include "platform/program/Commands.h"

#include <QCoreApplication>

#include <sys/stat.h>

int main(int argc, char **argv)
{
    ::umask(077); // its files hold persons' data
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yichuang-platform"));
    return yichuang::runCommand(yichuang::platformCommands(), QCoreApplication::arguments(),
                                QProcessEnvironment::systemEnvironment());
}
