"""What exports cost: `python -m benchmarks.export [--entries 20000 200000] [--formats csv html …] [--folder DIR]`.

The chronicles are those of `benchmarks.store`: made reports of 20 records, each record an entry of its own; sizes are
20,000 or some times as much. Every size is a process of its own. The peak is by how much its resident set grew at most
while a file was made (Linux: ``/proc/self/clear_refs``). Made chronicles are kept in the folder.
"""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import gettempdir

from benchmarks.store import fill, multiply
from cronistoria.export.catalogue import CATALOGUE, format_named
from cronistoria.languages.labels import fallback_language
from cronistoria.model.query import EVERYTHING
from cronistoria.store.opening import open_store
from cronistoria.view.stored_edition import stored_edition

_SIZES = (20_000, 200_000)
_THROUGH_THE_STORE = 20_000


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
    place = folder / f"export-{entries}.db"
    with closing(open_store(str(place), create=True)) as store:
        with store.reading() as reader:
            held = reader.totals().entries
        if not held:
            fill(store, min(entries, _THROUGH_THE_STORE))
            multiply(store, max(entries // _THROUGH_THE_STORE, 1))
        with store.reading() as reader:
            print(f"{reader.totals().entries:,} entries", flush=True)
            with ExitStack() as stack:
                with peak("looked at"):
                    edition = stack.enter_context(stored_edition(reader, EVERYTHING, fallback_language()))
                for name in formats:
                    with peak(name):
                        size = sum(map(len, format_named(name).chunks(edition)))
                    print(f"{'':12} {size / 1e6:,.1f} MB", flush=True)


@contextmanager
def peak(name: str) -> Iterator[None]:
    """Prints by how much the resident set grew at most, and the seconds of the processor."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, started = _memory("VmRSS"), time.process_time()
    try:
        yield
    finally:
        grown, took = _memory("VmHWM") - before, time.process_time() - started
        print(f"{name:12} {grown / 1024:8,.0f} MiB above {before / 1024:,.0f} MiB, {took:,.0f} s", flush=True)


def _memory(name: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(rf"{name}:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1])


if __name__ == "__main__":
    main()
