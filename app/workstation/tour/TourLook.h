#pragma once

#include "workstation/tour/TourStep.h"

#include <QHash>

namespace yichuang {

class Workplace;

// What the tour reads off the screens: conditions, and which keys the screen asks for next.
namespace tour {

bool isShown(const Workplace &workplace, const QString &objectName);
bool hasFocus(const QString &objectName);
bool isAccepted(const Workplace &workplace);    // the case is taken in
bool arePapersDone(const Workplace &workplace); // and its papers are out, confirmed
bool isReady(const Workplace &workplace);       // nothing is missing
int pages(const Workplace &workplace);
int linesWithPages(const Workplace &workplace);
bool isSaved(const Workplace &workplace);
bool hasCard(const Workplace &workplace, const QString &role);
bool areDevicesReady(const Workplace &workplace);

// Fills the form: types into the field that has the focus, and goes to the first gap where none is asked.
std::vector<Hand> nextAnswer(const Workplace &workplace, const QHash<QString, QString> &answers);
// Ticks the first paper that is missing, as one that the clerk has seen.
std::vector<Hand> nextCheck(const Workplace &workplace);

} // namespace tour

} // namespace yichuang
