"""What the head of a report is written with: names of header lines, and the small words around a date.

Month and weekday names are not here: they come from Unicode's CLDR (babel).
"""

import msgspec

from cronistoria.languages.tables import load_table


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Names and words in lower case.

    ``date``, ``title``, ``url``, ``publisher``: names of header lines ("Titolo: …"). ``published``: words that open a
    line that tells only the date. ``updated``: words of a line that tells when a page was changed, which is no date of
    publication. ``connectors``: words between the parts of a date. ``ordinals``: what may follow
    the number of a day, ``year_words`` what may follow a year. ``day_articles``: words before a day that a dateline
    tells. ``clock``: words between a date and its clock time.
    ``byline``: words that open the line of the author; ``joiners``: words between two authors.
    ``day_first``: whether 3/4/2021 is 3 April; where writers differ (false)
    such a date is not read unless one number cannot be a month.
    """

    date: tuple[str, ...]
    title: tuple[str, ...]
    url: tuple[str, ...]
    publisher: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    connectors: tuple[str, ...]
    ordinals: tuple[str, ...]
    clock: tuple[str, ...]
    year_words: tuple[str, ...] = ()
    day_articles: tuple[str, ...] = ()
    byline: tuple[str, ...]
    joiners: tuple[str, ...]
    day_first: bool
    examples: tuple[str, ...]


def load_reading(language: str) -> Reading:
    """The reading table of a language."""
    return load_table(language, "reading", Reading)
