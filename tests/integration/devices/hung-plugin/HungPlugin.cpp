#include "HungPlugin.h"

#include <unistd.h>

namespace yichuang::test {

namespace {

class HungReader : public IdCardReader
{
public:
    DeviceCondition condition(const Stop &) override { return {DeviceLamp::Ready, {}, {}}; }
    Result<IdCard> readCard(const Stop &) override
    {
        while (true)
            ::pause();
    }
};

} // namespace

Result<std::unique_ptr<Device>> HungPlugin::open(const QJsonObject &)
{
    return std::make_unique<HungReader>();
}

} // namespace yichuang::test
