#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

namespace yichuang {

struct ScannerChoice
{
    QString id;
    QString name;
    bool ready = false; // false: it is listed, greyed, with the reason on the settings page
    bool operator==(const ScannerChoice &) const = default;
};

// A named way to scan, such as 300 dpi colour both sides.
struct ScanProfile
{
    QString id;
    QString name;
    bool operator==(const ScanProfile &) const = default;
};

struct ScanOrder
{
    QString scanner;
    QString profile;
    bool singlePage = false; // one sheet, then stop: a page is scanned again
};

// Where paper comes from, as the materials screen sees it; the composition root puts the device host behind
// it. One scan at a time. Every started scan ends with exactly one ended(), however it ends.
class PageSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QList<ScannerChoice> scanners() const = 0;
    virtual QList<ScanProfile> profiles(const QString &scanner) const = 0;
    virtual Result<void> start(const ScanOrder &order) = 0;
    virtual void stop() = 0; // after the sheet that is in the machine; does nothing where no scan runs

Q_SIGNALS:
    void scannersChanged();
    void pageScanned(const QByteArray &bytes, const QString &mediaType);
    void failed(const yichuang::Error &error); // before ended(); the pages that came before it are kept
    void ended();
};

} // namespace yichuang
