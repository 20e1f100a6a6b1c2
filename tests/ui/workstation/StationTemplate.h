#pragma once

#include "StationProgram.h"
#include "integration/store/Damage.h"
#include "integration/store/StoreFixture.h"
#include "workstation/StationKey.h"
#include "workstation/StationSetup.h"

namespace yichuang::test {

// One station that was enrolled at a real platform by the program itself, with one clerk; each test works on
// a copy.
class StationTemplate
{
public:
    bool make()
    {
        return m_platform.start() && m_program.enrol(m_platform.url(), m_platform.invite()).code == 0 &&
               m_program.addClerk().code == 0;
    }
    QString profile() const { return m_program.profile(); }
    QString passphraseFile() const { return m_program.file("passphrase"); }
    const StationProgram &program() const { return m_program; }

    static KeyInHand keyOf(const QString &profile)
    {
        auto key = KeySlots(profile).unlockByPassphrase(Secret(StationProgram::passphrase));
        return key ? std::make_shared<const Secret>(std::move(*key)) : nullptr;
    }

private:
    PlatformProcess m_platform;
    StationProgram m_program;
};

} // namespace yichuang::test
