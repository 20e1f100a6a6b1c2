#pragma once

#include "store/KeySlots.h"

#include <QObject>

#include <chrono>

namespace yichuang {

// The desktop's Secret Service through QtKeychain. Never falls back to a file; a service that does not answer
// within the limit counts as unreachable, because a clerk waits. Lives on its owner's thread.
class KeyringCustody final : public QObject, public KeyCustody
{
    Q_OBJECT

public:
    explicit KeyringCustody(std::chrono::milliseconds limit = std::chrono::seconds(3),
                            QObject *parent = nullptr);

    Pending<QByteArray> fetch(const QString &name) override;
    Pending<void> keep(const QString &name, const QByteArray &secret) override;

private:
    std::chrono::milliseconds m_limit;
};

} // namespace yichuang
