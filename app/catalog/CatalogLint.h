#pragma once

#include <QStringList>

namespace yichuang {

// What is wrong with a catalogue's folder, each line naming the file: everything that keeps it from being
// loaded, files that the schemas beside them (item.schema.json, bundle.schema.json) refuse, and what a
// careful editor would not let pass. Empty where nothing is.
QStringList lintCatalogue(const QString &folder);

} // namespace yichuang
