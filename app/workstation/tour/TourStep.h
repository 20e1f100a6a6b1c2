#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace yichuang {

namespace tour {

// A key or chord in X's names: "F9", "ctrl+l", "Return".
struct Press
{
    QString chord;
};
struct Type
{
    QString text;
};
// A command of the surroundings: laying a card on the reader, cutting the line.
struct Run
{
    QStringList command;
};
using Hand = std::variant<Press, Type, Run>;

// As long as the screen asks for something: what to do next, nothing when all is done.
struct While
{
    std::function<std::vector<Hand>()> next;
    int most = 60; // rounds; more is a tour that goes in a circle
};

} // namespace tour

using TourAction = std::variant<tour::Press, tour::Type, tour::Run, tour::While>;

// One thing that the clerk does and what the screen then must show. The condition only looks.
struct TourStep
{
    QString name;
    std::vector<TourAction> actions;
    std::function<bool()> reached;
    bool picture = true;
    int limit = 20000; // ms
};

} // namespace yichuang
