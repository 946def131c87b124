"""Types of options that check their value, and the defaults that a terminal gives."""

import os
import shutil
import sys
from typing import Any

import click


class LanguageCode(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions of click
    """An ISO 639-1 code for which the language data holds a table (all tables if none is named)."""

    name = "code"

    def __init__(self, table: str | None = None) -> None:
        self._table = table

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code in lower case."""
        from cronistoria.languages.tables import available_languages, complete_languages

        known = available_languages(self._table) if self._table else complete_languages()
        code = str(value).lower()
        return code if code in known else self.fail(f"'{value}' is not one of {', '.join(known)}", param, ctx)


class ParserName(click.ParamType):  # type: ignore[type-arg]
    """A parser that is shipped, or one of spaCy's."""

    name = "parser"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, once it has been seen to be one."""
        from cronistoria.errors import InputError
        from cronistoria.parse.parsers import check_parser_name

        try:
            return check_parser_name(str(value))
        except InputError as error:
            self.fail(str(error), param, ctx)


class EdtfDate(click.ParamType):  # type: ignore[type-arg]
    """A date as EDTF."""

    name = "edtf"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as given, once it has been seen to be one."""
        from cronistoria.model.edtf import parse_edtf

        try:
            parse_edtf(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return str(value)


def terminal_labels() -> str | None:
    """The language of the terminal's locale if there are labels in it."""
    from cronistoria.languages.tables import available_languages

    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            code = value.partition("_")[0].partition(".")[0].lower()
            return code if code in available_languages("labels") else None
    return None


def terminal_width() -> int:
    """Columns of the terminal, at most 120; 100 where there is none."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def wants_colour(to_terminal: bool) -> bool:
    """Whether to paint: on a terminal, unless ``NO_COLOR`` is set or the terminal is dumb."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return to_terminal and not plain and sys.stdout.isatty()
