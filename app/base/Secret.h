#pragma once

#include <QByteArray>

#include <memory>

namespace yichuang {

// Bytes that must not reach the swap, a core dump or a freed page: locked in memory, wiped at the end.
// Move-only; whoever needs the bytes reads them in place.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes); // copies; wipe the source yourself (see wipe)
    static Secret random(qsizetype count);

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return m_size; }
    QByteArrayView view() const { return {m_data.get(), m_size}; }
    Secret clone() const { return Secret(view()); }

private:
    struct Free
    {
        void operator()(char *data) const;
    };
    std::unique_ptr<char, Free> m_data;
    qsizetype m_size = 0;
};

void wipe(QByteArray &bytes);

} // namespace yichuang
