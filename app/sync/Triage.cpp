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
        return Remedy::AskPerson;
    default:
        return Remedy::TryLater;
    }
}

} // namespace yichuang
