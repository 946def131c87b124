"""What ``cronistoria demo`` does with its arguments; imported only when it runs."""

import hashlib
import os
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import click

from cronistoria.build.building import Plan
from cronistoria.build.opening import open_chronicle
from cronistoria.cli.building import fill
from cronistoria.cli.serving import serve_chronicle, tell_address
from cronistoria.errors import StoreError
from cronistoria.examples import example_crisis
from cronistoria.ingest.document import Given
from cronistoria.languages.tables import languages_digest
from cronistoria.parse.bundle import model_path
from cronistoria.settings import Settings
from cronistoria.version import __version__

_NAME = "example-crisis"
_MOST_PROCESSES = 4
_ANYWHERE = ("0.0.0.0", "[::]")


def show_demo(options: Mapping[str, Any]) -> None:
    """Builds the example crisis if it is not there, and serves it until interrupted."""
    files = example_crisis()
    crisis = build_example(cache_folder() / _digest(files), files, again=options["rebuild"])
    serving = {"hosts": (), "threads": 0, "actors": None, **options}
    serve_chronicle(str(crisis), serving, _open_browser if options["browser"] else tell_address)


def build_example(folder: Path, files: Sequence[Path], *, again: bool = False) -> Path:
    """The chronicle of the example crisis in a folder; what is there already is not read again."""
    crisis = folder / f"{_NAME}.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made ({(error.strerror or str(error)).lower()})") from error
    if again or not crisis.exists():
        click.echo(f"Reading the {len(files)} reports of the example crisis, this once …", err=True)
    settings = Settings(jobs=min(_MOST_PROCESSES, os.cpu_count() or 1))
    with closing(open_chronicle(str(crisis), create=True)) as store:
        fill(store, files, Plan(settings=settings, given=Given(), again=again))
    return crisis


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library/Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "cronistoria"


def _digest(files: Sequence[Path]) -> str:
    """Changes with everything that the chronicle depends on: program, model, word lists and reports."""
    digest = hashlib.sha256(f"{__version__} {languages_digest()}".encode())
    for file in (model_path(), *files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _open_browser(address: str) -> None:
    """Says where the pages are, and shows them if there is a browser with windows."""
    tell_address(address)
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is webbrowser.GenericBrowser:
        return
    shown = address
    for anywhere in _ANYWHERE:
        shown = shown.replace(anywhere, "localhost")
    Thread(target=browser.open, args=(shown,), daemon=True).start()
