"""The sources as the checkers see them: path -> text, and the plan of the rooms."""
import pathlib
import re
import subprocess

TEXT_SUFFIXES = {".cpp", ".h", ".py", ".sh", ".txt", ".cmake", ".md", ".json", ".qss", ".in", ".service", ".yaml",
                 ".yml", ".ts", ".svg", ".js", ".conf", ".list", ".xml", ".desktop", ""}
MAXIMUM_BYTES = 2_000_000


def listed(root):
    """What git holds or would hold; where there is no git, what is in the folder outside build/."""
    try:
        names = subprocess.run(["git", "-c", f"safe.directory={root}", "ls-files", "-co", "--exclude-standard", "-z"],
                               cwd=root, check=True, capture_output=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        names = [str(p.relative_to(root)) for p in pathlib.Path(root).rglob("*")
                 if p.is_file() and not str(p.relative_to(root)).startswith(("build/", ".git/"))]
    return sorted(name for name in names if name)


def read_tree(root):
    files = {}
    for name in listed(root):
        path = pathlib.Path(root) / name
        if path.suffix not in TEXT_SUFFIXES or not path.is_file() or path.stat().st_size > MAXIMUM_BYTES:
            continue
        try:
            files[name] = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # not text
    return files


def is_code(path):
    return path.endswith((".cpp", ".h"))


def is_product(path):
    return is_code(path) and path.startswith(("app/", "ui/", "plugins/"))


def read_plan(files):
    """room -> the rooms that it may use, from the one place that says so."""
    text = files.get("packaging/cmake/Rooms.cmake", "")
    plan = {}
    for room, used in re.findall(r"^set\(YICHUANG_PLAN_(\w+) (.*)\)$", text, re.M):
        names = []
        for word in used.replace('"', "").split():
            reference = re.fullmatch(r"\$\{YICHUANG_PLAN_(\w+)\}", word)
            names += plan[reference.group(1)] if reference else [word]
        plan[room] = names
    return plan


def without_comments_and_strings(text):
    """The same length of lines, so that line numbers stay; comments and literals are blanked."""
    pattern = re.compile(r'R"([^(\s]*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|' r"(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
                         re.S)

    def blank(match):
        return re.sub(r"[^\n]", " ", match.group(0))
    return pattern.sub(blank, text)


def includes(text):
    return [(number, name) for number, line in enumerate(text.split("\n"), 1)
            for name in re.findall(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', line)]
