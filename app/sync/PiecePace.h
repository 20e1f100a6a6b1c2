#pragma once

#include <QtGlobal>

#include <chrono>

namespace yichuang {

// How large the next piece of a page is. A piece that does not arrive is lost whole, so that on a bad line it
// must be small; on a good one small pieces would cost a round trip each. It is made for about four seconds
// of the line, and halved when one was lost (MAT-11).
class PiecePace
{
public:
    static constexpr qint64 least = 4 * 1024;
    static constexpr qint64 first = 128 * 1024;
    static constexpr qint64 most = 4 * 1024 * 1024;

    // Bytes a second that pages may take of the line; 0 for all.
    explicit PiecePace(qint64 rateCap = 0)
        : m_cap(rateCap)
    {}

    qint64 pieceBytes() const;
    void arrived(qint64 bytes, std::chrono::milliseconds took);
    void lost();
    // How long to wait before the next one, so that the cap holds.
    std::chrono::milliseconds pauseAfter(qint64 bytes, std::chrono::milliseconds took) const;

private:
    qint64 m_cap;
    qint64 m_piece = first;
};

} // namespace yichuang
