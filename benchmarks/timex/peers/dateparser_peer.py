"""dateparser's `search_dates`: reads texts as JSON lines, writes expressions; runs in the peers' environment.

It gives moments, no types and no precision: every answer is taken for a day, or for a minute if it is not midnight.
"""

import json
import sys
import time
from datetime import datetime
from typing import Any

from dateparser.search import search_dates


def read(task: dict[str, Any]) -> list[tuple[int, int, str, str]]:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(task["date"]), "PREFER_DATES_FROM": "past"}
    found, place = [], 0
    for words, moment in search_dates(task["text"], languages=[task["language"]], settings=settings) or ():
        start = task["text"].find(words, place)
        if start < 0:
            continue
        place = start + len(words)
        clock = moment.time().replace(microsecond=0) != datetime.min.time() and any(c == ":" for c in words)
        value = moment.strftime("%Y-%m-%dT%H:%M" if clock else "%Y-%m-%d")
        found.append((start, place, "TIME" if clock else "DATE", value))
    return found


def main() -> None:
    for line in sys.stdin:
        task = json.loads(line)
        begun = time.process_time()
        found = read(task)
        print(json.dumps([found, time.process_time() - begun]), flush=True)


if __name__ == "__main__":
    main()
