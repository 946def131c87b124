"""What settling asks of a side in the tables of a `Spool`: what it does, says and arranges.

Every question gives days and ids of entries that may matter, in order of time; whether they do is for
`cronistoria.merge` to say.
"""

import sqlite3
from collections.abc import Iterable, Sequence, Set

from cronistoria.model.record import Polarity

_LATEST = 400
_ALWAYS = -1, ""
EITHER: tuple[Polarity, ...] = ("affirmed", "negated")
APART = "\n"

Named = list[tuple[int, str]]
Days = tuple[int, int]
EVER: Days = (-1, 4_000_000)


class SideIndex:
    """Asks a spool's database."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._cutoffs: dict[str, tuple[int, str]] = {}

    def deeds(self, side: str, acts: Iterable[str], days: Days, whom: Set[str]) -> Named:
        """What a side did within some days to any of those given; to whomever where either names nobody."""
        wanted = sorted(acts)
        question = (
            "SELECT DISTINCT day, id, struck FROM deed "
            f"WHERE side = ? AND act IN ({_marks(wanted)}) AND day BETWEEN ? AND ?"
        )
        rows = self._database.execute(question, (side, *wanted, *days))
        return [(day, id_) for day, id_, struck in rows if not (whom and struck) or whom & set(struck.split(APART))]

    def points(
        self,
        side: str,
        families: Sequence[str],
        subjects: Iterable[str],
        polarities: Sequence[Polarity] = EITHER,
        days: Days = EVER,
    ) -> Named:
        """Positions of a side, of some families and polarities, within some days, that share two subjects or more with
        those given.
        """
        about = sorted(subjects)
        question = (
            f"SELECT day, id FROM point WHERE side = ? AND family IN ({_marks(families)}) "
            f"AND polarity IN ({_marks(polarities)}) AND subject IN ({_marks(about)}) AND day BETWEEN ? AND ? "
            "GROUP BY day, id HAVING COUNT(*) > 1 ORDER BY day, id"
        )
        return self._database.execute(question, (side, *families, *polarities, *about, *days)).fetchall()

    def meetings(self, side: str, days: tuple[int, int], told: tuple[int, int]) -> Named:
        """Contacts and appointments of a side that may lie within some days, or are first told within others."""
        question = (
            "SELECT day, id FROM meeting WHERE side = ? AND ((first <= ? AND last >= ?) OR told BETWEEN ? AND ?) "
            "ORDER BY day, id"
        )
        return self._database.execute(question, (side, days[1], days[0], *told)).fetchall()

    def of_strand(self, side: str, strand: str) -> Named:
        """What a side has of a strand among its latest."""
        question = "SELECT day, id FROM member WHERE side = ? AND strand = ? AND (day, id) >= (?, ?) ORDER BY day, id"
        return self._database.execute(question, (side, strand, *self.cutoff(side))).fetchall()

    def cutoff(self, side: str) -> tuple[int, str]:
        """Where the latest of a side begin that links may lead to."""
        if side not in self._cutoffs:
            question = "SELECT day, id FROM member WHERE side = ? ORDER BY day DESC, id DESC LIMIT 1 OFFSET ?"
            self._cutoffs[side] = self._database.execute(question, (side, _LATEST - 1)).fetchone() or _ALWAYS
        return self._cutoffs[side]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
