// catalogue-lint FOLDER: says what is wrong with a catalogue, one line each; exit 0 only where nothing is.

#include "catalog/CatalogLint.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: catalogue-lint FOLDER\n", stderr);
        return 2;
    }
    const QStringList faults = yichuang::lintCatalogue(arguments.at(1));
    for (const QString &fault : faults)
        std::fprintf(stderr, "%s\n", qPrintable(fault));
    return faults.isEmpty() ? 0 : 1;
}
