"""Each checker takes path -> text and gives lines that say what breaks which rule, and where."""
import math
import re

from sources import includes, is_code, is_product, read_plan, without_comments_and_strings

MAXIMUM_FUNCTION_LINES = 100
MAXIMUM_P90_FILE_LINES = 300
# The screens' own folder of shared parts, and the shell that puts screens side by side.
SHARED_UI = {"widgets", "shell"}


def room_of(path):
    parts = path.split("/")
    if parts[0] == "app" and len(parts) > 2:
        return parts[1]
    return parts[0] if parts[0] in ("ui", "plugins") else None


def check_rooms(files):
    """A room includes only itself and the rooms that Rooms.cmake lets it use; a plugin only devices and base."""
    plan = read_plan(files)
    plan["plugins"] = ["devices", "base"]
    plan["devicehost"] = plan.get("devicehost", ["devices", "base"])
    found = []
    for path, text in files.items():
        room = room_of(path) if is_product(path) else None
        if room not in plan:
            continue
        for line, name in includes(text):
            used = name.split("/")[0]
            if "/" in name and used in plan and used != room and used not in plan[room]:
                found.append(f"{path}:{line}: {room} may not include {name}")
    return found


def check_screens(files):
    """A screen's folder of ui/ includes no other screen's; only the shell sees all of them."""
    folders = {path.split("/")[1] for path in files if path.startswith("ui/") and path.count("/") > 1}
    found = []
    for path, text in files.items():
        parts = path.split("/")
        if not is_code(path) or parts[0] != "ui" or len(parts) < 3 or parts[1] == "shell":
            continue
        for line, name in includes(text):
            target = re.match(r"(?:ui/)?(\w+)/", name)
            other = target.group(1) if target else None
            if name.startswith("ui/") and other in folders and other != parts[1] and other not in SHARED_UI:
                found.append(f"{path}:{line}: the screen {parts[1]} may not include {name}")
    return found


def check_ui_has_no_database_or_network(files):
    return [f"{path}:{line}: a screen holds no SQL and no network: {name}"
            for path, text in files.items() if is_code(path) and path.startswith("ui/")
            for line, name in includes(text)
            if re.match(r"(QtSql|QSql|QtNetwork/|QNetwork|QTcp|QLocal(?!e\b)|QSsl|QUdp|QWebSocket|QHttp)", name)]


def raised_codes(text):
    """The codes named in the first argument of each raise()."""
    for match in re.finditer(r"\braise\s*\(", text):
        depth, end = 1, match.end()
        while end < len(text) and depth > 0 and not (depth == 1 and text[end] == ","):
            depth += {"(": 1, "{": 1, ")": -1, "}": -1}.get(text[end], 0)
            end += 1
        yield from re.findall(r"ErrorCode::(\w+)", text[match.end():end])


def places_of_codes(files):
    catalogue = files.get("app/base/ErrorCatalogue.h", "")
    places = {code: [] for code in re.findall(r"^\s*X\((\w+),", catalogue, re.M)}
    for path, text in files.items():
        if is_product(path) and path != "app/base/Result.h":
            for code in raised_codes(without_comments_and_strings(text)):
                places.setdefault(code, []).append(path)
    return places


def check_error_codes_name_one_line(files):
    """A code that is read over the telephone names one line of the source."""
    return [f"{code} is raised at {len(where)} places {where}"
            for code, where in places_of_codes(files).items() if len(where) > 1]


def check_error_codes_are_raised(files):
    return [f"{code} is raised nowhere" for code, where in places_of_codes(files).items() if not where]


def functions(text):
    """(first line, lines) of each function body outside other functions."""
    code = re.sub(r"^[ \t]*#[^\n]*(?:\\\n[^\n]*)*", lambda m: re.sub(r"[^\n]", " ", m.group(0)),
                  without_comments_and_strings(text), flags=re.M)
    stack, since = [], 0
    for match in re.finditer(r"[{};]", code):
        mark, place = match.group(0), match.start()
        if mark == "{":
            head = code[since:place].strip()
            inside = any(kind == "function" for kind, _ in stack)
            scope = re.match(r"(?:(?:template\s*<[^{]*>|inline|export|typedef)\s*)*(namespace|class|struct|enum|union)\b", head)
            plain = "(" not in head or bool(scope) or bool(re.search(r"=\s*$", head))
            stack.append(("block" if inside or plain else "function", place))
        elif mark == "}" and stack:
            kind, start = stack.pop()
            if kind == "function":
                yield code.count("\n", 0, start) + 1, code.count("\n", start, place) + 1
        since = match.end()


def check_function_lengths(files):
    return [f"{path}:{line}: a function of {count} lines" for path, text in files.items() if is_code(path)
            for line, count in functions(text) if count > MAXIMUM_FUNCTION_LINES]


def check_file_lengths(files):
    lengths = sorted(text.count("\n") for path, text in files.items() if is_product(path))
    if not lengths:
        return []
    p90 = lengths[math.ceil(0.9 * len(lengths)) - 1]
    return [] if p90 < MAXIMUM_P90_FILE_LINES else [f"the longest tenth of the files begins at {p90} lines"]


def lines_with(files, pattern, select, what):
    compiled = re.compile(pattern)
    return [f"{path}:{number}: {what}" for path, text in files.items() if select(path)
            for number, line in enumerate(without_comments_and_strings(text).split("\n"), 1) if compiled.search(line)]


def check_no_sleeps(files):
    """Tests wait for what they expect (QTRY_, QSignalSpy::wait), never for time to pass."""
    pattern = r"\bqWait\s*\(|\b(?:u|m|nano)?sleep\s*\(|\bqSleep\s*\(|\bsleep_for\b"
    return lines_with(files, pattern, lambda p: is_code(p) and p.startswith("tests/"), "a sleep in a test")


def check_no_nested_loops(files):
    """Only the screens may run an event loop inside the event loop (a modal dialogue)."""
    return lines_with(files, r"\bQEventLoop\b|\bprocessEvents\b",
                      lambda p: is_product(p) and not p.startswith("ui/"), "a nested event loop")


def check_no_notes_to_self(files):
    words = "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX"])
    found = []
    for path, text in files.items():
        if path.startswith(("app/", "ui/", "plugins/", "tests/", "packaging/")):
            found += [f"{path}:{number}: unfinished: {line.strip()[:60]}"
                      for number, line in enumerate(text.split("\n"), 1) if re.search(rf"\b({words})\b", line)]
    return found


def check_no_machine_paths(files):
    words = "|".join("/" + name + "/" for name in ("work", "home", "root"))
    found = []
    for path, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            if re.search(rf"(?<![\w.$}}~:/-])(?:{words})", line):
                found.append(f"{path}:{number}: a path of one machine: {line.strip()[:60]}")
    return found


def check_headers_are_guarded(files):
    return [f"{path}: no #pragma once" for path, text in files.items()
            if path.endswith(".h") and "#pragma once" not in text.split("\n", 3)[:3]]


def check_libraries_say_what_they_are_for(files):
    return [f"{path}: begins with no sentence on what this is for" for path, text in files.items()
            if re.match(r"(app|ui|plugins)/.*CMakeLists.txt$", path) and not re.match(r"# \S.{15,}", text)]


CHECKERS = [check_rooms, check_screens, check_ui_has_no_database_or_network, check_error_codes_name_one_line, check_error_codes_are_raised,
            check_function_lengths, check_file_lengths, check_no_sleeps, check_no_nested_loops,
            check_no_notes_to_self, check_no_machine_paths, check_headers_are_guarded,
            check_libraries_say_what_they_are_for]
