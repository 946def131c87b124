"""How quick merging is: `python -m benchmarks.merge [--records 100000] [--steps 10000 100000] [--per-day 250]`.

Records are generated. Shares of kinds, of dated records and of unnamed actors, and the lengths of contents are those
that 235 reports on one crisis gave (`docs/merge.md`): 55 % statements, 20 % events, 19 % positions, 4 % contacts, 2 %
deployments; 17 records a report; 5 % of statements and 35 % of contacts dated; a third without a named actor; actors by
Zipf's law. Each happening is told by one or more outlets in seven languages, also by Zipf's law, up to thirty; each
telling drops, adds and translates words, and widens or drops its date. More records are a longer crisis at the same
number of records a day; ``--per-day`` makes it denser. With ``--stems`` there are so many other words besides the 109
subjects, as in 5,100 records of 367 articles: 13 to 18 % of the words are subjects, the most frequent other word is
1.3 % of all, the tenth 0.5 %, the hundredth 0.17 %; of two statements of different weeks 5 to 9 % share a word, and 0.4
to 1 % come so near by chance that one speaker's on one day would be linked.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice, product
from typing import Any

from cronistoria.languages.subjects import load_subjects
from cronistoria.languages.tables import available_languages
from cronistoria.merge.merging import merge
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.identity import stable_id, text_id
from cronistoria.model.record import (
    Contact,
    Deployment,
    Event,
    Plover,
    Position,
    PositionType,
    Posture,
    Quantity,
    Record,
    Statement,
)
from cronistoria.model.source import Source, Telling
from cronistoria.model.span import Span

_START = date(2020, 1, 1)
_KINDS = {"statement": 55, "event": 20, "position": 19, "contact": 4, "deployment": 2}
_DATED = {"statement": 0.05, "event": 0.2, "position": 0.05, "contact": 0.35, "deployment": 0.18}
_TYPES: dict[PositionType, int] = {
    "demand": 20, "accusation": 12, "refusal": 12, "promise": 9, "offer": 8, "request": 7, "objection": 6, "support": 6,
    "condemnation": 5, "denial": 4, "warning": 3, "acceptance": 3, "threat": 3, "precondition": 1,
}  # fmt: skip
_EVENTS = {"ASSAULT": 71, "COERCE": 10, "PROTEST": 5, "RETREAT": 5, "AID": 3, "AGREE": 2, "SANCTION": 1}
_POSTURES: tuple[Posture, ...] = ("massed", "deployed", "moved", "attacking")
_ACTORS, _OUTLETS, _MOST_TOLD, _NAMELESS, _MEBI = 500, 120, 30, 1 / 3, 1024
_RECORDS, _SUBJECTS, _COMMON = 17, 0.15, 15


class Crisis:
    """Makes the tellings of one crisis."""

    def __init__(self, seed: int = 1, stems: int = 0) -> None:
        """``stems``: how many words there are besides those of the tables of subjects."""
        self._random = random.Random(seed)
        self._languages = available_languages("subjects")
        self._words = {code: load_subjects(code).subjects for code in self._languages}
        subjects, others = sorted(self._words[self._languages[0]]), list(islice(_made_words(), stems))
        self._keys = [*subjects, *others]
        self._frequent = _frequencies(len(subjects), stems)
        self._other, self._fewest = dict.fromkeys(others), 4 if others else 2
        self._actors = [_actor(number) for number in range(_ACTORS)]
        self._weights = [1 / (number + 1) for number in range(_ACTORS)]
        self._told = [1 / number**2 for number in range(1, _MOST_TOLD + 1)]

    def tellings(self, count: int, per_day: int) -> Iterator[Telling]:
        """So many records, day after day."""
        made, self._reports = 0, max(per_day // _RECORDS // _OUTLETS, 3)
        while made < count:
            day = _START + timedelta(days=made // per_day)
            for telling in self._happening(day, made):
                yield telling
                made += 1

    def _happening(self, day: date, number: int) -> Iterator[Telling]:
        """One happening, as some outlets tell it within three days."""
        choose = self._random
        kind = choose.choices(list(_KINDS), list(_KINDS.values()))[0]
        named = choose.random() > _NAMELESS or kind == "contact"
        who = tuple(dict.fromkeys(choose.choices(self._actors, self._weights, k=2))) if named else ()
        subjects = self._about(max(self._fewest, int(choose.expovariate(1 / 5))))
        shape = self._shape(kind, who)
        for outlet in choose.sample(range(_OUTLETS), choose.choices(range(1, _MOST_TOLD + 1), self._told)[0]):
            language = self._languages[outlet % len(self._languages)]
            published = day + timedelta(days=choose.choices((0, 1, 2), (6, 3, 1))[0])
            told = [subject for subject in subjects if choose.random() > 0.2] + self._about(1)
            words = " ".join(word if word in self._other else self._words[language][word][0] for word in told)
            when = self._date(day) if choose.random() < _DATED[kind] else None
            record = _record(kind, f"{number}-{outlet}", words, when, shape)
            source = Source(
                document=text_id(f"{outlet}{published}{choose.randrange(self._reports)}"), outlet=f"outlet {outlet}",
                published=_day(published), language=language,
            )  # fmt: skip
            yield Telling(record=record, source=source, actors=who)

    def _about(self, count: int) -> list[str]:
        """Subjects, and other words as often as reports have them."""
        return self._random.choices(self._keys, cum_weights=self._frequent, k=count)

    def _shape(self, kind: str, who: tuple[Actor, ...]) -> dict[str, Any]:
        """What all tellings of a happening share."""
        choose, ids = self._random, tuple(actor.id for actor in who)
        match kind:
            case "contact":
                return {"channel": choose.choice(("call", "meeting", "talks")), "participants": ids, "actors": ids}
            case "position":
                type_ = choose.choices(list(_TYPES), list(_TYPES.values()))[0]
                return {"type": type_, "actors": ids[:1], "recipients": ids[1:]}
            case "event":
                event = choose.choices(list(_EVENTS), list(_EVENTS.values()))[0]
                return {"plover": Plover(event), "actors": ids[:1], "recipients": ids[1:]}
            case "deployment":
                return {
                    "posture": choose.choice(_POSTURES),
                    "actors": ids[:1],
                    "men": choose.choice((500, 8000, 100_000)),
                }
            case _:
                return {"actors": ids[:1]}

    def _date(self, day: date) -> Date:
        """The day itself, seldom its month."""
        if self._random.random() < 0.9:
            return _day(day)
        first = day.replace(day=1)
        end = (first + timedelta(days=32)).replace(day=1)
        return Date(
            edtf=f"{first:%Y-%m}", start=first.isoformat(), end=end.isoformat(), precision="month", basis="explicit"
        )


def _made_words() -> Iterator[str]:
    """Words that no language has, each with its own beginning."""
    return map("".join, product("bdfgklmnprstvz", "aeiou", "bdfgklmnprstvz", "aeiou", ("n",)))


def _frequencies(subjects: int, others: int) -> list[float] | None:
    """Cumulated: subjects are as frequent as one another, others by their rank; nothing if there are no others."""
    if not others:
        return None
    ranks = [1 / (rank + _COMMON) for rank in range(others)]
    weights = [_SUBJECTS / subjects] * subjects + [(1 - _SUBJECTS) * rank / sum(ranks) for rank in ranks]
    return list(accumulate(weights))


def _record(kind: str, name: str, words: str, when: Date | None, shape: dict[str, Any]) -> Record:
    span = Span(0, len(words), words)
    given = {"recipients": (), **shape}
    men = given.pop("men", None)
    common = {
        "id": stable_id(kind, name), "plover": None, "cameo": None, "score": None, "date": when, "place": None,
        "polarity": "affirmed", "modality": "asserted", "attribution": (), "evidence": (span,), "trigger": span,
        "confidence": 0.7, "rule": "made",
    } | given  # fmt: skip
    who = common["actors"][0] if common["actors"] else None
    match kind:
        case "contact":
            return Contact(status="held", requested_by=None, duration=None, topics=(), outcome=None, **common)
        case "statement":
            return Statement(
                speaker=who, speaker_label=None if who else name, on_behalf_of=None, form="indirect", cue=None,
                cue_span=None, content=span, audience=(), via=None, **common,
            )  # fmt: skip
        case "position":
            return Position(content=span, condition=None, consequence=None, deadline=None, **common)
        case "deployment":
            quantity = Quantity(min=men, max=men, bound="exact", text=span)
            return Deployment(actor=who, force=span, quantity=quantity, direction=None, **common)
        case _:
            return Event(casualties=None, **common)


def _actor(number: int) -> Actor:
    if number % 2:
        return Actor(id=f"Q{number}", kind="person", name=f"Person {number}", country=f"C{number // 2 % 60:02}")
    return Actor(id=f"C{number // 2:02}", kind="state", name=f"State {number}", country=f"C{number // 2:02}")


def _day(day: date) -> Date:
    end = day + timedelta(days=1)
    return Date(edtf=day.isoformat(), start=day.isoformat(), end=end.isoformat(), precision="day", basis="explicit")


def main() -> None:
    """Prints the figures of each step, and how they grow."""
    parser = argparse.ArgumentParser(description="Measure merging over generated records.")
    parser.add_argument("--steps", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--per-day", type=int, default=250)
    parser.add_argument("--stems", type=int, default=0)
    options = parser.parse_args()
    before: float | None = None
    for count in options.steps:
        tellings = tuple(Crisis(stems=options.stems).tellings(count, options.per_day))
        start, worked = time.perf_counter(), time.process_time()
        merged = merge(tellings)
        seconds, worked = time.perf_counter() - start, time.process_time() - worked
        growth = f", {worked / before:.1f} times the step before" if before else ""
        several = sum(len(entry.sources) > 1 for entry in merged.entries)
        print(
            f"{len(tellings):>9,} records: {seconds:6.1f} s, {worked:.1f} s of one core{growth};"
            f" {len(merged.entries):,} entries, {several:,} told by more than one report;"
            f" peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBI:,.0f} MiB",
            flush=True,
        )
        before = worked


if __name__ == "__main__":
    main()
