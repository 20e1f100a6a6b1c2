#include "sync/PiecePace.h"

namespace yichuang {

namespace {
constexpr qint64 aim = 4000; // ms that a piece should take
}

// Under a cap a piece is no more than two seconds of it, so that others on the line get their turn.
qint64 PiecePace::pieceBytes() const
{
    return m_cap > 0 ? qBound(least, qMin(m_piece, 2 * m_cap), most) : m_piece;
}

void PiecePace::arrived(qint64 bytes, std::chrono::milliseconds took)
{
    const qint64 fits = bytes * aim / qMax<qint64>(1, took.count());
    // The last piece of a page is short and says little: it may not make the next ones larger than this one.
    const qint64 upTo = bytes < m_piece ? m_piece : 2 * m_piece;
    m_piece = qBound(least, qMin(fits, upTo), most);
}

void PiecePace::lost()
{
    m_piece = qMax(least, m_piece / 2);
}

std::chrono::milliseconds PiecePace::pauseAfter(qint64 bytes, std::chrono::milliseconds took) const
{
    if (m_cap <= 0)
        return std::chrono::milliseconds(0);
    return std::chrono::milliseconds(qMax<qint64>(0, bytes * 1000 / m_cap - took.count()));
}

} // namespace yichuang
