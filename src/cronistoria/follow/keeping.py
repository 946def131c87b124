"""What was fetched goes into the chronicle: read, kept in one transaction, merged when there is a moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from cronistoria.build.building import Building, Plan, Step
from cronistoria.build.merging import merge_new
from cronistoria.build.reading import make_worker
from cronistoria.ingest.piece import Piece
from cronistoria.store.base import Store
from cronistoria.workers import hired


class ChronicleKeeper:
    """A `following.Keeper` over a store."""

    def __init__(self, store: Store, building: Building) -> None:
        self._store, self._building = store, building

    def take(self, piece: Piece) -> Step:
        """Reads one piece; copies that must be read for themselves because of it are read too."""
        first, *_ = (*self._building.take(piece), *self._building.finish())
        return first

    def settle(self) -> None:
        """Merges what is new."""
        merge_new(self._store)


@contextmanager
def keeping(store: Store, plan: Plan) -> Iterator[ChronicleKeeper]:
    """A keeper with a reader of its own; what an earlier run left unmerged is merged first."""
    with hired(partial(make_worker, plan.settings), 1) as hand_over:
        merge_new(store)
        yield ChronicleKeeper(store, Building(store, plan, hand_over, 0))
