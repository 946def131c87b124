"""What exports cost: `python -m benchmarks.export [--entries 20000 1000000] [--formats csv …] [--folder DIR]`.

The chronicles are those of `benchmarks.made_chronicle`: of some 100,000 entries (of which 6 in 100 get a status),
fewer, or some times as many. Every size is a process of its own. Entries are looked at and settled once, then each
format goes through all of them; the peak is the largest resident set meanwhile (Linux: ``/proc/self/clear_refs``),
seconds are those of the processor. Made chronicles are kept in the folder.
"""

import argparse
import gc
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import gettempdir

from benchmarks.made_chronicle import fill, repeat
from cronistoria.cli.main import SELDOM
from cronistoria.export.catalogue import CATALOGUE, format_named
from cronistoria.languages.labels import fallback_language
from cronistoria.model.query import EVERYTHING
from cronistoria.store.opening import open_store
from cronistoria.view.stored_edition import stored_edition

_SIZES = (20_000, 100_000, 1_000_000)
_MERGED = 100_000
_RECORDS = 1.77


def main() -> None:
    """Prints a table a size."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--entries", type=int, nargs="+", default=_SIZES)
    arguments.add_argument("--formats", nargs="+", default=[f.name for f in CATALOGUE])
    arguments.add_argument("--folder", type=Path, default=Path(gettempdir()))
    options = arguments.parse_args()
    if len(options.entries) == 1:
        measure(options.entries[0], options.formats, options.folder)
        return
    for size in options.entries:
        rest = ["--formats", *options.formats, "--folder", str(options.folder)]
        subprocess.run([sys.executable, "-m", "benchmarks.export", "--entries", str(size), *rest], check=True)


def measure(entries: int, formats: list[str], folder: Path) -> None:
    """One chronicle in some formats."""
    gc.set_threshold(*SELDOM)
    place = folder / f"export-{entries}.db"
    with closing(open_store(str(place), create=True)) as store:
        with store.reading() as reader:
            held = reader.totals().entries
        if not held:
            fill(store, round(min(entries, _MERGED) * _RECORDS))
            repeat(store, max(entries // _MERGED, 1))
        with store.reading() as reader, ExitStack() as stack:
            number = reader.totals().entries
            print(f"{number:,} entries", flush=True)
            with measured("look, settle", number):
                edition = stack.enter_context(stored_edition(reader, EVERYTHING, fallback_language()))
            for name in formats:
                with measured(name, number):
                    size = sum(map(len, format_named(name).chunks(edition)))
                print(f"{'':12} {size / 1e6:,.1f} MB", flush=True)


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
