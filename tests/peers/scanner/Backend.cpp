#include "ScannerScript.h"
#include "Sheets.h"

#include <sane/sane.h>
#include <sane/saneopts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <memory>
#include <poll.h>
#include <string>
#include <unistd.h>

// The C interface of a SANE backend over one scanner.

namespace {

using namespace peer;

enum Index
{
    Count,
    Source,
    Mode,
    Resolution,
    Right,
    Bottom,
    OptionCount
};

constexpr int wordSize = 32;
const std::array<SANE_String_Const, 4> sources{"Flatbed", "ADF", "ADF Duplex", nullptr};
const std::array<SANE_String_Const, 4> modes{"Color", "Gray", "Lineart", nullptr};
const std::array<SANE_Word, 7> resolutions{6, 75, 100, 150, 200, 300, 600};
const SANE_Range widths{SANE_FIX(10), SANE_FIX(216), 0};
const SANE_Range heights{SANE_FIX(10), SANE_FIX(356), 0};

struct Machine
{
    ScannerScript script;
    std::array<SANE_Option_Descriptor, OptionCount> options{};
    std::string source = "Flatbed";
    std::string mode = "Gray";
    SANE_Word resolution = 100;
    SANE_Word right = SANE_FIX(210);
    SANE_Word bottom = SANE_FIX(297);
    int sheet = 0; // the last that was started
    QByteArray bytes;
    qsizetype place = 0;
    SANE_Parameters parameters{};
    bool cancelled = false;

    std::string &text(SANE_Int index) { return index == Source ? source : mode; }
    SANE_Word &word(SANE_Int index)
    {
        return index == Resolution ? resolution : index == Right ? right : bottom;
    }
};

SANE_Option_Descriptor textOption(SANE_String_Const name, const SANE_String_Const *words)
{
    SANE_Option_Descriptor option{};
    option.name = option.title = option.desc = name;
    option.type = SANE_TYPE_STRING;
    option.size = wordSize;
    option.cap = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
    option.constraint_type = SANE_CONSTRAINT_STRING_LIST;
    option.constraint.string_list = words;
    return option;
}

SANE_Option_Descriptor edgeOption(SANE_String_Const name, const SANE_Range &range)
{
    SANE_Option_Descriptor option{};
    option.name = option.title = option.desc = name;
    option.type = SANE_TYPE_FIXED;
    option.unit = SANE_UNIT_MM;
    option.size = sizeof(SANE_Word);
    option.cap = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
    option.constraint_type = SANE_CONSTRAINT_RANGE;
    option.constraint.range = &range;
    return option;
}

void describe(Machine &machine)
{
    auto &count = machine.options.at(Count);
    count.name = count.title = count.desc = "";
    count.type = SANE_TYPE_INT;
    count.size = sizeof(SANE_Word);
    count.cap = SANE_CAP_SOFT_DETECT;
    machine.options.at(Source) = textOption(SANE_NAME_SCAN_SOURCE, sources.data());
    machine.options.at(Mode) = textOption(SANE_NAME_SCAN_MODE, modes.data());
    auto &resolution = machine.options.at(Resolution);
    resolution = edgeOption(SANE_NAME_SCAN_RESOLUTION, widths);
    resolution.type = SANE_TYPE_INT;
    resolution.unit = SANE_UNIT_DPI;
    resolution.constraint_type = SANE_CONSTRAINT_WORD_LIST;
    resolution.constraint.word_list = resolutions.data();
    machine.options.at(Right) = edgeOption(SANE_NAME_SCAN_BR_X, widths);
    machine.options.at(Bottom) = edgeOption(SANE_NAME_SCAN_BR_Y, heights);
    for (const int index : {int(Source), int(Mode)}) {
        if (machine.script.simple)
            machine.options.at(size_t(index)).cap = SANE_CAP_INACTIVE;
        if (machine.script.simple)
            machine.options.at(size_t(index)).constraint_type = SANE_CONSTRAINT_NONE;
    }
}

SANE_Status statusCalled(const QString &word)
{
    static const std::array names{std::pair{"busy", SANE_STATUS_DEVICE_BUSY},
                                  std::pair{"invalid", SANE_STATUS_INVAL},
                                  std::pair{"denied", SANE_STATUS_ACCESS_DENIED},
                                  std::pair{"io", SANE_STATUS_IO_ERROR},
                                  std::pair{"jammed", SANE_STATUS_JAMMED},
                                  std::pair{"cover", SANE_STATUS_COVER_OPEN},
                                  std::pair{"empty", SANE_STATUS_NO_DOCS},
                                  std::pair{"cancelled", SANE_STATUS_CANCELLED},
                                  std::pair{"eof", SANE_STATUS_EOF},
                                  std::pair{"memory", SANE_STATUS_NO_MEM}};
    for (const auto &[name, status] : names) {
        if (word == QLatin1String(name))
            return status;
    }
    return SANE_STATUS_GOOD;
}

Machine *machineOf(SANE_Handle handle)
{
    return static_cast<Machine *>(handle);
}

void measure(Machine &machine)
{
    const auto dots = [&](SANE_Word edge) {
        return int(std::lround(SANE_UNFIX(edge) * machine.resolution / 25.4));
    };
    SANE_Parameters &parameters = machine.parameters;
    parameters.format = machine.mode == "Color" ? SANE_FRAME_RGB : SANE_FRAME_GRAY;
    parameters.last_frame = SANE_TRUE;
    parameters.depth = machine.mode == "Lineart" ? 1 : 8;
    parameters.pixels_per_line = dots(machine.right);
    parameters.lines = dots(machine.bottom);
    const int samples = parameters.format == SANE_FRAME_RGB ? 3 : 1;
    parameters.bytes_per_line = (parameters.pixels_per_line * samples * parameters.depth + 7) / 8;
}

void layDown(Machine &machine)
{
    measure(machine);
    const SANE_Parameters &parameters = machine.parameters;
    QImage picture =
        sheetPicture(machine.script.pages, machine.sheet, {parameters.pixels_per_line, parameters.lines});
    if (parameters.depth == 1) {
        picture = picture.convertToFormat(QImage::Format_Grayscale8)
                      .convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
        if (picture.color(1) == qRgb(255, 255, 255))
            picture.invertPixels();
    } else if (parameters.format == SANE_FRAME_GRAY) {
        picture = picture.convertToFormat(QImage::Format_Grayscale8);
    }
    machine.bytes.clear();
    for (int y = 0; y < parameters.lines; ++y)
        machine.bytes.append(reinterpret_cast<const char *>(picture.constScanLine(y)),
                             parameters.bytes_per_line);
    machine.place = 0;
}

int sheetsOf(const Machine &machine)
{
    return machine.source == "ADF Duplex" ? machine.script.sheets * 2 : machine.script.sheets;
}

} // namespace

extern "C" {

SANE_Status sane_yichuang_init(SANE_Int *version, SANE_Auth_Callback)
{
    if (version)
        *version = SANE_VERSION_CODE(1, 0, 0);
    return SANE_STATUS_GOOD;
}

void sane_yichuang_exit() {}

SANE_Status sane_yichuang_get_devices(const SANE_Device ***list, SANE_Bool)
{
    static const SANE_Device device{"sheet", "Yichuang", "scanner made of software", "sheet-fed scanner"};
    static std::array<const SANE_Device *, 2> devices{&device, nullptr};
    *list = devices.data();
    return SANE_STATUS_GOOD;
}

SANE_Status sane_yichuang_open(SANE_String_Const, SANE_Handle *handle)
{
    auto machine = std::make_unique<Machine>();
    machine->script = ScannerScript::read();
    const SANE_Status status = statusCalled(machine->script.openStatus);
    if (status != SANE_STATUS_GOOD)
        return status;
    if (machine->script.simple)
        machine->source = "ADF";
    describe(*machine);
    *handle = machine.release();
    return SANE_STATUS_GOOD;
}

void sane_yichuang_close(SANE_Handle handle)
{
    delete machineOf(handle);
}

const SANE_Option_Descriptor *sane_yichuang_get_option_descriptor(SANE_Handle handle, SANE_Int index)
{
    return index >= 0 && index < OptionCount ? &machineOf(handle)->options.at(size_t(index)) : nullptr;
}

SANE_Status sane_yichuang_control_option(SANE_Handle handle, SANE_Int index, SANE_Action action, void *value,
                                         SANE_Int *info)
{
    Machine &machine = *machineOf(handle);
    if (index < 0 || index >= OptionCount)
        return SANE_STATUS_INVAL;
    const bool isText = index == Source || index == Mode;
    if (info)
        *info = action == SANE_ACTION_SET_VALUE ? SANE_INFO_RELOAD_OPTIONS | SANE_INFO_RELOAD_PARAMS : 0;
    if (action == SANE_ACTION_GET_VALUE && isText)
        std::strcpy(static_cast<char *>(value), machine.text(index).c_str());
    else if (action == SANE_ACTION_GET_VALUE)
        *static_cast<SANE_Word *>(value) = index == Count ? SANE_Word(OptionCount) : machine.word(index);
    else if (action == SANE_ACTION_SET_VALUE && isText)
        machine.text(index) = static_cast<const char *>(value);
    else if (action == SANE_ACTION_SET_VALUE && index != Count)
        machine.word(index) = *static_cast<SANE_Word *>(value);
    else
        return SANE_STATUS_INVAL;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_yichuang_get_parameters(SANE_Handle handle, SANE_Parameters *parameters)
{
    measure(*machineOf(handle));
    *parameters = machineOf(handle)->parameters;
    return SANE_STATUS_GOOD;
}

SANE_Status sane_yichuang_start(SANE_Handle handle)
{
    Machine &machine = *machineOf(handle);
    machine.script = ScannerScript::read();
    machine.cancelled = false;
    if (machine.source != "Flatbed" && machine.sheet >= sheetsOf(machine))
        return SANE_STATUS_NO_DOCS;
    ++machine.sheet;
    layDown(machine);
    return SANE_STATUS_GOOD;
}

SANE_Status sane_yichuang_read(SANE_Handle handle, SANE_Byte *data, SANE_Int most, SANE_Int *got)
{
    Machine &machine = *machineOf(handle);
    const qsizetype pieces = 4;
    const qsizetype middle = machine.bytes.size() / 2;
    *got = 0;
    while (machine.script.hangSheet == machine.sheet && machine.place >= middle)
        ::pause();
    if (machine.script.faultSheet == machine.sheet && machine.place >= middle)
        return statusCalled(machine.script.faultStatus);
    if (machine.cancelled || machine.place >= machine.bytes.size())
        return SANE_STATUS_EOF;
    const qsizetype left = machine.bytes.size() - machine.place;
    *got = SANE_Int(std::min<qsizetype>({left, qsizetype(most), machine.bytes.size() / pieces + 1}));
    std::memcpy(data, machine.bytes.constData() + machine.place, size_t(*got));
    machine.place += *got;
    if (machine.script.pause > 0)
        ::poll(nullptr, 0, int(machine.script.pause * qint64(*got) / machine.bytes.size()));
    return SANE_STATUS_GOOD;
}

void sane_yichuang_cancel(SANE_Handle handle)
{
    machineOf(handle)->cancelled = true;
}

SANE_Status sane_yichuang_set_io_mode(SANE_Handle, SANE_Bool nonBlocking)
{
    return nonBlocking ? SANE_STATUS_UNSUPPORTED : SANE_STATUS_GOOD;
}

SANE_Status sane_yichuang_get_select_fd(SANE_Handle, SANE_Int *)
{
    return SANE_STATUS_UNSUPPORTED;
}
}
