#pragma once

#include "platform/http/Asio.h"

#include <QByteArray>

namespace yichuang {

// Beast's body that grows in a QByteArray, so that the service gets it without a copy.
struct ByteArrayBody
{
    using value_type = QByteArray;

    class reader
    {
    public:
        template <bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, value_type &body)
            : m_body(body)
        {}

        void init(const boost::optional<std::uint64_t> &length, beast::error_code &error)
        {
            error = {};
            if (length) // it was checked against the limits, and reserved, before anybody reads the body
                m_body.reserve(static_cast<qsizetype>(*length));
        }

        template <class Buffers>
        size_t put(const Buffers &buffers, beast::error_code &error)
        {
            error = {};
            size_t taken = 0;
            for (const auto part : beast::buffers_range_ref(buffers)) {
                m_body.append(static_cast<const char *>(part.data()), static_cast<qsizetype>(part.size()));
                taken += part.size();
            }
            return taken;
        }

        void finish(beast::error_code &error) { error = {}; }

    private:
        value_type &m_body;
    };
};

} // namespace yichuang
