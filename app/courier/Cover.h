#pragma once

#include "base/Digest.h"
#include "base/Id.h"
#include "base/Signing.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace yichuang::courier {

// Limits of what is read (PACKAGE.md, 'Limits').
inline constexpr qsizetype mostCoverBytes = 1024 * 1024;
inline constexpr qint64 mostVolumeBytes = 32 * 1024 * 1024;
inline constexpr qsizetype mostVolumes = 4096;

enum class Direction
{
    ToPlatform, // a station's work
    ToStation   // the platform's answer
};

struct Volume
{
    qint64 size = 0; // bytes
    Digest digest;
    bool operator==(const Volume &) const = default;
};

// Which package an answer answers.
struct Answered
{
    qint64 serial = 0;
    Digest cover;
    bool operator==(const Answered &) const = default;
};

// The readable part of a package: whose it is and for whom, never what is in it or whom it concerns.
struct Cover
{
    Direction direction = Direction::ToPlatform;
    DeviceId device;   // the station, whichever way it goes
    qint64 serial = 0; // from 1; only grows, for each station and direction by itself
    QDateTime made;    // UTC, by the clock of who made it
    QString platform;  // shortIdOf the platform's key
    qint64 first = 0;  // of the station's log; 0 where the package has no events
    qint64 last = 0;
    std::optional<Answered> answered; // of an answer, and of nothing else
    QByteArray sealedKey;             // the content's key for the one who is to open it
    QList<Volume> volumes;

    bool operator==(const Cover &) const = default;
};

// A cover as it was signed.
struct SignedCover
{
    Cover cover;
    QByteArray bytes; // the whole file
    QByteArray text;  // what the signature is over
    QByteArray signature;

    // By which an answer names the package.
    Digest digest() const { return Digest::of(text); }
};

// The first 16 hexadecimal characters of the hash of an Ed25519 public key.
QString shortIdOf(const QByteArray &publicKey);

SignedCover sign(const Cover &cover, const SigningKey &key);
// Strict; PackageMalformed, or PackageFromNewerVersion. The signature is not checked yet.
Result<SignedCover> readCover(const QByteArray &bytes);
// SignatureInvalid. The signature holds every volume by its hash.
Result<void> verify(const SignedCover &cover, const QByteArray &publicKey);

// What binds each piece of the content to this package.
QByteArray bindingOf(const Cover &cover);

} // namespace yichuang::courier
