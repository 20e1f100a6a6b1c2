#include "DeviceCalls.h"

#include "CallStop.h"
#include "devices/DeviceErrors.h"
#include "devices/DeviceValues.h"

#include <QJsonDocument>

namespace yichuang {

namespace {

// Pages go to the client as they come.
class LinkSink final : public PageSink
{
public:
    LinkSink(HostLink &link, qint64 call)
        : m_link(link)
        , m_call(call)
    {}

    void take(ScannedPage page) override
    {
        m_link.send({{{QStringLiteral("page"), m_call}, {QStringLiteral("mediaType"), page.mediaType}},
                     std::move(page.bytes)});
    }

private:
    HostLink &m_link;
    qint64 m_call;
};

Result<DeviceMessage> valued(const QJsonValue &value, const QByteArray &body = {})
{
    return DeviceMessage{{{QStringLiteral("value"), value}}, body};
}

Result<DeviceMessage> proved(const Result<PrintProof> &proof)
{
    if (!proof)
        return passOn(proof);
    return valued(nameOf(*proof));
}

tl::unexpected<Error> wrongKind(const QString &what)
{
    return raise(ErrorCode::DeviceKindWrong, what);
}

Result<DeviceMessage> printed(ReceiptPrinter &printer, const QByteArray &body, const Stop &stop)
{
    const auto page = receiptPageFromJson(QJsonDocument::fromJson(body).object());
    if (!page)
        return passOn(page);
    return proved(printer.print(*page, stop));
}

} // namespace

bool DeviceCalls::answer(const DeviceMessage &message)
{
    const QString what = message.header.value(QLatin1String("do")).toString();
    const qint64 call = message.header.value(QLatin1String("id")).toInteger();
    const CallStop stop(m_link, call, m_stopped);
    auto answer = what == u"open" ? open(message.header.value(QLatin1String("settings")).toObject())
                                  : doCall(what, message, stop);
    if (!answer)
        return m_link.send({{{QStringLiteral("failed"), call},
                             {QStringLiteral("code"), shortCode(answer.error().code)},
                             {QStringLiteral("detail"), answer.error().detail.left(400)}},
                            {}});
    answer->header.insert(QStringLiteral("done"), call);
    return m_link.send(*answer);
}

DeviceCalls::Answer DeviceCalls::open(const QJsonObject &settings)
{
    auto device = m_plugin.open(settings);
    if (!device)
        return passOn(device);
    m_device = std::move(*device);
    return DeviceMessage();
}

DeviceCalls::Answer DeviceCalls::doCall(const QString &what, const DeviceMessage &message, const Stop &stop)
{
    if (what == u"condition" && m_device)
        return valued(toJson(m_device->condition(stop)));
    if (auto *reader = as<IdCardReader>(); reader && what == u"read-card")
        return reader->readCard(stop).and_then(
            [](const IdCard &card) { return valued(toJson(card), card.photo); });
    if (auto *printer = as<ReceiptPrinter>(); printer && what == u"print")
        return printed(*printer, message.body, stop);
    if (auto *printer = as<DocumentPrinter>(); printer && what == u"print-document") {
        const QString title = message.header.value(QLatin1String("title")).toString();
        return proved(printer->print({message.body, title}, stop));
    }
    if (auto *scanner = as<Scanner>(); scanner && what == u"scan")
        return scan(*scanner, message, stop);
    return wrongKind(what);
}

DeviceCalls::Answer DeviceCalls::scan(Scanner &scanner, const DeviceMessage &message, const Stop &stop)
{
    const auto settings = scanSettingsFromJson(message.header.value(QLatin1String("settings")).toObject());
    if (!settings)
        return passOn(settings);
    LinkSink sink(m_link, message.header.value(QLatin1String("id")).toInteger());
    return scanner.scan(*settings, sink, stop).and_then([](int pages) { return valued(pages); });
}

} // namespace yichuang
