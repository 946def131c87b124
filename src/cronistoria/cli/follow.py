"""``cronistoria follow``: feeds in, a chronicle that grows."""

from pathlib import Path
from typing import Any

import click

_EPILOG = """\b
Examples:
  cronistoria follow feeds.toml -o crisis.db
  cronistoria follow feeds.toml -o crisis.db --once
  cronistoria follow feeds.toml -o crisis.db --log-format json --health 127.0.0.1:9187
"""
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("follow", epilog=_EPILOG)
@click.argument("feeds", type=_FILE)
@click.option("-o", "--output", "crisis", required=True, metavar="CRISIS", help="The chronicle, made if there is none.")
@click.option("--once", is_flag=True, help="Look at each feed once, read what is new, and end.")
@click.option("--interval", metavar="LENGTH", help="Between two looks at a feed: 90s, 15m, 6h (default: the file's).")
@click.option("--state", type=_FILE, metavar="FILE", help="What following remembers (default: CRISIS.follow).")
@click.option("--log-format", type=click.Choice(("text", "json")), default="text", help="Lines on stderr (text).")
@click.option("--health", metavar="HOST:PORT", help="Serve /health and /metrics (Prometheus) there.")
@click.option("--actors", type=_FILE, metavar="FILE", help="Your own actors, a TOML file.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, help="Processes that read (default: 1).")
@click.option("--threads", type=click.IntRange(0), default=0, help="Threads of the model (default: its own choice).")
def follow(feeds: Path, crisis: str, **options: Any) -> None:
    """Follow the feeds that FEEDS, a TOML file, names, and read what is new into the chronicle.

    Sites are asked politely: robots.txt, a pause between requests to one host, nothing again that has not changed.
    Private addresses are never asked. Killed at any moment, it goes on where it was; it ends by itself only with
    --once, else with SIGTERM or Ctrl-C, after what is under way.
    """
    from cronistoria.cli.following import follow_feeds

    follow_feeds(feeds, crisis, options)
