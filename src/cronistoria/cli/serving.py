"""What ``cronistoria serve`` does with its arguments; imported only when it runs."""

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import click

from cronistoria.build.opening import open_chronicle
from cronistoria.desk.analysis import Aside, make_reader
from cronistoria.desk.desk import Desk
from cronistoria.errors import CronistoriaError
from cronistoria.server.settings import ServerSettings
from cronistoria.settings import Settings


def serve_chronicle(crisis: str, options: Mapping[str, Any], opened: Callable[[str], object] | None = None) -> None:
    """Serves until interrupted; ``opened`` is given the address once it can be asked.

    Raises `CronistoriaError` without the packages that this needs.
    """
    settings = make_settings(crisis, options)
    reading = Settings(threads=options["threads"], actors=Path(options["actors"]) if options["actors"] else None)
    run = _load_server()
    with closing(open_chronicle(crisis)) as store, closing(Desk(store, Aside(partial(make_reader, reading)))) as desk:
        if settings.token is None and not settings.is_loopback:
            click.echo("Note: without --token, everybody who reaches this address may read, and nobody write", err=True)
        desk.open()
        with suppress(KeyboardInterrupt):
            run(desk, settings, opened or tell_address)


def tell_address(address: str) -> None:
    """Says where the pages are."""
    click.echo(f"Serving at {address} (stop with Ctrl-C)", err=True)


def make_settings(crisis: str, options: Mapping[str, Any]) -> ServerSettings:
    """The settings that the options describe; a chronicle is called by its file's or database's name."""
    name = Path(crisis.partition("?")[0]).stem or crisis
    names = {key: options[key] for key in ("host", "port", "hosts")}
    return ServerSettings(crisis=name, token=options["token"] or None, **names)


def _load_server() -> Any:
    try:
        from cronistoria.server.running import run
    except ImportError as error:
        raise CronistoriaError("serve needs FastAPI and others: pip install 'cronistoria[web]'") from error
    return run
