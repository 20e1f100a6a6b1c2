#include "sync/Triage.h"

namespace yichuang {

Remedy remedyFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::BatchTooLarge:
    case ErrorCode::RequestRefused:
        return Remedy::Halve;
    case ErrorCode::CursorUnknown:
    case ErrorCode::PlatformLacksEvents:
    case ErrorCode::UploadOffsetWrong:
    case ErrorCode::UploadCorrupted:
    case ErrorCode::NotAtPlatform:
        return Remedy::Restart;
    case ErrorCode::WorkstationRevoked:
    case ErrorCode::WorkstationNotKnown:
    case ErrorCode::ClockDisagrees:
    case ErrorCode::ProgramVersionRefused:
    case ErrorCode::LogGoesOnElsewhere:
    case ErrorCode::DeviceCloned:
    case ErrorCode::PlatformEmptied:
        return Remedy::AskPerson;
    default:
        return Remedy::TryLater;
    }
}

bool isOfOnePage(const Error &error)
{
    switch (error.code) {
    case ErrorCode::BlobUnknown:
    case ErrorCode::BlobDamaged:
    case ErrorCode::RequestRefused:
    case ErrorCode::BatchTooLarge:
    case ErrorCode::UploadOffsetWrong:
    case ErrorCode::UploadCorrupted:
    case ErrorCode::NotAtPlatform:
        return true;
    default:
        return false;
    }
}

} // namespace yichuang
