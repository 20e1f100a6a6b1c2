#pragma once

#include "base/Async.h"
#include "catalog/Catalog.h"
#include "catalog/Search.h"
#include "domain/WorkingCalendar.h"

#include <memory>

namespace yichuang {

// What the program knows without any case: the items and the working days. Immutable once it is loaded.
struct Knowledge
{
    Catalog catalog;
    WorkingCalendar calendar;
    ItemSearch search;
};

using KnowledgeInHand = std::shared_ptr<const Knowledge>;

// Loaded on another thread: the search's index takes its time.
Pending<KnowledgeInHand> loadKnowledge();

} // namespace yichuang
