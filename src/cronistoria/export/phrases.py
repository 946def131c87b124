"""Actors, durations and quantities for readers, in the language of the labels."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import msgspec
from babel import Locale
from babel.core import get_global
from babel.numbers import format_decimal
from babel.units import format_unit

from cronistoria.export.dates import say_date
from cronistoria.languages.labels import Labels, load_labels
from cronistoria.languages.names import load_names
from cronistoria.languages.tables import available_languages
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.record import Bound, Duration, Quantity
from cronistoria.model.report import Report
from cronistoria.reference.names import plain

_MINUTES_IN_HOUR = 60
_LONG_DURATION = 180
_MOST_NUMBERS = 10_000
_LARGEST = 1e15


class Speaker(msgspec.Struct, frozen=True):
    """Says what a report holds in one language: labels, the language's code, the report's actors by id."""

    labels: Labels
    language: str
    actors: dict[str, Actor]

    def date(self, value: Date) -> str:
        """A date as `say_date` says it."""
        return say_date(value, self.labels.dates, self.language)

    def actor(self, actor_id: str | None, *, full: bool = False) -> str:
        """The name of an actor; ``full`` adds a person's role and country."""
        actor = self.actors.get(actor_id or "")
        if actor is None:
            return actor_id or self.labels.phrases.unknown_actor
        unnamed = self._unnamed(actor)
        if unnamed:
            return unnamed
        name = self.body(actor.id) or actor.name
        role = self.role(actor) if full and actor.kind in ("person", "office", "group") else ""
        return self.labels.phrases.actor_with_role.format(name=name, role=role) if role else name

    def parties(self, actor_ids: tuple[str, ...], *, full: bool = False) -> str:
        """Names in a row."""
        return ", ".join(self.actor(actor_id, full=full) for actor_id in actor_ids)

    def territory(self, code: str) -> str | None:
        """The name of a state by its ISO 3166-1 alpha-3 code; ``None`` for what is no such code."""
        aliases = get_global("territory_aliases")
        short = aliases.get(code, aliases.get(_KOSOVO.get(code, ""), ()))
        return Locale(self.language).territories.get(short[0]) if short and len(code) == 3 else None

    def body(self, code: str) -> str | None:
        """The name of a state, an organisation, an armed group or a bloc by its id; ``None`` where none is known."""
        if territory := self.territory(code):
            return territory
        chronicle = self.labels.chronicle
        if chronicle and code in chronicle.parties:
            return chronicle.parties[code][1]
        return next(iter(_bodies(self.language).get(code, ())), None)

    def place(self, name: str) -> str:
        """A place by its English name, as the language calls it; most names are the same everywhere."""
        return next(iter(_exonyms(self.language).get(name, ())), name)

    def place_called(self, said: str) -> str | None:
        """The English name of a place by what the language calls it; ``None`` if it has no name of its own for it."""
        return _called(self.language).get(plain(said))

    def duration(self, value: Duration) -> str:
        """ "meno di 60 minuti", "più di 3,5 ore"."""
        in_hours = value.minutes >= _LONG_DURATION
        amount = value.minutes / _MINUTES_IN_HOUR if in_hours else value.minutes
        unit = "duration-hour" if in_hours else "duration-minute"
        return self.bounded(format_unit(round(amount, 2), unit, locale=self.language), value.bound)

    def quantity(self, value: Quantity) -> str:
        """ "più di 100.000", "1.200–1.500"; the words themselves where the text gives no number."""
        low, high = value.min, value.max
        phrases = self.labels.phrases
        if low is None and high is None:
            return value.text.text
        if low is not None and high is not None:
            said = self.number(low) if low == high else phrases.span.format(min=self.number(low), max=self.number(high))
            return self.bounded(said, value.bound)
        if value.bound in ("under", "over"):
            return self.bounded(self.number(low if low is not None else high or 0), value.bound)
        template, number = (phrases.at_least, low) if low is not None else (phrases.at_most, high)
        return template.format(value=self.number(number or 0))

    def number(self, value: float) -> str:
        """A number with the language's separators."""
        return _format_number(round(value, 2), self.language)

    def bounded(self, said: str, bound: Bound) -> str:
        """A value with its bound said."""
        return self.labels.bound[bound].format(value=said)

    def problem(self, message: str) -> str:
        """What a problem says."""
        for template, said in self.labels.problem.items():
            if match := _as_pattern(template).fullmatch(message):
                return said.format_map(match.groupdict())
        return message

    def _unnamed(self, actor: Actor) -> str | None:
        """Unnamed people or an office with whose they are ("diplomats (Russia)"); ``None`` where no word is known."""
        kind, _, key = actor.id.partition(":")
        if kind not in ("group", "office"):
            return None
        owner, _, concept = key.rpartition("/")
        words = self.labels.group if kind == "group" else self.labels.role
        said = words.get(concept.replace("-", "_"))
        if said is None or not owner:
            return said
        body = self.actors.get(owner)
        whose = self.body(owner) or (body.name if body else owner)
        return self.labels.phrases.actor_with_role.format(name=said, role=whose)

    def role(self, actor: Actor) -> str:
        """What a person is and where, as far as that is known and the language has words for it."""
        code, words = (actor.role or "").replace(" ", "_"), self.labels.role
        role = words.get(code, "") if words else code.replace("_", " ")
        body = self.actors.get(actor.country or "")
        country = (self.body(actor.country) or (body.name if body else "")) if actor.country else ""
        return ", ".join(filter(None, (role, country)))


@lru_cache(_MOST_NUMBERS)
def _format_number(value: float, language: str) -> str:
    if not abs(value) < _LARGEST:
        return f"{value:.2e}"
    return str(format_decimal(value, locale=language))


@cache
def _as_pattern(template: str) -> re.Pattern[str]:
    """A pattern for what a template with names in braces may have become."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(template)))


def _bodies(language: str) -> Mapping[str, tuple[str, ...]]:
    return load_names(language).bodies if language in available_languages("names") else {}


@cache
def _called(language: str) -> Mapping[str, str]:
    return {plain(name): place for place, names in reversed(list(_exonyms(language).items())) for name in names}


def _exonyms(language: str) -> Mapping[str, tuple[str, ...]]:
    return load_names(language).exonyms if language in available_languages("names") else {}


_KOSOVO = {"XKX": "XKK"}


def make_speaker(report: Report, language: str) -> Speaker:
    """What says a report in a language of labels."""
    return Speaker(load_labels(language), language, {actor.id: actor for actor in report.actors})
