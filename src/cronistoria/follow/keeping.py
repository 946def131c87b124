"""What was fetched goes into the chronicle: read, kept in one transaction, merged when there is a moment."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from cronistoria.build.building import Building, Plan, Step
from cronistoria.build.merging import merge_new
from cronistoria.build.reading import make_worker
from cronistoria.ingest.piece import Piece
from cronistoria.store.base import Store
from cronistoria.workers import AHEAD, hired


class ChronicleKeeper:
    """A `following.Keeper` over a store."""

    def __init__(self, store: Store, building: Building, at_once: int) -> None:
        self._store, self._building, self.at_once = store, building, at_once

    def take(self, pieces: Sequence[Piece]) -> list[Step]:
        """Reads pieces, side by side if there are several workers; what became of each.

        Copies that must be read for themselves because of them are read too. What comes to a place for the second time
        waits for the first, of which it may be a version.
        """
        places = [piece.place for piece in pieces]
        new = next((number for number, place in enumerate(places) if place in places[:number]), len(places))
        steps = [step for piece in pieces[:new] for step in self._building.take(piece)]
        steps += self._building.finish()
        by_place = {step.place: step for step in reversed(steps)}
        return [by_place[place] for place in places[:new]] + (self.take(pieces[new:]) if new < len(places) else [])

    def settle(self) -> None:
        """Merges what is new."""
        merge_new(self._store)


@contextmanager
def keeping(store: Store, plan: Plan) -> Iterator[ChronicleKeeper]:
    """A keeper with readers of its own; what an earlier run left unmerged is merged first."""
    jobs = plan.settings.jobs
    with hired(partial(make_worker, plan.settings), jobs) as hand_over:
        merge_new(store)
        yield ChronicleKeeper(store, Building(store, plan, hand_over, 0), 1 if jobs == 1 else jobs * AHEAD)
