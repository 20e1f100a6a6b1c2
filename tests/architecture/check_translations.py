#!/usr/bin/env python3
"""Every text of a screen is there in Chinese: what lupdate finds in a folder of ui/ or in the program itself is
translated, and finished, in translations/zh_CN/<folder>.ts (the errors' words are checked by tst_shell). The rule is first tried on a bad sample."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml


def messages(text):
    """(context, source) -> the translation; '' where it is missing or unfinished."""
    found = {}
    for context in xml.fromstring(text).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [translation.text or ""] if translation.find("numerusform") is None else \
                [form.text or "" for form in translation.iter("numerusform")]
            usable = translation.get("type") is None and all(form.strip() for form in forms)
            found[(context.findtext("name"), message.findtext("source"))] = " ".join(forms) if usable else ""
    return found


def untranslated(extracted, translated):
    known = messages(translated)
    return [f"{context}: {source}" for context, source in messages(extracted) if not known.get((context, source))]


def extract(lupdate, root, folder):
    with tempfile.TemporaryDirectory() as temporary:
        target = pathlib.Path(temporary) / "x.ts"
        subprocess.run([lupdate, "-silent", "-locations", "none", "-I", ".", "-I", "app", str(folder), "-source-language", "en",
                        "-ts", str(target)], cwd=root, check=True, capture_output=True)
        return target.read_text("utf-8")


def self_test():
    sample = "<TS><context><name>A</name><message><source>%s</source><translation%s>%s</translation></message></context></TS>"
    source = sample % ("Scan", ' type="unfinished"', "")
    assert untranslated(source, sample % ("Scan", "", "扫描")) == []
    assert untranslated(source, sample % ("Scan", ' type="unfinished"', "扫描"))
    assert untranslated(source, sample % ("Scan", "", ""))
    assert untranslated(source, sample % ("Stop", "", "停止"))


def main():
    self_test()
    root = pathlib.Path(sys.argv[1])
    lupdate = shutil.which("lupdate", path="/usr/lib/qt6/bin") or shutil.which("lupdate")
    broken = 0
    total = 0
    for folder in sorted((root / "ui").glob("*/")) + [root / "app" / "workstation"]:
        text = extract(lupdate, root, folder.relative_to(root))
        count = len(messages(text))
        if count == 0:
            continue
        catalogue = root / "translations" / "zh_CN" / f"{folder.name}.ts"
        missing = untranslated(text, catalogue.read_text("utf-8") if catalogue.exists() else "<TS/>")
        total += count
        broken += len(missing)
        print(f"{folder.name}: {count} texts, {len(missing)} not translated")
        for line in missing:
            print("     " + line)
    broken += total == 0
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
