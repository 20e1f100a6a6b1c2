#pragma once

#include "courier/Stick.h"

#include <cerrno>
#include <functional>

namespace yichuang {

// A stick of which one operation fails, and all after it too where it was pulled out.
class FaultyStick final : public courier::Stick
{
public:
    using Stick::Stick;

    // The n-th operation from now on, counted from 1, fails with this errno. With `stays`, the stick is gone.
    void failAt(int number, int error, bool stays)
    {
        m_countdown = number;
        m_error = error;
        m_stays = stays;
        m_failed = false;
    }
    // Whether it came so far; from now on all is well again.
    bool heal()
    {
        m_countdown = 0;
        m_stays = false;
        return std::exchange(m_failed, false);
    }
    void setRoom(qint64 bytes) { m_room = bytes; }
    Result<qint64> room() override { return m_room < 0 ? Stick::room() : Result<qint64>(m_room); }
    // Called at every operation, on the thread of the operation.
    std::function<void(Step)> onStep;

protected:
    int before(Step step) override
    {
        if (onStep)
            onStep(step);
        const bool fails = (m_countdown > 0 && --m_countdown == 0) || (m_failed && m_stays);
        m_failed = m_failed || fails;
        return fails ? m_error : 0;
    }

private:
    int m_countdown = 0;
    int m_error = EIO;
    bool m_stays = false;
    bool m_failed = false;
    qint64 m_room = -1;
};

} // namespace yichuang
