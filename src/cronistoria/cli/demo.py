"""``cronistoria demo``: the example crisis in a browser."""

from typing import Any

import click

_EPILOG = """\b
Examples:
  cronistoria demo
  cronistoria demo --no-browser --port 8080
"""


@click.command("demo", epilog=_EPILOG)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="0 for any free one.")
@click.option("--browser/--no-browser", default=True, help="Whether to open the pages in a browser.")
@click.option("--token", envvar="CRONISTORIA_TOKEN", show_envvar=True, help="Lets its holder add reports and judge.")
@click.option("--rebuild", is_flag=True, help="Read the reports anew.")
def demo(**options: Any) -> None:
    """Show the chronicle of the example crisis: reports in seven languages on the crisis over Ukraine, 2021 and 2022.

    The reports come with the program and are read the first time, in about half a minute; the chronicle stays in the
    user's cache. It is served to this machine alone until interrupted.
    """
    from cronistoria.cli.demonstrating import show_demo

    show_demo(options)
