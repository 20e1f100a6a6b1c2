#pragma once

#include "base/Secret.h"
#include "base/Signing.h"

#include <memory>
#include <optional>

namespace yichuang::courier {

// The content's key, in a box that only the owner of this Ed25519 key opens: libsodium's sealed box to its
// X25519 form. PackageSealBroken where the key is none.
Result<QByteArray> sealKey(const Secret &contentKey, const QByteArray &publicKey);
Result<Secret> openKey(const QByteArray &sealed, const SigningKey &key);

inline constexpr qsizetype contentKeyBytes = 32;
inline constexpr qsizetype streamHeadBytes = 24;
inline constexpr qsizetype pieceOverhead = 17;

// The content as a row of sealed pieces (crypto_secretstream_xchacha20poly1305): none can be changed, left
// out, swapped or taken from another package, and the last one says that it is the last.
class PieceSealer
{
public:
    PieceSealer(const Secret &contentKey, QByteArray binding);
    ~PieceSealer();
    const QByteArray &head() const { return m_head; }
    QByteArray seal(QByteArrayView plain, bool last);

private:
    struct State;
    std::unique_ptr<State> m_state;
    QByteArray m_head;
    QByteArray m_binding;
};

class PieceOpener
{
public:
    PieceOpener(QByteArray binding);
    ~PieceOpener();
    // PackageSealBroken.
    Result<void> begin(const Secret &contentKey, QByteArrayView head);
    struct Piece
    {
        QByteArray plain;
        bool last = false;
    };
    Result<Piece> open(QByteArrayView sealed);

private:
    struct State;
    std::unique_ptr<State> m_state;
    QByteArray m_binding;
};

} // namespace yichuang::courier
