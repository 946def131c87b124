"""The words of time: `extract.dates` reads them, no other.

Entries are forms in lower case, several words parted by spaces, an apostrophe written as ``'``. Month and day names
come from CLDR through `babel`; here stand the forms it lacks.
"""

from functools import cache
from typing import Literal

import msgspec

from cronistoria.languages.tables import load_table
from cronistoria.model.timex import Unit

Forms = tuple[str, ...]


class UnitForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of a unit: for one of it, for several, and attached to a number as an adjective ("12-month")."""

    singular: Forms
    plural: Forms = ()


class DateSwitches(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where languages differ. ``numeric_order``: order of 7/12/2021; ``order_varies``: countries differ in it.
    ``dotted_dates``: 7.12.2021 is a date.
    ``dotted_clock``: 20.35 and 20,35 may be clock times after an hour word. ``bare_clock``: "alle 18" is one.
    ``names_capitalised``: months and weekdays are always written with a capital. ``future_weekday_today``: the weekday
    of the report's own day, said with a future verb, is that day. ``ordinal_dot``: "7." is an ordinal.
    ``glued_numbers``: number words are written as one ("trentaquattro"). ``bare_month_day``: "December 7" is a date.
    ``pointing_after``: "last" and "this" may stand behind their noun. ``bare_genitive``: a case says "of", no word
    "one".
    ``glued_parts``: weekday and part of the day are one word. ``nouns_capitalised``: so "Morgen" is no "tomorrow".
    ``next_part_told``: "the next morning" is that after what was told.
    ``present_ahead``: "in two weeks" with a verb in the present is to come.
    ``bare_years``: a year stands without preposition ("er starb 2014").
    ``ago_outside``: in TIMEX3, "two years ago" is a length after a preposition; ``far_lengths``: so are "some days ago"
    and "two days later".
    """

    numeric_order: Literal["dmy", "mdy"]
    dotted_dates: bool
    dotted_clock: bool
    bare_clock: bool
    names_capitalised: bool
    future_weekday_today: bool
    ordinal_dot: bool
    glued_numbers: bool
    bare_month_day: bool
    pointing_after: bool
    bare_genitive: bool = False
    glued_parts: bool = False
    nouns_capitalised: bool = False
    ago_outside: bool = False
    far_lengths: bool = False
    bare_years: bool = False
    next_part_told: bool = False
    present_ahead: bool = False
    order_varies: bool = False


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of ``dates.toml``; a field is a class of words, a table gives its words values.

    Values: ``deictic`` is ``[event] ±N unit [part]``; ``references`` a TIMEX3 reference; ``sets`` a TIMEX3 duration;
    ``feasts`` a rule (``12-25``, ``easter+1``, ``orthodox+0``, ``11-thu4``); ``zones`` minutes east of Greenwich, an
    IANA zone or ``local``; ``bounds`` a bound; ``relations`` what a preposition makes of the date behind it.
    ``ago_before``, ``later_before`` stand before their length, ``year_after`` behind a year, ``that_after`` behind
    a unit that "this" begins; ``hour_after`` makes a clock time of an hour after "at", ``half_to`` of the hour to come
    ("halb vier"), ``past_before`` and ``to_before`` of the minutes before it; ``night_to``: the night that ends on a
    day; ``through_words``: from … to, without "from"; ``number_and`` joins number words.
    ``last_many`` and ``next_many`` are plural where the unit does not show it ("les prochains mois").
    ``outside``: prepositions that rules read but which are no part of an expression that begins with them.
    ``length_words`` say some of a unit ("jahrelang"), ``half_words`` half of one ("полчаса"), ``length_endings`` a
    number of it behind a number word ("dreitägig"); ``day_words``, ``month_words`` stand before a day's number ("el
    día 13"), a month's name;
    ``day_article`` may make a day of a bare number ("il 23"), ``day_after`` does behind it; ``all_of`` makes a length
    of one unit ("all day"), ``second_last`` and ``second_next`` count two of them ("übernächste Woche");
    ``rate`` makes a repetition of the unit behind it ("pro Tag"); ``aged`` behind a length makes it an age.
    ``event_from`` joins what has happened to its day ("der Sieg vom Sonntag").
    ``scenes``: nouns of the end, the course or the beginning of something, which under one of ``scene_cases`` say when
    another thing happens ("shot at them at the end of Friday's prayer"); ``during``: adpositions that do so alone.
    ``once``: adverbs of a time that was set before another ("originally scheduled for").
    ``promising``: lemmas whose infinitive lies ahead ("promised to come in May").
    ``starting`` joins a week to its first day ("the week beginning 4 February"); ``every_other``: each second one.
    ``quarter_letters`` and ``half_letters`` stand before a number: "Q3 2021".
    ``at_ordinal``: prepositions behind which an ordinal is an hour ("о дев'ятій"), also before ``hour_after``.
    ``halves``: what an ordinal makes a half of a stretch ("la seconda metà di aprile").
    ``since_words`` tell when that which is so now began ("seit Mittwoch"), not when it will ("ab Mittwoch").
    ``hence_maybe``: prepositions that look ahead unless the verb looks back ("in two weeks").
    ``examples``: a sentence of a report of 30 December 2021 -> its expressions and their EDTF or TIMEX3 values.
    """

    switches: DateSwitches
    # names beside CLDR's
    months: dict[str, int]
    weekdays: dict[str, int]
    ambiguous: Forms
    blocked: Forms
    # numbers
    cardinals: dict[str, int]
    number_stems: dict[str, int]
    number_joiners: Forms
    ordinals: dict[str, int]
    ordinal_suffixes: Forms
    round_numbers: dict[str, int]
    vague_numbers: Forms
    one: Forms
    half: Forms
    and_half: Forms
    quarter_hours: dict[str, int]
    repeated: dict[str, int]
    # units and names of stretches
    units: dict[str, UnitForms]
    counted: Forms
    seasons: dict[str, Literal["SP", "SU", "FA", "WI"]]
    parts: dict[str, str]
    part_words: dict[str, str]
    feasts: dict[str, str]
    decades: dict[str, int]
    decade_words: Forms
    decade_suffixes: Forms
    year_words: Forms
    phases: dict[str, Literal["START", "MID", "END"]]
    phase_adverbs: Forms
    # pointing words
    deictic: dict[str, str]
    references: dict[str, str]
    sets: dict[str, str]
    every: Forms
    per: Forms
    last: Forms
    latest: Forms
    next: Forms
    this: Forms
    that: Forms
    previous: Forms
    following: Forms
    before_after_unit: Forms
    after_after_unit: Forms
    ago: Forms
    ago_before: Forms = ()
    later_before: Forms = ()
    year_after: Forms = ()
    that_after: Forms = ()
    hour_after: Forms = ()
    half_to: Forms = ()
    past_before: Forms = ()
    to_before: Forms = ()
    night_to: Forms = ()
    fractions: dict[str, float] = {}
    day_words: Forms = ()
    day_article: Forms = ()
    day_after: Forms = ()
    month_words: Forms = ()
    rate: Forms = ()
    starting: Forms = ()
    scenes: frozenset[str] = frozenset()
    scene_cases: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    during: frozenset[str] = frozenset()
    promising: Forms = ()
    event_from: Forms = ()
    every_other: Forms = ()
    quarter_letters: Forms = ()
    half_letters: Forms = ()
    aged: Forms = ()
    length_words: dict[str, Unit] = {}
    length_endings: dict[str, Unit] = {}
    since_words: Forms = ()
    halves: Forms = ()
    at_ordinal: Forms = ()
    half_words: dict[str, Unit] = {}
    through_words: Forms = ()
    decade_after: Forms = ()
    all_of: Forms = ()
    second_last: Forms = ()
    second_next: Forms = ()
    last_many: Forms = ()
    next_many: Forms = ()
    number_and: Forms = ()
    hence_before: Forms
    hence_maybe: Forms
    hence_after: Forms
    earlier: Forms
    later: Forms
    before: Forms
    after: Forms
    beginning: Forms
    # small words
    outside: Forms
    determiners: Forms
    of: Forms
    inside: Forms
    at_day: Forms
    at_clock: Forms
    hour_words: Forms
    oclock: Forms
    am: Forms
    pm: Forms
    past_hour: Forms
    to_hour: Forms
    zones: dict[str, str]
    start_words: Forms
    end_words: Forms
    between: Forms
    conjunction: Forms
    or_words: Forms
    bounds: dict[str, Literal["about", "under", "over", "exact"]]
    bounds_after: dict[str, Literal["about", "under", "over", "exact"]]
    relations: dict[str, Literal["by", "until", "since", "before", "after", "for"]]
    year_cues: Forms
    year_heads: Forms
    consecutive: Forms
    duration_words: Forms
    future_words: Forms
    examples: dict[str, Forms]


def load_date_words(language: str) -> DateWords:
    """The words of time of a language."""
    return load_table(language, "dates", DateWords)


@cache
def words_of_order(language: str) -> frozenset[str]:
    """Adpositions that say before, during or after what something was."""
    words = load_date_words(language)
    return words.during | {entry.split()[0] for entry in (*words.after, *words.before)}
