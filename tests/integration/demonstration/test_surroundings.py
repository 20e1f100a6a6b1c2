#!/usr/bin/env python3
"""test_surroundings.py ROOT: the demonstration's surroundings, with stand-ins for the programs that it starts."""
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import unittest

root = pathlib.Path(sys.argv.pop(1)).resolve()
# A stand-in says that it is ready and stays; what it was started with stands in the file beside it.
stand_in = '#!/usr/bin/env bash\n[ "$1" != init ] || exit 0\necho "$*" >"$0.arguments"\necho ready\nexec sleep 60\n'


class Surroundings(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.data = pathlib.Path(self.folder.name, "data")
        self.bin = pathlib.Path(self.folder.name, "bin")
        self.bin.mkdir()
        for name in ("yichuang-platform", "yichuang-peer-idreader", "yichuang-peer-printer"):
            program = self.bin / name
            program.write_text(stand_in, encoding="utf-8")
            program.chmod(0o755)
        self.assertEqual(self.sourced("surroundings_up; surroundings_down").returncode, 0)
        self.ports = {name: int((self.data / f"{name}.port").read_text()) for name in ("platform", "reader", "printer")}
        devices = [{"id": name, "settings": {"port": self.ports[name]}} for name in ("reader", "printer")]
        self.station = self.data / "hall" / "station.json"
        self.station.parent.mkdir()
        self.station.write_text(json.dumps({"platformUrl": f"http://127.0.0.1:{self.ports['platform']}", "devices": devices}, indent=4), encoding="utf-8")

    def tearDown(self):
        self.sourced("surroundings_down")
        self.folder.cleanup()

    def sourced(self, commands):
        script = f'set -euo pipefail; data="{self.data}"; source "{root}/packaging/demonstration/surroundings.sh"; {commands}'
        return subprocess.run(["bash", "-c", script], env={"PATH": "/usr/bin:/bin", "YICHUANG_BIN": str(self.bin)}, capture_output=True, text=True, timeout=30)

    def hold(self, name):
        other = socket.create_server(("127.0.0.1", self.ports[name]))
        self.addCleanup(other.close)

    def test_reader_and_printer_move_to_free_ports_with_their_stations(self):
        self.hold("reader")
        self.hold("printer")
        up = self.sourced("surroundings_up")
        self.assertEqual(up.returncode, 0, up.stderr)
        settings = [device["settings"]["port"] for device in json.loads(self.station.read_text(encoding="utf-8"))["devices"]]
        for name, program, told in zip(("reader", "printer"), ("yichuang-peer-idreader", "yichuang-peer-printer"), settings):
            now = int((self.data / f"{name}.port").read_text())
            self.assertNotEqual(now, self.ports[name])
            self.assertEqual(told, now)
            self.assertIn(f"--tcp {now} ", (self.bin / f"{program}.arguments").read_text())
            self.assertIn(f"holds port {self.ports[name]}", up.stdout)

    def test_a_platform_whose_port_is_taken_says_so_in_one_line(self):
        self.hold("platform")
        for commands in ("surroundings_up", "line_up"):
            up = self.sourced(commands)
            self.assertNotEqual(up.returncode, 0)
            self.assertEqual(len(up.stderr.splitlines()), 1)
            self.assertIn(f"holds port {self.ports['platform']}", up.stderr)
            self.assertIn("packaging/run --fresh", up.stderr)

    def test_free_ports_are_kept(self):
        self.assertEqual(self.sourced("surroundings_up").stdout, "")
        for name, port in self.ports.items():
            self.assertEqual(int((self.data / f"{name}.port").read_text()), port)


unittest.main(argv=["test_surroundings"])
