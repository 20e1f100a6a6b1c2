#pragma once

#include <QByteArray>
#include <QChar>
#include <QList>
#include <QString>

#include <vector>

namespace yichuang {

// The readings of a character without tones, in lower case, the usual one first: 行 xing, hang. A letter or
// digit is its own reading; anything else has none. ICU says the usual reading; for characters that sound
// otherwise in the words of the counters the others are added. May be asked from any thread.
QList<QByteArray> pinyinReadings(QChar character);

// What is typed and what is found, compared alike: half width, lower case, without blanks and punctuation.
// `places` gets, for each character kept, where it stood.
QString searchForm(QStringView text, std::vector<quint16> *places = nullptr);

} // namespace yichuang
