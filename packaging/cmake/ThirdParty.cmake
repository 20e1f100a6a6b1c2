# Libraries that are found by pkg-config or built here because Debian has no fit version.
find_package(OpenSSL 3 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
find_path(TL_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)
