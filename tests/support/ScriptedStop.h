#pragma once

#include "devices/DevicePlugin.h"

namespace yichuang {

// Asks to stop from the given question on; never, unless told.
class ScriptedStop : public Stop
{
public:
    explicit ScriptedStop(int questionsBefore = -1)
        : m_left(questionsBefore)
    {}
    bool isRequested() const override { return m_left == 0 || (m_left > 0 && --m_left == 0); }

private:
    mutable int m_left;
};

} // namespace yichuang
