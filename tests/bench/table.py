"""Prints the measured figures as a table: figure, floor or peer of the same run, ratio."""
import json
import sys

rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
if not rows:
    sys.exit("nothing was measured")
print(f"{'figure':<52}{'measured':>12}{'beside':>12}  {'ratio':>7}  beside what")
for row in rows:
    unit = row.get("unit", "ms")
    value = row.get("value", row.get("value_ms"))
    floor = row.get("floor", row.get("floor_ms"))
    beside = row.get("floor_name", row.get("beside", "floor"))
    ratio = f"{value / floor:.2f}" if floor else "-"
    second = f"{floor:.2f} {unit}" if floor else "-"
    print(f"{row['name']:<52}{f'{value:.2f} {unit}':>12}{second:>12}  {ratio:>7}  {beside}")
