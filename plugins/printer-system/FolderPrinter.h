#pragma once

#include "devices/DevicePlugin.h"

namespace yichuang::systemprinter {

// A title as the first part of a file's name: letters and digits of any script; everything else is a hyphen.
// Never empty, never hidden, at most 120 bytes.
QString fileTitle(const QString &title);

// Takes papers as files <title>-<counter>.pdf, for their owner only. A file that can be seen is whole and
// durable; one that is there already is never replaced.
class FolderPrinter final : public DocumentPrinter
{
public:
    explicit FolderPrinter(QString folder)
        : m_folder(std::move(folder))
    {}

    DeviceCondition condition(const Stop &stop) override;
    // DocumentPrinterMissing where the folder is not there; DocumentPrinterRefused where it takes no file.
    Result<PrintProof> print(const PrintDocument &document, const Stop &stop) override;

private:
    QString m_folder;
};

} // namespace yichuang::systemprinter
