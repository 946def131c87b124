"""Which person of the world a name of the report is of, at the report's date.

Names of one bearer come in with what stands beside them; the tenures of the person that fits best go out, none if
nobody does or several do equally well. A full name needs little else; a surname needs an office, or a country that the
report names.
"""

from collections.abc import Iterable, Sequence

import msgspec

from cronistoria.compose.clusters import Cluster, Words
from cronistoria.compose.offices import LEADERS, is_in_office, office_fits, role_of, weight
from cronistoria.compose.spelling import given_names_fit, name_words, same_word, slug
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.reference.holders import is_spelling
from cronistoria.reference.names import plain
from cronistoria.reference.world import Tenure, World

GENERATION = 40
LEAST_REMEMBERED, YEARS_REMEMBERED, YEARS_AHEAD = "foreign_minister", 8, 2
Tenures = tuple[Tenure, ...]


class Hint(msgspec.Struct, frozen=True):
    """What words beside a name say of its bearer: an office, and whose it is."""

    office: str | None
    codes: tuple[str, ...]
    former: bool

    def fits(self, tenure: Tenure) -> bool:
        """Whether a tenure is what the words say."""
        office = self.office is None or office_fits(self.office, tenure.office)
        return office and (not self.codes or tenure.country in self.codes)


class Ground(msgspec.Struct, frozen=True):
    """What a name is judged on: the reference data, the report's date, and the bodies that the report names.

    ``states``: those of them, told of most, whose offices a title without an owner may mean.
    """

    world: World
    at: Date | None
    codes: frozenset[str]
    states: tuple[str, ...] = ()

    def current(self, tenures: Iterable[Tenure]) -> list[Tenure]:
        """The tenures at the report's date, all of them if it has none."""
        return [t for t in tenures if self.at is None or is_in_office(t, self.at)]


def identify(cluster: Cluster, hints: Sequence[Hint], ground: Ground) -> Tenures:
    """All tenures of the person whom the names of a cluster are of."""
    scored = [
        (_score(tenures, hints, ground), tenures)
        for tenures in _candidates(cluster, hints, ground)
        if _is_likely(tenures, hints, ground, cluster.fullest)
    ]
    scored.sort(key=lambda pair: pair[0], reverse=True)
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return ()
    return scored[0][1]


def known_person(tenures: Tenures, hints: Sequence[Hint], ground: Ground) -> Actor:
    """A person of the reference data: the office that the text names if it is held, else the weightiest."""
    current = ground.current(tenures) if ground.at else []
    told = tuple(t for t in tenures if any(hint.office and hint.fits(t) for hint in hints))
    said = [t for t in current if t in told]
    states = [t for t in told if _is_of_state(t, ground)]
    if current and not said and states and not any(_is_of_state(t, ground) for t in current):
        return person_of_tenure(_nearest(tuple(states), ground))
    if current:
        return person_of_tenure(max(said or current, key=lambda t: (weight(t.office), t.start or "")))
    actor = person_of_tenure(_nearest(told or tenures, ground))
    return msgspec.structs.replace(actor, role=_said_role(hints), country=_said_country(hints) or actor.country)


def unknown_person(cluster: Cluster, hints: Sequence[Hint]) -> Actor:
    """A person whom only the text knows, under the fullest form of the name, in Latin letters."""
    name = " ".join(max(cluster.names, key=_length))
    if name.isupper():
        name = name.title()
    if not any("a" <= letter <= "z" for letter in name.lower()):
        name = plain(name).title()
    return Actor(
        id=f"person:{slug(name)}", kind="person", name=name, country=_said_country(hints), role=_said_role(hints)
    )


def person_of_tenure(tenure: Tenure) -> Actor:
    """The holder of an office."""
    return Actor(
        id=tenure.wikidata or f"person:{slug(tenure.name)}", kind="person", name=tenure.name, country=tenure.country,
        role=role_of(tenure.office), wikidata=tenure.wikidata or None,
    )  # fmt: skip


def _candidates(cluster: Cluster, hints: Sequence[Hint], ground: Ground) -> list[Tenures]:
    """The tenures of each person of the world whose name fits: as written, by surname, or by office."""
    fullest = cluster.fullest
    found = [t for name in cluster.names if _length(name) == len(fullest) for t in ground.world.people(tuple(name))]
    if not found and len(fullest) > 1:
        surnames = dict.fromkeys(tuple(name)[-1:] for name in cluster.names)
        found = [t for surname in surnames for t in ground.world.people(surname) if _name_fits(fullest, t)]
    offices = {(h.office, code): None for h in hints if h.office for code in h.codes or ground.states}
    for office, code in offices:
        found += [t for t in ground.world.holders(office, code, ground.at) if _name_fits(fullest, t)]
    people: dict[str, dict[Tenure, None]] = {}
    for tenure in found:
        people.setdefault(tenure.wikidata or tenure.name, {})[tenure] = None
    return [tuple(tenures) for tenures in people.values()]


def _name_fits(words: Words, tenure: Tenure) -> bool:
    """Whether a name may be that of a holder, a slip in the surname aside."""
    known = name_words(tenure.name.split())
    if len(words) > 1 and is_spelling(words, tenure.name):
        return True
    if not known or not any(same_word(words[-1], word) for word in known):
        return False
    return len(words) == 1 or given_names_fit(words[:-1], [w for w in known if not same_word(words[-1], w)] or known)


def _score(tenures: Tenures, hints: Sequence[Hint], ground: Ground) -> tuple[int, bool, bool, int]:
    """How well a person fits: words beside the name, in office, country named, weight of the office."""
    current = ground.current(tenures)
    fitting = sum(any(hint.fits(t) for t in (tenures if hint.former else current)) for hint in hints)
    loosely = any(set(hint.codes) & {t.country for t in tenures} for hint in hints)
    named = any(t.country in ground.codes for t in tenures)
    heaviest = max(weight(t.office) for t in current or tenures)
    return 2 * fitting + loosely, bool(current), named, heaviest


def _is_likely(tenures: Tenures, hints: Sequence[Hint], ground: Ground, fullest: Words) -> bool:
    """Whether a name may be of a person at all; for a surname alone something must speak for it."""
    countries, full = {t.country for t in tenures}, len(fullest) > 1
    said = {code for hint in hints for code in hint.codes}
    current = ground.current(tenures)
    if said and not said & countries:
        return full and _is_shared_office(current, hints, ground)
    lately = [t for t in tenures if _is_near(t, ground.at, behind=1)]
    if any(hint.fits(t) for hint in hints for t in (tenures if hint.former else current + lately)):
        return True
    offices = {hint.office for hint in hints if hint.office and not hint.former}
    if not full and offices and not (offices & LEADERS and any(t.office in LEADERS for t in current)):
        return False
    named = bool(countries & ground.codes)
    if full and not (_ends_alike(fullest, tenures[0]) and (current or _is_whole(fullest, tenures, ground.at))):
        return False
    if full:
        weighty = any(weight(t.office) >= weight(LEAST_REMEMBERED) for t in tenures)
        by_name = (bool(current) or weighty) and _name_fits(fullest, tenures[0])
        return _may_act(tenures, ground.at) and (named or by_name)
    heaviest = max((weight(t.office) for t in current), default=0)
    if current:
        return named or (heaviest > 0 and ground.at is not None)
    return named and any(weight(t.office) >= weight(LEAST_REMEMBERED) and _is_near(t, ground.at) for t in tenures)


def _is_shared_office(current: Sequence[Tenure], hints: Sequence[Hint], ground: Ground) -> bool:
    """Whether somebody holds the office that the text names for an organisation: an envoy of two, told by one."""
    bodies = [ground.world.body(code) for hint in hints for code in hint.codes]
    if any(body is None or body.kind == "state" for body in bodies):
        return False
    return any(hint.office and office_fits(hint.office, t.office) for hint in hints for t in current)


def _is_near(tenure: Tenure, at: Date | None, behind: int = YEARS_REMEMBERED) -> bool:
    """Whether a tenure ended not long before a date, or began soon after it: its holder was spoken of then."""
    if at is None or at.start is None:
        return False
    year, first, last = int(at.start[:4]), (tenure.start or "")[:4], (tenure.end or "")[:4]
    ended = last.isdigit() and 0 <= year - int(last) <= behind
    return ended or (first.isdigit() and 0 <= int(first) - year <= YEARS_AHEAD)


def _ends_alike(words: Words, tenure: Tenure) -> bool:
    """Whether a full name ends in the holder's last name, or holds all of the holder's names."""
    known = name_words(tenure.name.split())
    alike = bool(known) and (same_word(words[-1], known[-1]) or set(known) <= set(words))
    return alike or is_spelling(words, tenure.name)


def _is_whole(words: Words, tenures: Tenures, at: Date | None) -> bool:
    """Whether a name has as many parts as the holder's; with more or fewer only one spoken of lately is meant."""
    return len(name_words(tenures[0].name.split())) == len(words) or any(_is_near(t, at) for t in tenures)


def _may_act(tenures: Tenures, at: Date | None) -> bool:
    """Whether a person known by tenures may act at a date: a generation before them to a generation after."""
    if at is None or at.start is None:
        return True
    years = [int(day[:4]) for t in tenures for day in (t.start, t.end) if day and day[:4].isdigit()]
    return not years or min(years) - GENERATION <= int(at.start[:4]) <= max(years) + GENERATION


def _is_of_state(tenure: Tenure, ground: Ground) -> bool:
    body = ground.world.body(tenure.country)
    return body is None or body.kind == "state"


def _nearest(tenures: Tenures, ground: Ground) -> Tenure:
    """The last tenure begun before a date, those of states before others, else the first after it."""
    day = ground.at.start if ground.at and ground.at.start else "9999"
    before = [t for t in tenures if (t.start or "") <= day]
    if before:
        return max(before, key=lambda t: (_is_of_state(t, ground), t.start or "", weight(t.office)))
    return min(tenures, key=lambda t: (t.start or "", -weight(t.office)))


def _length(name: Iterable[str]) -> int:
    return len(name_words(tuple(name)))


def _said_role(hints: Sequence[Hint]) -> str | None:
    return next((role_of(h.office) for h in hints if h.office and not h.former), None)


def _said_country(hints: Sequence[Hint]) -> str | None:
    return next((h.codes[0] for h in hints if h.codes), None)
