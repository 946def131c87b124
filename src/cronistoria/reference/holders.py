"""Who held which office when: tenures by office and country, and by the name of the holder.

``officeholders.csv`` (Wikidata, to January 2025) and ``officeholders_extra.csv`` (by hand) come in; a row of the second
takes the place of a row of the first about the same person, office, country and year. ``name_keys.tsv`` holds the keys
of all names (see ``names.py``); ``models/reference/build_name_keys.py`` makes it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import resources

import msgspec

from cronistoria.model.dates import Date
from cronistoria.model.edtf import parse_edtf
from cronistoria.reference.names import name_keys, plain, split_name
from cronistoria.reference.tables import read_rows

# An office left at an unknown time between the two states of the data: see models/reference/build_officeholders.py.
LEFT_BETWEEN, LEFT_BY = "2023~", "2025-01-31"
FAMILY_FIRST = frozenset(("CHN", "TWN", "HKG", "MAC", "KOR", "PRK", "VNM", "KHM", "ETH", "ERI"))
ALIKE = 0.7

Key = tuple[str, ...]


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """A person in an office: ``office`` is an office key ("president"), ``country`` a state or organisation code.

    ``wikidata`` is empty where the item is not known. ``start`` and ``end`` are EDTF dates, ``None`` where unknown or
    still open.
    """

    wikidata: str
    name: str
    country: str
    office: str
    start: str | None
    end: str | None

    def holds(self, start: str, end: str) -> bool:
        """Whether the office may have been held at some time of a half-open interval of ISO dates."""
        first = parse_edtf(self.start)[0] if self.start else None
        last = LEFT_BY if self.end == LEFT_BETWEEN else parse_edtf(self.end)[1] if self.end else None
        return (first is None or first < end) and (last is None or last > start)


class Tenures(msgspec.Struct, frozen=True):
    """Rows of the tables by the holder's name, and by office and country; they become tenures when asked for."""

    by_name: dict[str, list[list[str]]]
    by_office: dict[tuple[str, str], list[list[str]]]


@cache
def load_tenures() -> Tenures:
    """All rows of both tables."""
    extra, known = list(read_rows("officeholders_extra.csv")), list(read_rows("officeholders.csv"))
    better = {_seat(row) for row in extra}
    named = {row[1] for row in extra}
    items = {row[1]: row[0] for row in known if row[1] in named} | {(r[1], r[2]): r[0] for r in known if r[1] in named}
    tenures = Tenures({}, {})
    for row in known:
        if row[1] not in named or _seat(row) not in better:
            _add(row, tenures)
    for item, name, country, *rest in extra:
        _add([item or items.get((name, country)) or items.get(name, ""), name, country, *rest], tenures)
    return tenures


def _add(row: list[str], tenures: Tenures) -> None:
    tenures.by_name.setdefault(row[1], []).append(row)
    tenures.by_office.setdefault((row[3], row[2]), []).append(row)


def _seat(row: list[str]) -> tuple[str, str, str, str]:
    return row[1], row[2], row[3], row[4][:4]


def _tenure(row: list[str]) -> Tenure:
    item, name, country, office, start, end = row[:6]
    return Tenure(wikidata=item, name=name, country=country, office=office, start=start or None, end=end or None)


def holders(office: str, country: str, at: Date | None) -> tuple[Tenure, ...]:
    """Who held an office at a date, the latest to begin first; with no date, whoever held it last."""
    known = [_tenure(row) for row in load_tenures().by_office.get((office, country), ())]
    known.sort(key=lambda t: (t.start or "", t.end is None, t.name), reverse=True)
    if at is None or at.start is None or at.end is None:
        return tuple(known[:1])
    start, end = at.start, at.end
    return tuple(tenure for tenure in known if tenure.holds(start, end))


@lru_cache(maxsize=1 << 12)
def people(name: Key) -> tuple[Tenure, ...]:
    """All tenures of the persons that a name may mean, in whatever spelling or script: a surname, or a full name."""
    by_name = load_tenures().by_name
    return tuple(_tenure(row) for known in _names_like(name) for row in by_name[known])


@lru_cache(maxsize=1 << 12)
def is_surname(word: str) -> bool:
    """Whether a word is the last name of somebody in the tables and the first of nobody, in any spelling or script.

    >>> is_surname("Guterres"), is_surname("Martin")
    (True, False)
    """
    keys = [
        key.split(" ") for (own, *more) in name_keys([word]) if not more for key, _ in _names_with(own) if " " in key
    ]
    words = {own for own, *more in name_keys([word]) if not more}
    return any(key[-1] in words for key in keys) and not any(key[0] in words for key in keys)


@cache
def load_name_lines() -> list[str]:
    """The lines of ``name_keys.tsv``, sorted: a word of a key (its last or its first), the key, the name."""
    return resources.files("cronistoria.reference").joinpath("name_keys.tsv").read_text(encoding="utf-8").splitlines()


def _names_with(word: str) -> list[tuple[str, str]]:
    """Keys whose last or first word is the one, and the names that they are of."""
    lines = load_name_lines()
    found = []
    for position in range(bisect_left(lines, f"{word}\t"), len(lines)):
        known, key, name = lines[position].split("\t")
        if known != word:
            break
        found.append((key, name))
    return found


def is_spelling(words: Key, name: str) -> bool:
    """Whether the tables list the keys of words as a spelling of a name, an alias included."""
    return any(key == " ".join(words) and known == name for key, known in _names_with(words[-1]))


def _names_like(name: Sequence[str]) -> list[str]:
    """Known names that fit, by the strictest of the tests that finds any."""
    found: list[str] = []
    for key in name_keys(name):
        found += _with_surname(key[0]) if len(key) == 1 else _with_words(key)
    found = list(dict.fromkeys(found))
    words = {plain(word).strip() for word in split_name(name)}
    same = [
        known for known in found if len(words) == 1 and words <= {plain(w).strip() for w in split_name(known.split())}
    ]
    return same or found


def _with_surname(word: str) -> list[str]:
    near = _names_with(word)
    last = [name for key, name in near if key.rpartition(" ")[2] == word]
    return last + [name for _, name in near if name not in last and _family_first(name)]


def _with_words(key: Key) -> list[str]:
    words = set(key)
    parted = [(tuple(known.split(" ")), name) for word in key for known, name in _names_with(word)]
    same = [name for known, name in parted if known == key]
    if same:
        return same
    inside = [name for known, name in parted if len(known) > 1 and (words <= set(known) or words >= set(known))]
    return inside or [name for known, name in parted if known[-1] == key[-1] and _given_alike(known[0], key[0])]


def _given_alike(known: str, given: str) -> bool:
    """Whether two first names may be one: an initial, a short form, or other letters of the same sound."""
    if known[0] != given[0]:
        return False
    return known.startswith(given) or given.startswith(known) or SequenceMatcher(None, known, given).ratio() >= ALIKE


def _family_first(name: str) -> bool:
    return any(row[2] in FAMILY_FIRST for row in load_tenures().by_name[name])
