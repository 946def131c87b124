"""The words of number: numerals, scales, collectives, and what makes a number a bound.

Read by ``extract/quantities.py``. Entries are forms in lower case.
"""

from functools import cached_property

import msgspec

from cronistoria.languages.tables import load_table


class QuantityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """Forms in lower case.

    ``numbers``: numerals below the scales; they may be written together ("duecento", "twenty-five"). ``scales``: what
    multiplies ("mila", "thousand"). ``collectives``: "un migliaio", "a dozen". ``vague``: collectives without a number
    ("decine"). ``thousands`` and ``decimal``: marks inside figures. ``over``, ``under``, ``about``: word sequences
    before a number; ``after_over``, ``after_about``: behind it. ``between``, ``until``: what joins the ends of a
    range. ``changes``: verbs of growing and shrinking, ``changed_to``: what stands before the number they lead to.
    ``linking``: between a collective and what it counts. ``year_cases``: before a year. ``singular_articles``:
    articles that count as one only before a collective.
    """

    numbers: dict[str, float]
    scales: dict[str, float]
    collectives: dict[str, float]
    vague: frozenset[str]
    thousands: str
    decimal: str
    over: tuple[str, ...]
    under: tuple[str, ...]
    about: tuple[str, ...]
    between: frozenset[str]
    until: frozenset[str]
    changes: frozenset[str]
    changed_to: frozenset[str]
    linking: frozenset[str]
    year_cases: frozenset[str]
    examples: tuple[str, ...]

    @cached_property
    def parts(self) -> dict[str, float]:
        """What numerals written as one word are made of, without hyphens."""
        return {name.replace("-", ""): value for name, value in (*self.numbers.items(), *self.scales.items())}

    @cached_property
    def longest_part(self) -> int:
        """Letters of the longest of these."""
        return max(map(len, self.parts), default=0)


def load_quantity_words(language: str) -> QuantityWords:
    """The quantity table of a language."""
    return load_table(language, "quantities", QuantityWords)
