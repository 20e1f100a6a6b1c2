#pragma once

#include <QString>

#include <optional>

namespace peer {

// How the scanner behaves: lines of a word and a value, read anew at every opening and every start.
//     sheets N            in the feeder (default 3)
//     pages DIR           their pictures, in the order of the names; drawn otherwise
//     open STATUS         what opening gives: busy, invalid, denied, io
//     fault N STATUS      what sheet N gives in its middle: jammed, cover, empty, io, cancelled, eof, invalid
//     hang N              sheet N never ends
//     pause MILLISECONDS  per sheet
//     simple              no sources and no colours to choose
struct ScannerScript
{
    int sheets = 3;
    QString pages;
    QString openStatus;
    int faultSheet = 0;
    QString faultStatus;
    int hangSheet = 0;
    int pause = 0;
    bool simple = false;

    static ScannerScript read();
};

} // namespace peer
