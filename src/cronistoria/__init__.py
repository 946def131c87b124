"""Cronistoria turns news reports into the chronicle of a crisis, each line sourced to the words it rests on.

>>> from cronistoria import read
>>> report = read("VIENNA, 3 marzo 2022 - I due ministri si sono incontrati.", language="it")  # doctest: +SKIP
>>> report.records[0].kind  # doctest: +SKIP
'contact'
"""

from typing import TYPE_CHECKING

from cronistoria.version import __version__

if TYPE_CHECKING:
    from cronistoria.chronicle import Chronicle
    from cronistoria.model.dates import TimeExpression
    from cronistoria.model.report import Report

__all__ = ["__version__", "find_dates", "read"]


def read(
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> "Report":
    """What one report says: its contacts, statements, positions, deployments and events, with actors and dates.

    ``text`` is kept to the letter, and all offsets count its code points. ``published`` is the date of publication as
    EDTF ("2021-12-30", "2021-12", "2021-12-08/2021-12-30"); without it, the text's own header, date line or dateline
    counts, and without those relative dates stay unresolved. ``language`` is an ISO 639-1 code; without it, it is
    detected. The model is loaded at the first call and kept; `cronistoria.reader.Reader` takes settings, files, and
    all that may be said about a report.

    Raises `cronistoria.errors.InputError` for what cannot be read as a report, `cronistoria.errors.LanguageError` for
    a language that is not supported or cannot be told.
    """
    from cronistoria.ingest.document import Given
    from cronistoria.reader import shared_reader

    given = Given(published=published, language=language, title=title, url=url)
    return shared_reader().read_text(text, given).report


def find_dates(text: str, *, language: str | None = None, reference: str | None = None) -> "tuple[TimeExpression, ...]":
    """The time expressions of a text in its order, each placed in time as far as its words allow.

    ``reference`` is the date that "yesterday" counts from, as EDTF ("2021-12-30", "2021-12"); without it, the text's
    own header, date line or dateline counts. ``language`` is the ISO 639-1 code of a language with a table
    ``dates.toml``; without it, it is detected. Raises what `read` raises.

    >>> from cronistoria import find_dates
    >>> [found] = find_dates("Si vedranno venerdì.", language="it", reference="2021-12-30")  # doctest: +SKIP
    >>> found.edtf, found.timex, found.text.text  # doctest: +SKIP
    ('2021-12-31', 'DATE', 'venerdì')
    """
    from cronistoria.ingest.document import Given
    from cronistoria.reader import shared_reader

    return shared_reader().dates_in_text(text, Given(published=reference, language=language)).expressions


def open(place: str, *, create: bool = False) -> "Chronicle":  # noqa: A001  # as webbrowser.open, tarfile.open
    """The chronicle in a file or at a ``postgresql://`` address; with ``create`` it may be new.

    Raises `cronistoria.errors.StoreError` if there is none, or if it is something else.
    """
    from cronistoria.chronicle import Chronicle

    return Chronicle(place, create=create)
