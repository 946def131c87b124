"""Follows into a file and is killed on the way: ``python -m tests.follow.dying FEED CRISIS MOMENT NUMBER``.

Run by test_kill. MOMENT is where: when a feed's items are queued, an article was fetched, read, or kept; NUMBER is
which.
"""

import os
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from cronistoria.cli.following import stopping
from cronistoria.follow.following import Following
from cronistoria.follow.journal import Journal
from cronistoria.follow.keeping import keeping
from cronistoria.follow.state import State
from cronistoria.reader import Reader
from cronistoria.store.opening import open_store
from cronistoria.store.sql_writer import SqlWriter
from tests.build.calls import CallAnalyser
from tests.follow.made import PLAN, Clock, feeds


def main(feed: str, crisis: str, moment: str, number: int) -> None:
    passed = 0

    def dying(owner: Any, name: str, here: str) -> None:
        work = getattr(owner, name)

        def done(*given: Any, **named: Any) -> Any:
            nonlocal passed
            result = work(*given, **named)
            passed += here == moment
            if passed == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        setattr(owner, name, done)

    dying(State, "keep_feed", "queued")
    dying(Following, "_fetch", "fetched")
    dying(SqlWriter, "keep_file", "written")
    dying(Following, "_take", "read")
    dying(State, "keep", "kept")
    Reader.analyser = CallAnalyser()  # type: ignore[assignment]
    clock = Clock()
    with (
        closing(State(Path(f"{crisis}.follow"))) as state,
        closing(open_store(crisis, create=True)) as store,
        keeping(store, PLAN) as keeper,
    ):
        following = Following(feeds(feed), state, keeper, Journal("json", clock), clock)
        with stopping(following):
            following.run(once=moment != "stopped")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
