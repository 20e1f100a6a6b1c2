#pragma once

#include "base/Signing.h"
#include "courier/AnswerPackage.h"
#include "courier/WorkPackage.h"

namespace yichuang::test {

inline const DeviceId sampleDevice = DeviceId::fromString(u"0198c0de-0000-7000-8000-000000000101");

// Keeps what it is handed, in order.
class RecordingReceiver final : public courier::WorkReceiver
{
public:
    Result<void> request(const courier::Request &request) override
    {
        requests.append(request);
        return {};
    }
    Result<void> events(const QList<SignedEvent> &more) override
    {
        records.append(more);
        return {};
    }
    Result<void> pageBegins(const courier::PageHead &) override
    {
        content.clear();
        return {};
    }
    Result<void> pageData(const QByteArray &data) override
    {
        content += data;
        return {};
    }
    Result<void> pageEnds(const courier::PageHead &head) override
    {
        pages.append({head, content});
        return {};
    }

    QList<courier::Request> requests;
    QList<SignedEvent> records;
    QList<std::pair<courier::PageHead, QByteArray>> pages;
    QByteArray content;
};

// A package with three records and two pages, and the two keys.
struct SamplePackage
{
    SigningKey station = SigningKey::fromSeed(Secret(QByteArray(32, 's')));
    SigningKey platform = SigningKey::fromSeed(Secret(QByteArray(32, 'p')));
    courier::Request request{QStringLiteral("epoch-1"), "cursor-1"};
    QList<SignedEvent> records{{"first", QStringLiteral("ed25519"), "s1"},
                               {"second", QStringLiteral("ed25519"), "s2"},
                               {"third", QStringLiteral("ed25519"), "s3"}};
    QByteArray shortPage = QByteArray(3000, 'a');
    QByteArray longPage = QByteArray(3 * 1024 * 1024 + 7, 'b');

    courier::Cover cover() const
    {
        courier::Cover cover;
        cover.device = sampleDevice;
        cover.serial = 7;
        cover.made = QDateTime::fromMSecsSinceEpoch(1795401730123, Qt::UTC);
        cover.first = 11;
        cover.last = 13;
        return cover;
    }

    Result<courier::SignedCover> write(courier::VolumeSink &sink,
                                       qint64 volumeBytes = courier::mostVolumeBytes) const
    {
        courier::WorkWriter writer(cover(), sink, volumeBytes);
        return writer.begin(platform.publicKey(), request)
            .and_then([&] { return writer.events(records.first(2)); })
            .and_then([&] { return writer.events(records.sliced(2)); })
            .and_then([&] { return add(writer, shortPage); })
            .and_then([&] { return add(writer, longPage); })
            .and_then([&] { return writer.finish(station); });
    }

private:
    static Result<void> add(courier::WorkWriter &writer, const QByteArray &page)
    {
        return writer.page(Digest::of(page), QStringLiteral("image/jpeg"), page);
    }
};

} // namespace yichuang::test
