#pragma once

#include "ReaderProfile.h"

#include "devices/DevicePlugin.h"

#include <optional>

namespace yichuang::sdt {

class SamSession;

struct ReaderPatience
{
    std::chrono::milliseconds open{500};
    std::chrono::milliseconds poll{300}; // between two looks for a card, as the makers' programs do
};

// One reader with a SAM_V module. The line is open only during a call, so that the reader may be unplugged
// between two.
class SamReader : public IdCardReader
{
public:
    explicit SamReader(ReaderProfile profile, ReaderPatience patience = {});

    DeviceCondition condition(const Stop &stop) override;
    // A card that fails is tried three times while it lies there; one that was taken away too early is waited
    // for. A reader that fails ends the call at once.
    Result<IdCard> readCard(const Stop &stop) override;

private:
    struct Found
    {
        IdCard card;
        QByteArray digest; // of all that the card says
    };

    Result<IdCard> waitForCard(SamSession &session);
    Result<Found> readFound(SamSession &session) const;
    Result<void> addExtraAddress(SamSession &session, IdCard &card) const;
    void remember(SamSession &session, const QByteArray &digest);
    bool liesStill(const Found &found);
    void seeEmptyField();

    ReaderProfile m_profile;
    ReaderPatience m_patience;
    // Most modules find a card that was read only after it has left the field. For those that find it again:
    // the card that lay there after its reading, and whether it was seen again since.
    std::optional<QByteArray> m_lying;
    bool m_mustLeave = false;
};

} // namespace yichuang::sdt
