"""What following tells while it runs: a line for each fetch, to read or as JSON, and the figures behind it.

The figures are plain numbers; the page for Prometheus is made of them when it is asked for.
"""

import json
import sys
import threading
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal, TextIO

LogFormat = Literal["text", "json"]


class Journal:
    """Lines on a stream, and counts; may be told things from several threads."""

    def __init__(self, form: LogFormat, clock: Callable[[], float], stream: TextIO | None = None) -> None:
        self._form, self._clock, self._stream = form, clock, stream
        self._lock = threading.Lock()
        self.fetches: Counter[tuple[str, str]] = Counter()
        self.reports: Counter[str] = Counter()
        self.bytes = 0
        self.records = 0
        self.queued = 0
        self.started = clock()
        self.last_success: float | None = None

    def fetched(self, kind: str, url: str, fate: str, **told: Any) -> None:
        """Something was asked for."""
        with self._lock:
            self.fetches[kind, fate] += 1
            self.bytes += int(told.get("bytes") or 0)
            if fate in ("answered", "unchanged"):
                self.last_success = self._clock()
        self.tell(kind, url=url, fate=fate, **told)

    def read(self, place: str, outcome: str, records: int, **told: Any) -> None:
        """An article was read, or not."""
        with self._lock:
            self.reports[outcome] += 1
            self.records += records
        self.tell("report", place=place, outcome=outcome, records=records, **told)

    def tell(self, event: str, **told: Any) -> None:
        """One line; what is not known is left out."""
        known = {name: value for name, value in told.items() if value not in (None, "", 0)}
        at = datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        if self._form == "json":
            line = json.dumps({"at": at, "event": event, **known}, ensure_ascii=False)
        else:
            words = [str(known.pop(name)) for name in ("fate", "outcome") if name in known]
            place = known.pop("url", None) or known.pop("place", None) or ""
            rest = ", ".join(f"{name} {value}" for name, value in known.items())
            line = f"{at[11:19]} {event:<8}{' '.join(words):<10} {_clean(place)}" + (
                f"  ({_clean(rest)})" if rest else ""
            )
        with self._lock:
            print(line, file=self._stream or sys.stderr, flush=True)


def _clean(text: str) -> str:
    """Without what would move the cursor of a terminal: addresses and reasons come from outside."""
    return "".join(character if character.isprintable() else "�" for character in text)
