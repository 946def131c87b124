"""What a reader sees around the words of a report: headings, names of kinds, phrases for dates and quantities.

Names of states, months, weekdays and units are not here: they come from Unicode's CLDR (babel). Phrases are templates
whose places are named in braces.
"""

from functools import cache

import msgspec

from cronistoria.languages.chronicle import ChronicleLabels
from cronistoria.languages.page_labels import PageLabels
from cronistoria.languages.tables import available_languages, load_table
from cronistoria.model.actor import ActorKind
from cronistoria.model.dates import Basis
from cronistoria.model.record import (
    Bound,
    Channel,
    ConditionSense,
    ContactStatus,
    Modality,
    Polarity,
    PositionType,
    Posture,
    StatementForm,
)


class Headings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Titles of the sections of a report."""

    contacts: str
    statements: str
    positions: str
    deployments: str
    events: str
    upcoming: str
    problems: str


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names of single facts, as written before a colon."""

    published: str
    outlet: str
    language: str
    url: str
    requested_by: str
    duration: str
    topics: str
    outcome: str
    place: str
    date: str
    audience: str
    via: str
    on_behalf_of: str
    attribution: str
    consequence: str
    deadline: str
    direction: str
    killed: str
    wounded: str
    missing: str
    rule: str
    trigger: str
    confidence: str
    actors: str


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Phrases for dates.

    ``day`` and ``day_elided`` put what goes before a day within ``between``; ``elided_days`` take the latter.
    ``repeat_month``: whether "between December 8 and December 30" names its month twice. ``seasons``: spring, summer,
    autumn, winter.
    """

    between: str
    since: str
    until: str
    week: str
    about: str
    perhaps: str
    clock: str
    unplaced: str
    undated: str
    inexact: str
    day: str
    day_elided: str
    elided_days: tuple[int, ...]
    repeat_month: bool
    seasons: tuple[str, str, str, str]


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Other phrases: ``span``: a number between two; ``vague``: a number the text leaves open; ``unknown_actor``."""

    span: str
    at_least: str
    at_most: str
    unknown_actor: str
    no_title: str
    nothing: str
    where: str
    actor_with_role: str
    quote_open: str
    quote_close: str


class ReportLabels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Around a report's text and records on a page; ``to_words`` and ``to_record`` name where a number leads."""

    text: str
    records: str
    no_records: str
    legend: str
    why: str
    dates: str
    actors: str
    words: str
    meant: str
    basis: str
    name: str
    role: str
    to_words: str
    to_record: str
    unresolved: str
    made_by: str


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All labels of a language; every value of the record contract has one.

    ``channel_agreement`` picks, for a channel, which of a status's forms goes with it (0 where it is not named).
    ``role`` may leave a role out; it is then shown as the reference data has it; ``group`` likewise names unnamed
    people. ``problem``: a problem's message, with names in braces for what changes, and what is said for it; a message
    without an entry is shown as it is. ``kinds``: of records, one and several; ``fields``: those that `Facts` does not
    name. ``chronicle``: what entries need, ``pages``: what pages around them need; where
    a language lacks them, another's are shown.
    """

    headings: Headings
    facts: Facts
    dates: Dates
    phrases: Phrases
    report: ReportLabels
    kinds: dict[str, tuple[str, str]]
    fields: dict[str, str]
    basis: dict[Basis, str]
    channel: dict[Channel, str]
    channel_agreement: dict[Channel, int]
    status: dict[ContactStatus, tuple[str, ...]]
    form: dict[StatementForm, str]
    position: dict[PositionType, str]
    condition: dict[ConditionSense, str]
    posture: dict[Posture, str]
    polarity: dict[Polarity, str]
    modality: dict[Modality, str]
    bound: dict[Bound, str]
    actor_kind: dict[ActorKind, str]
    role: dict[str, str]
    group: dict[str, str] = {}
    event: dict[str, str]
    mode: dict[str, str]
    problem: dict[str, str]
    chronicle: ChronicleLabels | None = None
    pages: PageLabels | None = None


def load_labels(language: str) -> Labels:
    """The labels of a language."""
    return load_table(language, "labels", Labels)


def chronicle_languages() -> tuple[str, ...]:
    """The languages that entries can be told in."""
    return tuple(code for code in available_languages("labels") if load_labels(code).chronicle is not None)


@cache
def fallback_language() -> str:
    """The language that entries are told in where nobody asked for another."""
    return next(code for code in chronicle_languages() if (words := load_labels(code).chronicle) and words.fallback)


def page_languages() -> tuple[str, ...]:
    """The languages that pages can be shown in."""
    return tuple(code for code in chronicle_languages() if load_labels(code).pages is not None)
