#pragma once

#include "domain/Case.h"

#include <QDate>
#include <QString>

namespace yichuang {

// A line of the materials checklist as screens show it: the catalogue's line with the draft's state.
struct ChecklistLine
{
    QString line; // code
    QString name;
    int number = 0; // by catalogue, from 1: the digit key of the materials screen
    LineState state = LineState::Missing;
    bool required = false;
    bool deferrable = false; // 容缺: the item tolerates it for now
    bool exemptible = false; // 免提交
    bool reusable = false;
    bool fromForm = false; // drawn up from the one form: nobody brings it
    bool needsScan = false;
    QString wants; // "original", "copy", "original-or-copy"
    int copies = 0;
    QString hint;
    QString note; // ground of an exemption or a reuse, also where it is only possible
    QString form; // "original", "copy": what was shown; empty where pages speak
    QDate due;    // of a deferred line
    int pages = 0;
    bool operator==(const ChecklistLine &) const = default;
};

} // namespace yichuang
