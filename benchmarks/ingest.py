"""What it costs to take reports out of pages and archives: `python -m benchmarks.ingest [--reports 20]`.

Reports of about 2,000 characters, made from the bundled examples, are wrapped in pages of about 60 kB with menus,
scripts and lists of links. The share is that of everything before the trees (decoding, extraction, rules over lines,
language, date) in the whole reading of the same page by one process with one thread; other formats are told in times of
the same pages as files.
"""

import argparse
import gzip
import html
import json
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.read import make_reports
from cronistoria.ingest.document import Given
from cronistoria.ingest.sources import Arrived, documents, pieces
from cronistoria.reader import Reader
from cronistoria.settings import Settings
from tests.ingest.made_pages import response, tarred, zipped

_SCRIPT = "<script>" + "window.layer = window.layer || []; " * 900 + "</script>"
_LINKS = "".join(
    f'<li class="item"><a href="/{n}"><span>Headline number {n} of the day</span></a></li>' for n in range(120)
)


def main() -> None:
    """Prints all figures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--reports", type=int, default=20)
    pages = [make_page(text) for text in make_reports(arguments.parse_args().reports)]
    with tempfile.TemporaryDirectory() as folder:
        paths = _write(Path(folder), pages)
        _show("bytes of a page", f"{sum(map(len, pages)) / len(pages):,.0f}")
        taking, reading = share(paths["pages"])
        _show("taking a page in", f"{taking * 1000:.1f} ms")
        _show("reading it whole", f"{reading * 1000:.1f} ms")
        _show("share", f"{taking / reading:.1%}")
        plain = _seconds(lambda: sum(1 for _ in documents([paths["pages"]])))
        for name, path in paths.items():
            spent = _seconds(lambda path=path: sum(1 for _ in documents([path])))  # type: ignore[misc]
            unpacked = _seconds(lambda path=path: sum(1 for _ in pieces([path])))  # type: ignore[misc]
            _show(f"{name}, of that finding and unpacking", f"{spent / plain:.2f}, {unpacked / plain:.3f}")


def make_page(text: str) -> bytes:
    """A page around a report."""
    title, *lines = (html.escape(line) for line in text.split("\n") if line.strip())
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f'<meta charset="utf-8"><title>{title} - Gazette</title>{_SCRIPT}'
    around = f"<header><nav><ul>{_LINKS}</ul></nav></header>"
    page = f"<article><h1>{title}</h1><div><div>{body}</div></div></article><aside><ul>{_LINKS}</ul></aside>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{around}{page}{_SCRIPT}</body></html>".encode()


def share(folder: Path) -> tuple[float, float]:
    """Seconds of taking a page in, and of reading it whole, in the mean."""
    reader, given = Reader(Settings(threads=1)), Given()
    found = [arrived for arrived in documents([folder], given) if isinstance(arrived, Arrived)]
    reader.read_ingested(found[0].ingested)
    taking = _seconds(lambda: list(documents([folder], given)))
    parsing = _seconds(lambda: [reader.read_ingested(arrived.ingested) for arrived in found])
    return taking / len(found), (taking + parsing) / len(found)


def _write(folder: Path, pages: list[bytes]) -> dict[str, Path]:
    """The same pages in several formats."""
    (folder / "pages").mkdir()
    for number, page in enumerate(pages):
        (folder / "pages" / f"{number}.html").write_bytes(page)
    members = {f"{number}.html": page for number, page in enumerate(pages)}
    archive = b"".join(gzip.compress(response(page, number)) for number, page in enumerate(pages))
    rows = "\n".join(json.dumps({"text": text}) for text in make_reports(len(pages)))
    written: Iterable[tuple[str, bytes]] = (
        ("pages.zip", zipped(dict(members), 8)), ("pages.tar.gz", tarred({n: p.decode() for n, p in members.items()})),
        ("pages.warc.gz", archive), ("rows.jsonl", rows.encode()),
    )  # fmt: skip
    for name, data in written:
        (folder / name).write_bytes(data)
    return {name: folder / name for name in ("pages", *(name for name, _ in written))}


def _seconds(work: Callable[[], object]) -> float:
    """Of the processor, whatever else it does."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _show(what: str, figure: str) -> None:
    print(f"{what:<45} {figure:>14}")


if __name__ == "__main__":
    main()
