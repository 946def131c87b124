"""``cronistoria serve``: the chronicle in a browser, and for programs."""

from typing import Any

import click

_EPILOG = """\b
Examples:
  cronistoria serve crisis.db
  cronistoria serve crisis.db --token "$(openssl rand -hex 16)"
  CRONISTORIA_TOKEN=… cronistoria serve postgresql://host/crisis --host 0.0.0.0 --name crisis.example.org
"""


@click.command("serve", epilog=_EPILOG)
@click.argument("crisis")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any free one.")
@click.option("--token", envvar="CRONISTORIA_TOKEN", show_envvar=True, help="Lets its holder add reports and judge.")
@click.option("--name", "hosts", multiple=True, help="A host name that browsers may use; may be repeated.")
@click.option("--actors", type=click.Path(), metavar="FILE", help="Your own actors, a TOML file.")
@click.option("--threads", type=click.IntRange(0), default=0, help="Threads of the model (default: its own choice).")
def serve(crisis: str, **options: Any) -> None:
    """Serve the chronicle CRISIS as pages and as an HTTP interface (/api/v1), until interrupted.

    It listens to this machine alone unless --host says otherwise. Nothing can be changed unless there is a token;
    whoever shows it may add reports and judge.
    """
    from cronistoria.cli.serving import serve_chronicle

    serve_chronicle(crisis, options)
