"""What exports cost: `python -m benchmarks.export [--entries 20000 1000000] [--formats csv …] [--folder DIR]`.

The chronicles are those of `benchmarks.made_chronicle`: of some 100,000 entries (of which 6 in 100 get a status),
fewer, or some times as many. A process of its own makes each and keeps it in the folder, or at ``--place``; it is found
there the next time. Another process looks at the entries and settles them, as every export begins; then each format is
written to the folder by a fork of that one (Linux), which has what was settled and nothing else. The peak is the
largest resident set of a process (``/proc/self/clear_refs``), seconds are those of the processor.
"""

import argparse
import gc
import multiprocessing
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import gettempdir

from benchmarks.made_chronicle import fill, repeat
from cronistoria.cli.main import SELDOM
from cronistoria.export.catalogue import CATALOGUE, Format, format_named
from cronistoria.export.edition import Edition
from cronistoria.languages.labels import fallback_language
from cronistoria.model.query import EVERYTHING
from cronistoria.store.opening import open_store
from cronistoria.view.stored_edition import stored_edition

_SIZES = (20_000, 100_000, 1_000_000)
_MERGED = 100_000
_RECORDS = 1.77
_STEPS = ("make", "measure")


def main() -> None:
    """Prints a table a size."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--entries", type=int, nargs="+", default=_SIZES)
    arguments.add_argument("--formats", nargs="+", default=[f.name for f in CATALOGUE])
    arguments.add_argument("--folder", type=Path, default=Path(gettempdir()))
    arguments.add_argument("--place", type=Path, help="where the chronicle of one size is kept")
    arguments.add_argument("--step", choices=_STEPS, help="only this, of one size")
    options = arguments.parse_args()
    if options.step is not None:
        (size,) = options.entries
        place = options.place or options.folder / f"export-{size}.db"
        make(place, size) if options.step == "make" else measure(place, options.formats, options.folder)
        return
    for size in options.entries:
        for step in _STEPS:
            command = [sys.executable, "-m", "benchmarks.export", *sys.argv[1:], "--entries", str(size), "--step", step]
            subprocess.run(command, check=True)


def make(place: Path, entries: int) -> None:
    """A chronicle, if there is none yet."""
    if place.exists():
        return
    part = place.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(open_store(str(part), create=True)) as store:
        fill(store, round(min(entries, _MERGED) * _RECORDS))
        repeat(store, max(entries // _MERGED, 1))
    part.rename(place)


def measure(place: Path, formats: list[str], folder: Path) -> None:
    """One chronicle in some formats."""
    gc.set_threshold(*SELDOM)
    with closing(open_store(str(place))) as store, store.reading() as reader, ExitStack() as stack:
        number = reader.totals().entries
        print(f"{number:,} entries", flush=True)
        with measured("look, settle", number):
            edition = stack.enter_context(stored_edition(reader, EVERYTHING, fallback_language()))
        gc.freeze()
        for name in formats:
            in_a_fork(lambda format_: write(format_, edition, number, folder), format_named(name))


def in_a_fork(write_: Callable[[Format], None], format_: Format) -> None:
    """Has a process do it that has all that this one has."""
    process = multiprocessing.get_context("fork").Process(target=write_, args=(format_,))
    process.start()
    process.join()


def write(format_: Format, edition: Edition, entries: int, folder: Path) -> None:
    """Writes a file."""
    path = folder / f"export-{entries}-{format_.name}{format_.suffix}"
    with measured(format_.name, entries), path.open("wb") as file:
        for chunk in format_.chunks(edition):
            file.write(chunk)
    print(f"{'':12} {path.stat().st_size / 1e6:,.1f} MB", flush=True)


@contextmanager
def measured(name: str, entries: int) -> Iterator[None]:
    """Prints the largest resident set, and the seconds of the processor."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    started = time.process_time()
    try:
        yield
    finally:
        took = time.process_time() - started
        print(f"{name:12} {_peak():8,.0f} MiB, {took:,.1f} s, {entries / took:,.0f} entries a second", flush=True)


def _peak() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1024


if __name__ == "__main__":
    main()
