#!/usr/bin/env python3
"""Each checker finds what it forbids in a bad sample and nothing in a good one: a checker that cannot fail is none."""
import unittest

import checkers

PLAN = {"packaging/cmake/Rooms.cmake": 'set(YICHUANG_PLAN_base "")\nset(YICHUANG_PLAN_domain base)\n'
        'set(YICHUANG_PLAN_devices base)\nset(YICHUANG_PLAN_store domain base)\n'
        'set(YICHUANG_PLAN_ui store domain base)\nset(YICHUANG_PLAN_workstation ui ${YICHUANG_PLAN_ui})\n'}
CATALOGUE = {"app/base/ErrorCatalogue.h": '#pragma once\n    X(One, "B001", "x") \\\n    X(Two, "B002", "x")\n'}


class Checkers(unittest.TestCase):
    def finds(self, checker, path, bad, good, base=None):
        base = base or {}
        self.assertTrue(checker({**base, path: bad}), f"{checker.__name__} missed: {bad}")
        self.assertEqual(checker({**base, path: good}), [], f"{checker.__name__} complained without cause")

    def test_rooms(self):
        self.finds(checkers.check_rooms, "app/domain/A.h", '#include "store/Store.h"', '#include "base/Result.h"', PLAN)
        self.finds(checkers.check_rooms, "app/store/A.cpp", '#include "ui/widgets/A.h"', '#include <sys/stat.h>', PLAN)
        self.finds(checkers.check_rooms, "plugins/x/A.cpp", '#include "domain/A.h"', '#include "devices/A.h"', PLAN)
        self.finds(checkers.check_rooms, "app/devicehost/main.cpp", '#include "store/A.h"', '#include "devices/A.h"', PLAN)
        self.assertEqual(checkers.check_rooms({**PLAN, "app/workstation/A.cpp": '#include "store/A.h"'}), [])

    def test_screens(self):
        both = {"ui/cases/B.h": "", "ui/widgets/C.h": "", "ui/shell/D.cpp": '#include "ui/cases/B.h"'}
        self.finds(checkers.check_screens, "ui/intake/A.cpp", '#include "ui/cases/B.h"',
                   '#include "ui/widgets/C.h"\n#include "ui/intake/A.h"\n#include "intake/Session.h"', both)

    def test_database_and_network_in_ui(self):
        for bad in ("#include <QSqlQuery>", "#include <QNetworkAccessManager>", "#include <QTcpSocket>"):
            self.finds(checkers.check_ui_has_no_database_or_network, "ui/a/A.cpp", bad, "#include <QWidget>")

    def test_error_codes(self):
        good = "return raise(ErrorCode::One, f(1, 2));\nreturn raise(ErrorCode::Two); // raise(ErrorCode::One)\n"
        self.finds(checkers.check_error_codes_are_raised, "app/base/A.cpp", "raise(ErrorCode::One, g(ErrorCode::Two))",
                   good, CATALOGUE)
        for more in ("raise( ErrorCode::Two );", "raise(bad ? ErrorCode::One : ErrorCode::None)"):
            self.finds(checkers.check_error_codes_name_one_line, "app/base/A.cpp", good + more, good, CATALOGUE)

    def test_function_lengths(self):
        body = "    f();\n"
        for head in ("void A::f(int x) const\n", "A::A()\n    : m_a(1)\n", "TEST(x)\n"):
            self.finds(checkers.check_function_lengths, "app/a/A.cpp", head + "{\n" + body * 101 + "}\n",
                       "namespace a {\n" + (head + "{\n" + body * 90 + "}\n") * 3 + "}\n")

    def test_a_long_class_or_table_is_no_function(self):
        text = "class A {\n" + "    void f() { g(); }\n" * 150 + "};\nconst int x[] = {\n" + "1,\n" * 200 + "};\n"
        self.assertEqual(checkers.check_function_lengths({"app/a/A.h": text}), [])

    def test_file_lengths(self):
        many = {f"app/a/{n}.cpp": "x\n" * 10 for n in range(10)}
        self.assertEqual(checkers.check_file_lengths({**many, "app/a/L.cpp": "x\n" * 900}), [])
        self.assertTrue(checkers.check_file_lengths({**many, "app/a/L.cpp": "x\n" * 900, "app/a/M.cpp": "x\n" * 900}))

    def test_sleeps(self):
        for bad in ("QTest::qWait(5);", "QThread::msleep(3);", "sleep(1);", "std::this_thread::sleep_for(1s);"):
            self.finds(checkers.check_no_sleeps, "tests/unit/a/t.cpp", bad, "spy.wait(5); // sleep(1)\nf(\"sleep(1)\");")

    def test_nested_loops(self):
        for bad in ("QEventLoop loop;", "QCoreApplication::processEvents();"):
            self.finds(checkers.check_no_nested_loops, "app/a/A.cpp", bad, "// no QEventLoop")
        self.assertEqual(checkers.check_no_nested_loops({"ui/a/A.cpp": "QEventLoop loop;"}), [])

    def test_notes_to_self(self):
        for word in ("TO" + "DO", "FIX" + "ME", "X" + "XX"):
            self.finds(checkers.check_no_notes_to_self, "app/a/A.cpp", f"// {word}: later", "mktemp XXXXXX")

    def test_machine_paths(self):
        for folder in ("work", "home", "root"):
            self.finds(checkers.check_no_machine_paths, "packaging/run", f"cd /{folder}/wt", f"cd $HOME/{folder}/wt")

    def test_guards(self):
        self.finds(checkers.check_headers_are_guarded, "app/a/A.h", "#ifndef A\n", "#pragma once\n")

    def test_sentences(self):
        self.finds(checkers.check_libraries_say_what_they_are_for, "app/a/CMakeLists.txt", "yichuang_room(a)\n",
                   "# What this room is for, in a sentence.\nyichuang_room(a)\n")


if __name__ == "__main__":
    unittest.main()
