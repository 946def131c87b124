"""Duckling (`pyduckling-native-phihos`) as a peer: texts as JSON lines in, expressions out."""

import json
import re
import sys
import time
from datetime import UTC, datetime
from typing import Any

import duckling

GRAINS = {"year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16, "second": 16}
UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D", "quarter": "M"}
CLOCK = {"hour": "H", "minute": "M", "second": "S"}


def value_of(entity: dict[str, Any]) -> tuple[str, str] | None:
    said = entity["value"]
    if entity["dim"] == "duration":
        unit, amount = said["unit"], said["value"]
        return "DURATION", f"PT{amount}{CLOCK[unit]}" if unit in CLOCK else f"P{amount}{UNITS[unit]}"
    moment = said if said["type"] == "value" else said.get("from") or said.get("to")
    if moment is None:
        return None
    iso, grain = moment["value"], moment["grain"]
    if grain == "week":
        year, week, _ = datetime.fromisoformat(iso[:10]).isocalendar()
        return "DATE", f"{year}-W{week:02d}"
    if grain == "quarter":
        return "DATE", f"{iso[:4]}-Q{(int(iso[5:7]) + 2) // 3}"
    written = iso[: GRAINS[grain]] + (":00" if grain == "hour" else "")
    return ("TIME" if "T" in written else "DATE"), written


def read(task: dict[str, Any], zones: Any) -> list[tuple[int, int, str, str]]:
    moment = datetime.fromisoformat(task["date"]).replace(hour=12, tzinfo=UTC)
    locale = duckling.parse_locale(
        f"{task['language']}_XX", duckling.default_locale_lang(duckling.parse_lang(task["language"]))
    )
    context = duckling.Context(duckling.parse_ref_time(zones, "UTC", int(moment.timestamp())), locale)
    dimensions = duckling.parse_dimensions(["time", "duration"])
    found = []
    for match in re.finditer(r"[^\n]+", task["text"]):
        for entity in json.loads(duckling.parse_text(match.group(), context, dimensions, False)):
            told = value_of(entity)
            if told:
                found.append((match.start() + entity["start"], match.start() + entity["end"], *told))
    return longest(found)


def longest(found: list[tuple[int, int, str, str]]) -> list[tuple[int, int, str, str]]:
    chosen: list[tuple[int, int, str, str]] = []
    for one in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in chosen):
            chosen.append(one)
    return sorted(chosen)


def main() -> None:
    duckling.init()
    zones = duckling.load_time_zones(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/zoneinfo")
    for line in sys.stdin:
        task = json.loads(line)
        begun = time.process_time()
        found = read(task, zones)
        print(json.dumps([found, time.process_time() - begun]), flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
