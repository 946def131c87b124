"""How quick `cronistoria serve` answers: `python -m benchmarks.serve [--records 186000 | --place crisis.db]`.

A chronicle is made (`benchmarks.made_chronicle`; 186,000 records become about 105,000 entries) and served by a process
of its own. Each question is asked so many times with other actors, days and places in the list, so that hardly any
answer is one that was given before: how long it took, from the first byte sent to the last received, and how much of it
the server's processor worked. Then so many connections ask all questions in turn, without pause, pages and interface
alike.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import msgspec

from benchmarks.made_chronicle import fill
from cronistoria.store.opening import open_store

_PORT, _PATIENCE, _CONNECTIONS, _SECONDS = 18733, 1800, 4, 10.0
_HEADERS = {"accept-encoding": "gzip", "accept-language": "en"}
_FREQUENT = ("energ*", "ceasefire", "trade", "treaty", "security", "territor*", "diplom*", "embargo*", "visit*")
_TEXT = "On Monday the two foreign ministers met in the old customs house and spoke of the crossing for an hour. "
Question = Callable[[random.Random], str]


class Known(msgspec.Struct, frozen=True):
    """What may be asked for: ids of actors, entries and reports of the chronicle."""

    actors: tuple[str, ...]
    entries: tuple[str, ...]
    contacts: tuple[str, ...]
    reports: tuple[str, ...]
    months: tuple[str, ...]
    words: tuple[str, ...]


class Answer(msgspec.Struct, frozen=True):
    """How long it took, in seconds, and how many bytes came."""

    seconds: float
    size: int


def main() -> None:
    """Prints all figures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--records", type=int, default=186_000)
    arguments.add_argument("--place")
    arguments.add_argument("--times", type=int, default=40)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.place or _make(str(Path(folder, "crisis.db")), options.records)
        with _served(place) as server:
            for number in range(3):
                _read(number)  # until the process that reads reports has loaded what it needs
            known = _known()
            print(f"{'question':34} {'median':>8} {'95 %':>8} {'work':>9} {'kB sent':>8}")
            for name, question in questions(known).items():
                worked = _processor(server)
                answers = [_ask(question(random.Random(number))) for number in range(options.times)]
                _show(name, answers, (_processor(server) - worked) / options.times)
            _show_rate(server, known)
            _show_reading()


def questions(known: Known) -> dict[str, Question]:
    """All questions, by what they are about; each makes a path."""
    api: dict[str, Question] = {
        "entries": lambda c: f"entries?limit=50{_day(known, c)}",
        "entries of an actor": lambda c: f"entries?actor={_of(known.actors, c)}",
        "entries of a kind and two actors": lambda c: f"entries?kind=position&actor={_of(known.actors, c)}"
        f"&actor={_of(known.actors, c)}{_day(known, c)}",
        "entry": lambda c: f"entries/{_of(known.entries, c)}",
        "sides": lambda c: f"sides?limit=20{_day(known, c)}",
        "ledger, open": lambda c: f"ledger?status=open{_day(known, c)}",
        "agenda": lambda c: f"agenda?limit=50{_day(known, c)}",
        "actors": lambda c: f"actors?labels={c.choice(('en', 'it'))}",
        "actor": lambda c: f"actors/{_of(known.actors, c)}",
        "records of an actor": lambda c: f"records?actor={_of(known.actors, c)}",
        "report": lambda c: f"reports/{_of(known.reports, c)}",
        "reports": lambda c: f"reports?limit=50{_day(known, c)}",
        "search, a rare word": lambda c: f"search?q={_of(known.entries, c).rpartition(':')[2]}",
        "search, a frequent word": lambda c: f"search?q={c.choice(known.words)}&limit={c.randint(10, 50)}",
        "decisions": lambda c: f"judgements?limit={c.randint(1, 200)}",
        "problems": lambda c: f"problems?limit={c.randint(1, 200)}",
        "totals": lambda _: "totals",
        "formats": lambda _: "exports",
    }  # fmt: skip
    pages: dict[str, Question] = {
        "page: chronicle": lambda c: f"?{_day(known, c)}",
        "page: chronicle, on and on": lambda c: f"?page={c.randint(1, 2000)}",
        "page: chronicle of an actor": lambda c: f"?actor={_of(known.actors, c)}{_day(known, c)}",
        "page: entry": lambda c: f"entries/{_of(known.entries, c)}",
        "page: two readouts": lambda c: f"entries/{_of(known.contacts, c)}/sides",
        "page: ledger": lambda c: f"ledger?{_day(known, c)}",
        "page: agenda": lambda c: f"agenda?{_day(known, c)}",
        "page: actors": lambda c: f"actors?page={c.randint(1, 10)}&q={c.choice('aeiou')}",
        "page: actor": lambda c: f"actors/{_of(known.actors, c)}?{_day(known, c)}",
        "page: network": lambda c: f"network?{_day(known, c)}",
        "page: network of persons": lambda c: f"network?by=persons{_day(known, c)}",
        "page: map": lambda c: f"map?{_day(known, c)}",
        "page: reports": lambda c: f"reports?{_day(known, c)}",
        "page: report": lambda c: f"reports/{_of(known.reports, c)}",
        "page: search": lambda c: f"search?q={c.choice(known.words)}&page={c.randint(1, 5)}",
        "page: read": lambda c: f"read?lang={c.choice(('en', 'it'))}",
        "page: coverage": lambda c: f"coverage?lang={c.choice(('en', 'it'))}",
        "page: problems": lambda c: f"problems?page={c.randint(1, 40)}",
        "page: decisions": lambda c: f"decisions?page={c.randint(1, 40)}",
        "page: sign in": lambda c: f"login?lang={c.choice(('en', 'it'))}",
    }  # fmt: skip
    asked = {name: _below("/api/v1/", path) for name, path in api.items()}
    return asked | {name: _below("/", path) for name, path in pages.items()}


def _below(prefix: str, path: Question) -> Question:
    return lambda chance: prefix + path(chance)


def _of(values: tuple[str, ...], chance: random.Random) -> str:
    return quote(chance.choice(values), safe="")


def _day(known: Known, chance: random.Random) -> str:
    return f"&from={chance.choice(known.months)}-{chance.randint(1, 28):02}"


def _make(place: str, records: int) -> str:
    store = open_store(place, create=True)
    fill(store, records)
    store.close()
    return place


@contextmanager
def _served(place: str) -> Iterator[int]:
    """Serves a chronicle; gives the number of the process once the first question was answered."""
    command = (sys.executable, "-m", "cronistoria", "serve", place, "--port", str(_PORT))
    began = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            while _status("/api/v1/entries?limit=1") != 200:
                if process.poll() is not None or time.perf_counter() - began > _PATIENCE:
                    raise SystemExit("the server did not start")
                time.sleep(0.5)
            print(f"opened in {_processor(process.pid):.0f} s of processor", flush=True)
            yield process.pid
        finally:
            process.terminate()


def _known() -> Known:
    def listed(path: str, name: Callable[[dict[str, dict[str, str]]], object]) -> tuple[str, ...]:
        return tuple(str(name(item)) for item in json.loads(_get(f"/api/v1/{path}")[1])["items"])

    months = [month for month in json.loads(_get("/api/v1/totals")[1])["entries_by_month"] if month]
    return Known(
        months=tuple(months),
        actors=listed("actors?limit=200", lambda item: item["actor"]["id"]),
        entries=listed(f"entries?limit=200&from={months[len(months) // 2]}", lambda item: item["id"]),
        contacts=listed("sides?limit=50", lambda item: item["entry"]["id"]),
        reports=listed("reports?limit=200", lambda item: item["document"]),
        words=tuple(word for word in _FREQUENT if json.loads(_get(f"/api/v1/search?q={word}&limit=1")[1])["items"]),
    )


def _status(path: str) -> int:
    try:
        return _get(path, timeout=_PATIENCE)[0]
    except OSError:
        return 0


def _get(path: str, timeout: float = 60) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", _PORT, timeout=timeout)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


_kept = threading.local()


def _ask(path: str) -> Answer:
    """Asks on the connection that this thread keeps."""
    if not hasattr(_kept, "connection"):
        _kept.connection = HTTPConnection("127.0.0.1", _PORT, timeout=60)
    began = time.perf_counter()
    _kept.connection.request("GET", path, headers=_HEADERS)
    answer = _kept.connection.getresponse()
    size = len(answer.read())
    if answer.status != 200:
        raise SystemExit(f"{path}: {answer.status}")
    return Answer(time.perf_counter() - began, size)


def _processor(process: int) -> float:
    """Seconds that a process has worked (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _show(name: str, answers: list[Answer], worked: float) -> None:
    times = sorted(answer.seconds * 1000 for answer in answers)
    late = times[int(len(times) * 0.95)]
    largest = max(answer.size for answer in answers) / 1000
    middle = statistics.median(times)
    print(f"{name:34} {middle:5.0f} ms {late:5.0f} ms {worked * 1000:6.1f} ms {largest:8.0f}", flush=True)


def _show_rate(server: int, known: Known) -> None:
    asked, counts, worked = list(questions(known).values()), [0] * _CONNECTIONS, _processor(server)
    until = time.perf_counter() + _SECONDS

    def work(number: int) -> None:
        chance = random.Random(number)
        while time.perf_counter() < until:
            _ask(asked[counts[number] % len(asked)](chance))
            counts[number] += 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(_CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate, worked = sum(counts) / _SECONDS, (_processor(server) - worked) / _SECONDS
    print(
        f"{_CONNECTIONS} connections: {rate:.0f} answers a second with {worked:.0%} of a core for the server",
        flush=True,
    )


def _show_reading() -> None:
    times = [_read(number) for number in range(3, 13)]
    print(f"a pasted report of 2,000 characters: {statistics.median(times):.2f} s, {max(times):.2f} s at most")


def _read(number: int) -> float:
    text = f"Report {number}. " + _TEXT * (2000 // len(_TEXT))
    body = json.dumps({"text": text, "language": "en"})
    connection = HTTPConnection("127.0.0.1", _PORT, timeout=_PATIENCE)
    began = time.perf_counter()
    connection.request("POST", "/api/v1/read", body, {"content-type": "application/json"})
    connection.getresponse().read()
    connection.close()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
