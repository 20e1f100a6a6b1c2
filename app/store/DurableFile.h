#pragma once

#include <QByteArray>
#include <QString>

namespace yichuang {

// Writes the bytes beside `path`, synchronises them, moves them into place and synchronises the folder (made
// where it is missing, for this user alone): after true the whole file survives a power cut, after false the
// old one is as it was. Any thread.
bool writeDurably(const QString &path, const QByteArray &bytes);

// A file that was moved, made or removed is only safe when its folder is, too.
bool synchroniseFolder(const QString &folder);

} // namespace yichuang
