#!/usr/bin/env python3
"""Holds tests/sync/FAILURES.md: all 28 rows, and every test function that it names exists."""
import pathlib
import re
import sys

FAILURES = 28


def rows_of(table):
    return {int(m.group(1)): [cell.strip() for cell in m.group(0).strip("|").split("|")]
            for m in re.finditer(r"^\| (\d+) \|.*$", table, re.M)}


def faults_of(table, functions):
    """`functions`: the names of the test functions of each test program."""
    rows = rows_of(table)
    faults = [f"failure {number} has no row" for number in range(1, FAILURES + 1) if number not in rows]
    for number, cells in rows.items():
        named = re.findall(r"`(\w+)::(\w+)`", cells[3])
        if not named and not cells[4]:
            faults.append(f"failure {number} has neither a test nor a word on what is missing")
        faults += [f"failure {number}: there is no {program}::{function}" for program, function in named
                   if function not in functions.get(program, ())]
    return faults


def functions_in(root):
    return {path.stem: set(re.findall(r"^    void (\w+)\(\)", path.read_text(encoding="utf-8"), re.M))
            for path in (root / "tests").rglob("tst_*.cpp")}


def main():
    # What it forbids, it finds.
    assert len(faults_of("| 1 | a | 2 | `tst_a::b` | |", {})) == FAILURES
    assert len(faults_of("| 1 | a | 2 | | |", {})) == FAILURES
    assert len(faults_of("| 1 | a | 2 | `tst_a::b` | |", {"tst_a": {"b"}})) == FAILURES - 1
    root = pathlib.Path(sys.argv[1])
    faults = faults_of((root / "tests/sync/FAILURES.md").read_text(encoding="utf-8"), functions_in(root))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
