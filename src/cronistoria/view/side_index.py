"""What settling asks of sides: what they do, say, arrange and bind themselves to, found by the keys of entries.

Every question gives days and ids of entries that may matter, in order of time; whether they do is for
`cronistoria.merge` to say. Entries that people rejected are left out.
"""

from collections.abc import Collection, Iterable, Sequence, Set

from cronistoria.merge import entry_keys as keys
from cronistoria.merge.neighbours import AT
from cronistoria.model.record import Polarity
from cronistoria.store.base import Reader

_LATEST = 400
_ALWAYS = -1, ""
EITHER: tuple[Polarity, ...] = ("affirmed", "negated")
Named = list[tuple[int, str]]
Days = tuple[int, int]
EVER: Days = (-1, 4_000_000)


class SideIndex:
    """Asks a reader."""

    def __init__(self, reader: Reader, left_out: Collection[str]) -> None:
        self._reader, self._left_out = reader, frozenset(left_out)
        self._cutoffs: dict[str, tuple[int, str]] = {}

    def deeds(self, sides: Iterable[str], acts: Iterable[str], days: Days, whom: Set[str]) -> Named:
        """What sides did within some days to any of those given; to whomever where either names nobody."""
        struck = (*whom, keys.NOBODY) if whom else (keys.EVERYBODY,)
        return self._named(keys.deed_keys(sides, acts, struck), days)

    def points(
        self,
        sides: Iterable[str],
        families: Sequence[str],
        subjects: Iterable[str],
        polarities: Sequence[Polarity] = EITHER,
        days: Days = EVER,
    ) -> Named:
        """Positions of sides, of some families and polarities, within some days, that share two subjects or more with
        those given.
        """
        return self._named(keys.point_keys(sides, families, polarities, subjects), days, least=2)

    def meetings(self, sides: Set[str], days: Days, told: Days | None) -> Named:
        """Contacts and appointments of sides that may lie within some days, or are first told within others."""
        lying = self._named(keys.meeting_keys(sides, *days, sought=True))
        told_then = self._named(map(keys.told_key, sides), told) if told else []
        return sorted({*lying, *told_then})

    def pending(self, sides: Iterable[str], days: Days) -> Named:
        """Appointments of sides that something within some days may keep or move."""
        return self._named(keys.pending_keys(sides, *days, sought=True))

    def deployments(self, sides: Iterable[str]) -> Named:
        """All deployments of sides."""
        return self._named(map(keys.deployment_key, sides))

    def due(self, sides: Iterable[str], acts: Iterable[str], days: Days) -> Named:
        """Positions first stated within some days that deeds of sides may decide."""
        return self._named(keys.due_keys(sides, acts), days)

    def stated(self, sides: Iterable[str], family: str, subjects: Iterable[str], days: Days) -> Named:
        """Commitments of sides first stated within some days that share two subjects with those given."""
        return self._named(keys.stated_keys(sides, family, subjects), days, least=2)

    def asked(self, sides: Iterable[str], subjects: Iterable[str], days: Days) -> Named:
        """Commitments to sides first stated within some days that share two subjects with those given."""
        return self._named(keys.asked_keys(sides, subjects), days, least=2)

    def cutoff(self, side: str) -> tuple[int, str]:
        """Where the latest of a side begin that links may lead to."""
        if side not in self._cutoffs:
            latest = self._reader.latest_by_key(keys.any_key(side), _LATEST + len(self._left_out))
            kept = [place for place in latest if place[1] not in self._left_out][-_LATEST:]
            self._cutoffs[side] = kept[0] if len(kept) == _LATEST else _ALWAYS
        return self._cutoffs[side]

    def first_cutoff(self, sides: Iterable[str], *, aimed: bool = False) -> tuple[int, str]:
        """The earliest cutoff of several sides; ``aimed``: of what is aimed at them."""
        return min((self.cutoff(AT + side if aimed else side) for side in sides), default=_ALWAYS)

    def _named(self, wanted: Iterable[str], days: Days | None = None, least: int = 1) -> Named:
        some = list(wanted)
        found: Iterable[tuple[int, str]] = self._reader.entries_by_key(some, days, least) if some else ()
        return [place for place in found if place[1] not in self._left_out]
