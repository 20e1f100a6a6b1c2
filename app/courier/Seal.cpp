#include "courier/Seal.h"

#include "courier/Faults.h"

#include <sodium.h>

namespace yichuang::courier {

namespace {

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

static_assert(contentKeyBytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(streamHeadBytes == crypto_secretstream_xchacha20poly1305_HEADERBYTES);
static_assert(pieceOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

} // namespace

Result<QByteArray> sealKey(const Secret &contentKey, const QByteArray &publicKey)
{
    QByteArray box(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    QByteArray sealed(contentKey.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (publicKey.size() != crypto_sign_PUBLICKEYBYTES ||
        crypto_sign_ed25519_pk_to_curve25519(raw(box), raw(QByteArrayView(publicKey))) != 0 ||
        crypto_box_seal(raw(sealed), raw(contentKey.view()),
                        static_cast<unsigned long long>(contentKey.size()), raw(QByteArrayView(box))) != 0)
        return unsealed("key of the addressee");
    return sealed;
}

Result<Secret> openKey(const QByteArray &sealed, const SigningKey &key)
{
    QByteArray signing(crypto_sign_SECRETKEYBYTES, Qt::Uninitialized);
    QByteArray box(crypto_box_SECRETKEYBYTES, Qt::Uninitialized);
    QByteArray openBox(crypto_box_PUBLICKEYBYTES, Qt::Uninitialized);
    QByteArray plain(contentKeyBytes, Qt::Uninitialized);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_sign_seed_keypair(raw(publicKey), raw(signing), raw(key.seed().view()));
    crypto_sign_ed25519_sk_to_curve25519(raw(box), raw(QByteArrayView(signing)));
    crypto_scalarmult_base(raw(openBox), raw(QByteArrayView(box)));
    const bool opened = sealed.size() == contentKeyBytes + qsizetype(crypto_box_SEALBYTES) &&
                        crypto_box_seal_open(raw(plain), raw(QByteArrayView(sealed)),
                                             static_cast<unsigned long long>(sealed.size()),
                                             raw(QByteArrayView(openBox)), raw(QByteArrayView(box))) == 0;
    Secret content(plain);
    for (QByteArray *secret : {&signing, &box, &plain})
        wipe(*secret);
    if (!opened)
        return unsealed("key");
    return content;
}

struct PieceSealer::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
};

PieceSealer::PieceSealer(const Secret &contentKey, QByteArray binding)
    : m_state(std::make_unique<State>())
    , m_head(streamHeadBytes, Qt::Uninitialized)
    , m_binding(std::move(binding))
{
    crypto_secretstream_xchacha20poly1305_init_push(&m_state->stream, raw(m_head), raw(contentKey.view()));
}

PieceSealer::~PieceSealer()
{
    sodium_memzero(m_state.get(), sizeof(State));
}

QByteArray PieceSealer::seal(QByteArrayView plain, bool last)
{
    QByteArray sealed(plain.size() + pieceOverhead, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(
        &m_state->stream, raw(sealed), nullptr, raw(plain), static_cast<unsigned long long>(plain.size()),
        raw(QByteArrayView(m_binding)), static_cast<unsigned long long>(m_binding.size()),
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
             : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    return sealed;
}

struct PieceOpener::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
};

PieceOpener::PieceOpener(QByteArray binding)
    : m_state(std::make_unique<State>())
    , m_binding(std::move(binding))
{}

PieceOpener::~PieceOpener()
{
    sodium_memzero(m_state.get(), sizeof(State));
}

Result<void> PieceOpener::begin(const Secret &contentKey, QByteArrayView head)
{
    if (head.size() != streamHeadBytes || crypto_secretstream_xchacha20poly1305_init_pull(
                                              &m_state->stream, raw(head), raw(contentKey.view())) != 0)
        return unsealed("head");
    return {};
}

Result<PieceOpener::Piece> PieceOpener::open(QByteArrayView sealed)
{
    if (sealed.size() < pieceOverhead)
        return unsealed("piece size");
    Piece piece;
    piece.plain.resize(sealed.size() - pieceOverhead);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(
            &m_state->stream, raw(piece.plain), nullptr, &tag, raw(sealed),
            static_cast<unsigned long long>(sealed.size()), raw(QByteArrayView(m_binding)),
            static_cast<unsigned long long>(m_binding.size())) != 0)
        return unsealed("piece");
    piece.last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return piece;
}

} // namespace yichuang::courier
