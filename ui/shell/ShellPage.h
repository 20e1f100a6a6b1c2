#pragma once

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace yichuang {

// A key that works now, for the key bar.
struct ShellKey
{
    QString key;
    QString word;
    std::function<void()> act;
};

// One screen in the shell: its place on the rail, and what it can do now.
struct ShellPage
{
    QString id;
    QString title;
    QString icon;
    QWidget *widget = nullptr;
    std::function<QList<ShellKey>()> keys;
    std::function<void()> entered = {}; // it came to the front
};

} // namespace yichuang
