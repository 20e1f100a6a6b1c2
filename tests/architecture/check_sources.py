#!/usr/bin/env python3
"""Runs every checker over the sources of the folder that is named; prints what breaks a rule."""
import sys

import checkers
import sources


def main():
    files = sources.read_tree(sys.argv[1])
    if not any(sources.is_product(path) for path in files):
        sys.exit("no sources were found")
    broken = 0
    for checker in checkers.CHECKERS:
        found = checker(files)
        broken += len(found)
        print(f"{'ok  ' if not found else 'FAIL'} {checker.__name__}")
        for line in found:
            print("     " + line)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
