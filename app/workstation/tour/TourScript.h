#pragma once

#include "workstation/tour/TourStep.h"

namespace yichuang {

class Workplace;

// What the tour does at the hall's window and at the village station. The workplace outlives the steps.
std::vector<TourStep> hallSteps(Workplace &workplace, const QString &commands);
std::vector<TourStep> villageSteps(Workplace &workplace, const QString &commands);

} // namespace yichuang
