#pragma once

// Every sentence that yichuang-devices says.

namespace yichuang::tooltext {

inline constexpr const char *about =
    "Tries the devices of a station at the command line.\n"
    "\n"
    "  list        each device with its condition, and each plugin that is installed\n"
    "  read-card   waits for a card and prints its fields, masked\n"
    "  scan        scans into a folder, one file a page\n"
    "  print-test  prints a test slip\n"
    "\n"
    "Ends with 0 when it is done, 1 when a device failed, 2 when it was used wrongly, and print-test with 3\n"
    "when the printer did not confirm the slip.";

// The options.
inline constexpr const char *devices = "the file of the station's devices";
inline constexpr const char *plugin = "one device instead of the file: its plugin";
inline constexpr const char *settings = "the settings of that one device, as JSON";
inline constexpr const char *plugins = "the folder of the plugins";
inline constexpr const char *json = "print lines of JSON";
inline constexpr const char *device = "the device, by its id; otherwise the first of the kind";
inline constexpr const char *timeout = "how long to wait, in seconds (1 to 3600)";
inline constexpr const char *whole = "print the fields as they stand on the card";
inline constexpr const char *source = "flatbed, feeder or duplex";
inline constexpr const char *colour = "colour, gray or bw";
inline constexpr const char *dpi = "dots per inch (75 to 600)";
inline constexpr const char *single = "one sheet, then stop";
inline constexpr const char *output = "the folder for the pages";
inline constexpr const char *command = "list, read-card, scan or print-test";

// Wrong use.
inline constexpr const char *unknownCommand = "Name one command: list, read-card, scan or print-test.";
inline constexpr const char *foreignOption = "%1 does not take --%2.";
inline constexpr const char *optionNeeded = "%1 needs --%2.";
inline constexpr const char *wrongValue = "--%1 cannot be \"%2\".";
inline constexpr const char *fileOrPlugin = "Give either --devices or --plugin with its --settings.";
inline constexpr const char *fileUnreadable = "%1 cannot be read.";
inline constexpr const char *fileNotJson = "%1 is not a list of devices in JSON.";
inline constexpr const char *hostMissing = "%1 is not there: the installation is not whole.";
inline constexpr const char *noSuchDevice = "There is no device with the id %1.";
inline constexpr const char *noneOfKind = "No device of the kind %1 is set up.";
inline constexpr const char *folderUnusable = "The folder %1 cannot be made.";

// While it works.
inline constexpr const char *photoKept = "The photo of the card is never printed.";
inline constexpr const char *noCardInTime = "No card was read in %1 s.";
inline constexpr const char *processNotUp = "The process of the device does not come up.";
inline constexpr const char *pageNotKept = "%1 cannot be written; the scan is stopped.";
inline constexpr const char *lookAtPrinter =
    "The printer did not confirm the slip: look whether it came out.";
inline constexpr const char *stopped = "stopped";

} // namespace yichuang::tooltext
