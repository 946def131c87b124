"""Microsoft Recognizers-Text (`recognizers-text-date-time`) as a peer: texts as JSON lines in, expressions out."""

import json
import re
import sys
import time
from datetime import datetime
from typing import Any

from recognizers_date_time import recognize_datetime

CULTURES = {"en": "en-us", "es": "es-es", "fr": "fr-fr", "de": "de-de", "it": "it-it"}


def value_of(kind: str, values: list[dict[str, str]]) -> tuple[str, str]:
    last = values[-1] if len(values) < 2 else values[0]
    timex = last.get("timex", "")
    if kind in ("date", "datetime") and "value" in last:
        moment = last["value"].replace(" ", "T")[:16]
        return ("TIME" if "T" in moment else "DATE"), moment
    if kind == "duration":
        return "DURATION", timex
    if kind == "set":
        return "SET", timex
    if kind == "time":
        return "TIME", timex
    if timex.startswith("("):
        return "DATE", timex[1:].split(",")[0]
    return ("TIME" if "T" in timex else "DATE"), timex


def read(task: dict[str, Any]) -> list[tuple[int, int, str, str]]:
    found, moment = [], datetime.fromisoformat(task["date"])
    for match in re.finditer(r"[^\n]+", task["text"]):
        for result in recognize_datetime(match.group(), CULTURES[task["language"]], reference=moment):
            kind = result.type_name.rpartition(".")[2]
            values = (result.resolution or {}).get("values") or [{}]
            start = match.start() + result.start
            found.append((start, match.start() + result.end + 1, *value_of(kind, values)))
    return found


def main() -> None:
    for line in sys.stdin:
        task = json.loads(line)
        begun = time.process_time()
        try:
            found = read(task)
        except Exception as error:  # a peer that fails on a text has found nothing there
            print(error, file=sys.stderr)
            found = []
        print(json.dumps([found, time.process_time() - begun]), flush=True)


if __name__ == "__main__":
    main()
