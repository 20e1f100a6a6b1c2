#pragma once

#include <QObject>

namespace yichuang {

// What the command line asked for, while it is under way. Ends exactly once.
class Task : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void start() = 0;
    virtual void stop() = 0; // a person pressed Ctrl+C

Q_SIGNALS:
    void ended(int code); // of the namespace ending
};

} // namespace yichuang
