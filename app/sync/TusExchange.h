#pragma once

#include "base/Digest.h"
#include "sync/PlatformLink.h"

namespace yichuang {

// One request of an upload and its answer: the seam between tus, which is the same everywhere, and who is
// believed.
class TusExchange
{
public:
    struct Answer
    {
        ProvenReply reply;
        QString location;   // of a new upload; its path
        bool whole = false; // the server has the page, and its hash was checked
    };

    virtual ~TusExchange() = default;
    // An error where nothing came back that counts.
    virtual Pending<Answer> send(const LinkRequest &request, const Digest &page) = 0;
};

// With the platform: what counts is what it has signed, and a page is whole where it has named its hash.
class ProvenExchange final : public QObject, public TusExchange
{
    Q_OBJECT

public:
    explicit ProvenExchange(PlatformLink &link, QObject *parent = nullptr)
        : QObject(parent)
        , m_link(link)
    {}
    Pending<Answer> send(const LinkRequest &request, const Digest &page) override;

private:
    PlatformLink &m_link;
};

} // namespace yichuang
