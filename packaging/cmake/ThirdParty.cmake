# Libraries that are found by pkg-config or built here because Debian has no fit version.
find_package(OpenSSL 3 REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(POSTGRESQL REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
find_path(TL_EXPECTED_INCLUDE tl/expected.hpp REQUIRED)

# SQLite3 Multiple Ciphers, built once outside the tree so that a clean clone finds it again.
set(cache "$ENV{XDG_CACHE_HOME}")
if(NOT cache)
  set(cache "$ENV{HOME}/.cache")
endif()
set(YICHUANG_SQLITE3_DIR "${cache}/yichuang/sqlite3mc" CACHE PATH "Where SQLite3 Multiple Ciphers is built")
message(STATUS "SQLite3 Multiple Ciphers in ${YICHUANG_SQLITE3_DIR}")
execute_process(COMMAND "${CMAKE_SOURCE_DIR}/packaging/sqlite3mc/build" "${YICHUANG_SQLITE3_DIR}" COMMAND_ERROR_IS_FATAL ANY)
add_library(yichuang::sqlite3 SHARED IMPORTED)
set_target_properties(yichuang::sqlite3 PROPERTIES
  IMPORTED_LOCATION "${YICHUANG_SQLITE3_DIR}/libyichuang-sqlite3.so"
  INTERFACE_INCLUDE_DIRECTORIES "${YICHUANG_SQLITE3_DIR}")
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(SANE REQUIRED IMPORTED_TARGET sane-backends)
# Debian's CUPS has no file for pkg-config.
find_package(Cups REQUIRED)
