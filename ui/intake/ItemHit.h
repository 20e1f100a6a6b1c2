#pragma once

#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>

namespace yichuang::intakeui {

// One row of the item search.
struct ItemHit
{
    QString code;
    bool isBundle = false;
    QString name;
    QList<QPair<int, int>> marks; // start and length of what matched in the name
    QString matchedBy;            // "过户" where an everyday name matched and the name does not hold it
    QString kind;                 // "不动产登记"
    QString limit;                // "5 个工作日", "当场办结"
    QString service;              // "窗口受理快递送达"
    bool isCurrent = false;
    bool operator==(const ItemHit &) const = default;
};

} // namespace yichuang::intakeui

Q_DECLARE_METATYPE(yichuang::intakeui::ItemHit)
