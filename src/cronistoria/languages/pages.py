"""What pages carry beside the report: notices, links to other pages, marks of paywalls, and what is no report at all.

Lines are compared without case, accents on apostrophes, leading bullets and marks at either end.
"""

import msgspec

from cronistoria.languages.tables import load_table


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Phrases, and lines that the rule must take."""

    phrases: tuple[str, ...]
    examples: tuple[str, ...]


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is no report: ``titles`` name it in a headline, ``words`` fill it; the examples are headlines."""

    titles: tuple[str, ...]
    words: tuple[str, ...] = ()
    examples: tuple[str, ...]


class Pages(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``leads`` open a line that links elsewhere ("Leggi anche: …"); ``labels`` do so only before a mark, in a line
    that is no sentence ("VIDEO - …"). ``alone``: what is a line by itself ("(segue)"). ``notices`` may stand anywhere
    in a line about cookies, rights, letters or sharing. ``tails`` open the last lines of an agency's text.
    ``agencies`` stand in marks at its very end. ``below`` is the heading of what follows after a report. ``paywall``
    says that the rest is for subscribers. ``horoscope``, ``weather``, ``listing`` and ``scores`` are no reports.
    ``kept``: lines of reports that look like these and stay.
    """

    leads: Phrases
    labels: Phrases
    alone: Phrases
    notices: Phrases
    tails: Phrases
    agencies: Phrases
    below: Phrases
    paywall: Phrases
    horoscope: Subject
    weather: Subject
    listing: Subject
    scores: Subject
    kept: tuple[str, ...]


def load_pages(language: str) -> Pages:
    """The pages table of a language."""
    return load_table(language, "pages", Pages)
