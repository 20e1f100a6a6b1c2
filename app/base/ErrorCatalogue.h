#pragma once

// Every way in which an operation can fail: the one catalogue of failure codes.
//
// Each line is X(name, "code", "what happened, for the log and the telephone"). A code is raised at
// exactly one place in the source (a test holds this), so that a code read over the telephone names one
// line. Codes are never reused. Texts for persons are made in ui/widgets/ErrorText.cpp.
//
// Keep each room's block together; add at its end.

// clang-format off
#define YICHUANG_ERRORS_BASE(X) \
    X(SignatureInvalid,        "B001", "a signature does not match the bytes and the key") \
    X(HexMalformed,            "B002", "a text is not hexadecimal of the expected length")

#define YICHUANG_ERRORS_DOMAIN(X) \
    X(HybridTimeMalformed,     "D001", "a hybrid time is not of the form milliseconds.counter") \
    X(EventMalformed,          "D002", "an event or a part of it has the wrong shape") \
    X(EventFromNewerVersion,   "D003", "an event was written by a newer version of the program") \
    X(CalendarMalformed,       "D004", "a calendar of working days has the wrong shape") \
    X(CalendarYearMissing,     "D005", "the calendar of working days does not hold a year that is needed") \
    X(TimeLimitAbsurd,         "D006", "a time limit or a suspension of it makes no sense") \
    X(ProofMalformed,          "D007", "a request's proof of its sender is not of the form of the wire")

#define YICHUANG_ERRORS_CATALOG(X) \
    X(CatalogueUnreadable,     "C001", "a file or folder of the catalogue cannot be read") \
    X(CatalogueTooLarge,       "C002", "a file of the catalogue is larger than is taken, or there are too many") \
    X(CatalogueNotJson,        "C003", "a file of the catalogue is not JSON") \
    X(CatalogueUnknownField,   "C004", "a file of the catalogue has a field that nobody knows") \
    X(CatalogueFieldMissing,   "C005", "a file of the catalogue lacks a field") \
    X(CatalogueWrongValue,     "C006", "a field of the catalogue has a value of the wrong kind or size") \
    X(CatalogueSchemaInvalid,  "C007", "a form or rule of the catalogue is no valid JSON Schema") \
    X(CatalogueDuplicate,      "C008", "an id or code of the catalogue is used twice") \
    X(CatalogueDangling,       "C009", "something in the catalogue names what is not there") \
    X(CatalogueDisagrees,      "C010", "two items of the catalogue ask or want the same thing differently")

#define YICHUANG_ERRORS_STORE(X) \
    X(StoreClosed,             "S001", "the store is closed or not open yet") \
    X(StoreExists,             "S002", "there is a store in this folder already") \
    X(StoreMissing,            "S003", "there is no store in this folder") \
    X(StoreNotEncrypted,       "S004", "the database library at hand cannot encrypt") \
    X(StoreKeyWrong,           "S005", "the key does not open the database") \
    X(StoreFromNewerVersion,   "S006", "the database was written by a newer version of the program") \
    X(StoreDamaged,            "S007", "a part of the database is damaged") \
    X(StoreDiskFull,           "S008", "the disk is full") \
    X(StoreWriteFailed,        "S009", "the disk did not take or give what it was asked for") \
    X(StoreQueryFailed,        "S010", "a statement of the store failed") \
    X(CaseUnknown,             "S011", "there is no such case in this store") \
    X(NumbersExhausted,        "S012", "the case numbers of this workstation and day are used up") \
    X(BlobUnknown,             "S013", "there is no such page in this store") \
    X(BlobDamaged,             "S014", "a page file is damaged") \
    X(BlobWriteFailed,         "S015", "a page file could not be written") \
    X(BlobTooLarge,            "S016", "a page is larger than the store takes") \
    X(DeviceCloned,            "S017", "another copy of this store has gone on writing") \
    X(SlotsMissing,            "S018", "there are no key slots in this folder") \
    X(SlotsDamaged,            "S019", "the file of the key slots is damaged") \
    X(WrongPassphrase,         "S020", "the passphrase does not open the data key") \
    X(KeyringSlotWrong,        "S021", "the keyring's key does not open the data key") \
    X(RecoveryKeyWrong,        "S022", "the recovery key does not open the data key") \
    X(EventTooLarge,           "S023", "an event is larger than the format allows") \
    X(StorePageDamaged,        "S024", "a look through the database found a damaged page") \
    X(StorePlaceUnwritable,    "S025", "the folder of the store cannot be made or written to") \
    X(SlotsUnwritable,         "S026", "the file of the key slots cannot be written") \
    X(StoreInUse,              "S027", "another program has this store open") \
    X(StoreUnfinished,         "S028", "the store was never finished when it was made") \
    X(IdentityUnwritable,      "S029", "the file of the station's identity cannot be written") \
    X(IdentityDamaged,         "S030", "the file of the station's identity is damaged or of another key") \
    X(StoreNotSetAside,        "S031", "the files of a damaged store could not be moved aside") \
    X(DiskNearlyFull,          "S032", "the disk is nearly full, so that no further page is taken") \
    X(WriteAheadLogDamaged,    "S033", "what was saved last is damaged in the write-ahead log") \
    X(PassphraseTooCostly,     "S034", "there is not enough memory to make a key of a passphrase") \
    X(StoreOpenAlready,        "S035", "the store is open already") \
    X(StoreLogEnded,           "S036", "the end of this station's log was lost, so that it is not written on")

#define YICHUANG_ERRORS_SYNC(X) \
    X(LineDown,                "N001", "the platform cannot be reached") \
    X(NotThePlatform,          "N002", "what answered could not prove that it is the platform") \
    X(PlatformBusy,            "N003", "the platform asks to come back later") \
    X(BatchTooLarge,           "N004", "the platform finds a request too large") \
    X(WorkstationRevoked,      "N005", "the platform has revoked this workstation") \
    X(WorkstationNotKnown,     "N006", "the platform does not know this workstation or its key") \
    X(ClockDisagrees,          "N007", "this machine's clock and the platform's are too far apart") \
    X(ProgramVersionRefused,   "N008", "the platform does not speak with this version of the program") \
    X(CursorUnknown,           "N009", "the platform does not know the place in its feed") \
    X(PlatformLacksEvents,     "N010", "the platform has less of this log than it once acknowledged") \
    X(RequestRefused,          "N011", "the platform finds a request malformed") \
    X(UploadOffsetWrong,       "N012", "an upload is not where it was thought to be") \
    X(UploadCorrupted,         "N013", "a page arrived at the platform damaged") \
    X(PlatformDiskFull,        "N014", "the platform has no room") \
    X(NotAtPlatform,           "N015", "the platform does not have what was asked for") \
    X(ReplyMalformed,          "N016", "the platform's reply has a wrong part") \
    X(EnrolmentCodeRefused,    "N017", "the platform does not take this enrolment code") \
    X(LogGoesOnElsewhere,      "N019", "the platform has more of this log than this machine wrote") \
    X(AcknowledgementWrong,    "N020", "the platform acknowledged something else than what was sent") \
    X(CaptivePortal,           "N021", "the network answered with a page of its own instead of the platform") \
    X(CertificateWrong,        "N022", "the certificate of what answered is not the platform's") \
    X(ExchangeStalled,         "N023", "an exchange with the platform made no progress and was given up") \
    X(PlatformEmptied,         "N024", "the platform is empty where it once had much of this workstation") \
    X(RequestRepeated,         "N025", "a request reached the platform twice, and the second was not taken")

#define YICHUANG_ERRORS_COURIER(X) \
    X(PackageMalformed,        "K001", "a courier package has a wrong part") \
    X(PackageDamaged,          "K002", "a volume of a courier package is not as it was written") \
    X(PackageSealBroken,       "K003", "a courier package's seal does not open or does not hold") \
    X(PackageFromNewerVersion, "K004", "a courier package was made by a newer version of the program") \
    X(PackageForAnother,       "K005", "a courier package is for another addressee") \
    X(PackageStopped,          "K006", "work on a courier package was stopped before it was done") \
    X(StickFull,               "K007", "the stick has too little room for the package") \
    X(StickWriteFailed,        "K008", "the stick took no more in the middle of writing") \
    X(StickReadOnly,           "K009", "the stick cannot be written to") \
    X(StickReadFailed,         "K010", "the stick did not give what stands on it") \
    X(PackageNotAsWritten,     "K012", "what was written to the stick reads back as something else") \
    X(StickSilent,             "K011", "the stick did not answer in time") \
    X(AnswerOutdated,          "K014", "a newer answer of the platform was taken in already") \
    X(AnswerEpochUnproved,     "K015", "an answer is of another epoch and does not prove that it is the present one") \
    X(AnswerOfOtherLog,        "K016", "an answer acknowledges a log that is not this one") \
    X(PackageSignerUnknown,    "K017", "a courier package is of a workstation that the platform does not know") \
    X(PackageSignerRevoked,    "K018", "a courier package is of a workstation that was revoked") \
    X(CourierSerialUnwritable, "K019", "the number of the platform's last answer by courier cannot be written")

#define YICHUANG_ERRORS_SESSION(X) \
    X(AccountsMalformed,       "A001", "the accounts of this station have a wrong form") \
    X(SignInWrong,             "A002", "the staff number or the password is wrong") \
    X(AccountLocked,           "A003", "the account is locked after too many wrong passwords") \
    X(SignInUnderWay,          "A004", "a password is being checked already") \
    X(KeyringHasNoKey,         "A005", "the keyring has no key of this station") \
    X(KeyringUnreachable,      "A006", "the keyring cannot be reached") \
    X(KeyringSilent,           "A007", "the keyring did not answer in time")

#define YICHUANG_ERRORS_DEVICES(X) \
    X(DeviceConfigurationMalformed,"V001", "the list of this station's devices has an unknown or wrong part") \
    X(ReceiptMalformed,          "V002", "a slip has an unknown or wrong part") \
    X(DevicePluginMissing,       "V003", "a device's plugin is not there or cannot be loaded") \
    X(DeviceSettingsWrong,       "V004", "a device's settings do not fit its plugin") \
    X(DeviceHostDied,            "V005", "the process of a device ended in the middle of a call") \
    X(DeviceHung,                "V006", "a device's driver did not come back and was ended") \
    X(DeviceMessageMalformed,    "V007", "a message between the device host and its client has a wrong shape") \
    X(DeviceStopped,             "V008", "a call was stopped before it was done") \
    X(DeviceBusy,                "V009", "too many calls wait for a device") \
    X(DeviceKindWrong,           "V010", "a device was asked for what its kind does not do") \
    X(DeviceUnreachable,         "V011", "a device's line cannot be opened") \
    X(ReaderReplyBroken,         "V020", "the card reader's reply is damaged") \
    X(ReaderSilent,              "V021", "the card reader does not answer") \
    X(ReaderSelfTestFailed,      "V022", "the card reader's security module failed its self-test") \
    X(ReaderNotAuthorised,       "V023", "the card reader's security module is not authorised") \
    X(CardNotAuthenticated,      "V024", "the card and the reader did not accept each other") \
    X(CardReadFailed,            "V025", "the card could not be read to its end") \
    X(CardMalformed,             "V026", "the card's text is not of a known layout") \
    X(ScannerBusy,               "V030", "the scanner is in use") \
    X(ScannerJammed,             "V031", "a sheet is stuck in the scanner") \
    X(ScannerEmpty,              "V032", "there is no paper in the scanner") \
    X(ScannerCoverOpen,          "V033", "the scanner's cover is open") \
    X(ScannerOffline,            "V034", "the scanner is not there or switched off") \
    X(ScannerAccessDenied,       "V035", "the scanner may not be used by this account") \
    X(ScannerFailed,             "V036", "the scanner reports a failure") \
    X(ScannedPageIncomplete,     "V037", "a scanned page is not whole") \
    X(ScanSettingsRefused,       "V038", "the scanner does not offer these settings") \
    X(PrinterOffline,            "V040", "the receipt printer is off line") \
    X(PrinterCoverOpen,          "V041", "the receipt printer's cover is open") \
    X(PrinterPaperOut,           "V042", "the receipt printer has no paper") \
    X(PrinterFault,              "V043", "the receipt printer reports a fault") \
    X(DocumentPrinterMissing,    "V050", "the print queue of the document printer is not there") \
    X(DocumentPrinterRefused,    "V051", "the document printer's queue took no job")

#define YICHUANG_ERRORS_DOCUMENTS(X) \
    X(PaperTextsMalformed,     "Q001", "the fixed sentences of a paper have a wrong or missing part") \
    X(QrTextTooLong,           "Q002", "a text is too long for a QR code that prints well") \
    X(NoticeIncomplete,        "Q003", "a paper lacks what the law demands of it") \
    X(PaperUnreadable,         "Q004", "a paper that was drawn cannot be read back")

#define YICHUANG_ERRORS_INTAKE(X) \
    X(DraftMalformed,          "I001", "a draft has an unknown or wrong part") \
    X(IntakeCommandUnlawful,   "I002", "the command does not fit where the flow stands") \
    X(IntakeNameUnknown,       "I003", "a command names a line, page, role or item that is not there") \
    X(CardExpired,             "I004", "the card that was read is no longer valid") \
    X(CardKindNotTaken,        "I005", "the item does not take this kind of document") \
    X(ManualReasonMissing,     "I006", "a person was typed in without the reason") \
    X(IntakeNotReady,          "I007", "the case has gaps, or this site may not accept it") \
    X(PageNotTaken,            "I008", "a page is empty, too large or of a kind that is not taken") \
    X(RefusalIncomplete,       "I009", "a refusal lacks its reason, ground or remedy") \
    X(CardUnreadable,          "I010", "the card's number or name does not hold") \
    X(CardIdentityFixed,       "I011", "a name or number that was read from a card was typed over")

#define YICHUANG_ERRORS_PLATFORM(X) \
    X(PlatformFolderUnusable,  "P001", "the platform's folder cannot be made") \
    X(PlatformFull,            "P002", "the platform's disk took no more") \
    X(PlatformStoreFailed,     "P003", "a statement of the platform's database failed") \
    X(EnrolmentCodeUnknown,    "P004", "there is no such enrolment code") \
    X(EnrolmentCodeUsed,       "P005", "the enrolment code was used by another workstation") \
    X(DeviceUnknown,           "P006", "the platform knows no such workstation") \
    X(LogGap,                  "P007", "a part of a workstation's log is missing before what it sent") \
    X(BackupUnsound,           "P008", "the backup does not read back whole") \
    X(BodyEncodingUnknown,     "P009", "a body is packed in a way that the wire does not have") \
    X(BodyMalformed,           "P010", "a packed body cannot be unpacked") \
    X(BodyTooLarge,            "P011", "a body unpacks to more than the wire allows") \
    X(PortUnusable,            "P012", "the platform cannot listen on this port") \
    X(PlatformArgumentsWrong,  "P013", "the platform's command line is not understood") \
    X(DeviceRevoked,           "P030", "the workstation was revoked before its batch was taken") \
    X(PlatformDatabaseGone,    "P031", "the platform's database does not answer") \
    X(PlatformSchemaNewer,     "P032", "a newer program has written this platform's database") \
    X(PlatformSettingWrong,    "P040", "a setting of the platform has a name or a value that it cannot have") \
    X(PlatformSettingsUnreadable, "P041", "the platform's file of settings cannot be read") \
    X(TlsUnusable,             "P042", "the platform's certificate or key cannot be used") \
    X(PageStoreFull,           "P060", "the store of the pages took no more") \
    X(PageStoreFailed,         "P061", "the store of the pages did not do what it was asked for") \
    X(PageUnknown,             "P062", "the store of the pages has no such page")

#define YICHUANG_ERRORS_WORKSTATION(X) \
    X(StationConfigMalformed,  "W001", "the station's configuration has a wrong or unknown value") \
    X(StationConfigUnreadable, "W002", "the station's configuration cannot be read") \
    X(StationConfigUnwritable, "W003", "the station's configuration cannot be written") \
    X(OptionsWrong,            "W004", "the command line is not understood") \
    X(SecretFileUnreadable,    "W005", "the file of a passphrase or password is empty or cannot be read") \
    X(DevicesFileUnreadable,   "W006", "the file of this station's devices cannot be read") \
    X(DeviceNotConfigured,     "W007", "no device of this kind is set up at this station") \
    X(RoleUnknown,             "W008", "a clerk's role is neither clerk nor supervisor") \
    X(TourCommandFailed,       "W009", "a command of the tour did not succeed") \
    X(TourStepNotReached,      "W010", "the screen did not show what a step of the tour expects") \
    X(TourFoldsDiffer,         "W011", "the platform's fold of a case is another than the station's") \
    X(StationExists,           "W012", "this folder holds a station already")

#define YICHUANG_ERRORS(X) \
    YICHUANG_ERRORS_BASE(X) YICHUANG_ERRORS_DOMAIN(X) YICHUANG_ERRORS_CATALOG(X) YICHUANG_ERRORS_STORE(X) \
    YICHUANG_ERRORS_SYNC(X) YICHUANG_ERRORS_COURIER(X) YICHUANG_ERRORS_SESSION(X) YICHUANG_ERRORS_DEVICES(X) \
    YICHUANG_ERRORS_DOCUMENTS(X) YICHUANG_ERRORS_INTAKE(X) YICHUANG_ERRORS_PLATFORM(X) YICHUANG_ERRORS_WORKSTATION(X)
// clang-format on
