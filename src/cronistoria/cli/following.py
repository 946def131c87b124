"""What ``cronistoria follow`` does with its arguments; imported only when it runs."""

import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import msgspec

from cronistoria.build.building import Plan
from cronistoria.build.opening import open_chronicle
from cronistoria.errors import CronistoriaError, InputError
from cronistoria.follow.feeds import Feeds, load_feeds, seconds
from cronistoria.ingest.document import Given
from cronistoria.settings import Settings

if TYPE_CHECKING:
    from cronistoria.follow.following import Following

_PATIENCE = 4


def follow_feeds(path: Path, crisis: str, options: Mapping[str, Any]) -> None:
    """Follows the feeds of a file into a chronicle until told to stop, or once."""
    try:
        from cronistoria.follow.following import Following
        from cronistoria.follow.health import Health, serving
        from cronistoria.follow.journal import Journal
        from cronistoria.follow.keeping import keeping
        from cronistoria.follow.state import State
    except ImportError as error:
        raise CronistoriaError(f"follow needs {error.name}: pip install 'cronistoria[sources]'") from error
    feeds, clock = _with_interval(load_feeds(path), options["interval"]), time.time
    settings = Settings(
        size_limit=feeds.size_limit, jobs=options["jobs"], threads=options["threads"], actors=options["actors"]
    )
    plan = Plan(settings=settings, given=Given(), versions=True)
    journal = Journal(options["log_format"], clock)
    health = Health(journal, clock, max(_PATIENCE * seconds(feeds.interval), 600.0))
    with (
        closing(State(options["state"] or state_path(crisis))) as state,
        closing(open_chronicle(crisis, create=True)) as store,
        keeping(store, plan) as keeper,
        serving(health, options["health"]) if options["health"] else nullcontext(),
    ):
        following = Following(feeds, state, keeper, journal, clock)
        with stopping(following):
            journal.tell("start", feeds=len(feeds.feed), queued=state.queued())
            following.run(once=options["once"])
            journal.tell("end", queued=state.queued())


@contextmanager
def stopping(following: "Following") -> Iterator[None]:
    """SIGTERM and Ctrl-C end the run when what is under way is done; a second Ctrl-C at once."""

    def stop(number: int, frame: FrameType | None) -> None:
        following.stop()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def state_path(crisis: str) -> Path:
    """Where following remembers: beside a file, or in the folder that one stands in, named after the database."""
    return Path(f"{crisis.rstrip('/').rpartition('/')[2] if '://' in crisis else crisis}.follow")


def _with_interval(feeds: Feeds, interval: str | None) -> Feeds:
    if interval is None:
        return feeds
    try:
        seconds(interval)
    except ValueError as error:
        raise InputError(f"--interval {error}") from error
    each = tuple(msgspec.structs.replace(feed, interval=None) for feed in feeds.feed)
    return msgspec.structs.replace(feeds, interval=interval, feed=each)
