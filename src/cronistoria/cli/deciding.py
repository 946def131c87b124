"""What ``cronistoria judge`` does with its arguments; imported only when it runs."""

from collections.abc import Mapping, Sequence
from typing import Any

import click
import msgspec

from cronistoria.cli.crisis import labels_of, opened, show
from cronistoria.desk.deciding import Motion, right_now, undo
from cronistoria.desk.deciding import decide as keep
from cronistoria.errors import InputError
from cronistoria.model.judgement import Act
from cronistoria.view.book import open_book, short_id
from cronistoria.view.judging import decisions_page


def decide(crisis: str, act: str, names: Sequence[str], *, by: str | None, why: str | None) -> None:
    """Keeps a decision, or undoes one, and merges anew what it touches."""
    from cronistoria.store.opening import open_store

    store = open_store(crisis)
    try:
        with store.writing() as writer:
            book = open_book(writer, labels_of(None))
            if act != "undo":
                motion = Motion(act=msgspec.convert(act, Act), names=tuple(names), by=by, why=why)
                decision = keep(writer, book, motion, right_now())
            elif len(names) == 1:
                decision = undo(writer, book, names[0], by=by, at=right_now())
            else:
                raise InputError(f"judge undo: {len(names)} names; expected one decision")
    finally:
        store.close()
    click.echo(f"{act} {short_id(decision.id)}")


def list_decisions(crisis: str, options: Mapping[str, Any]) -> None:
    """Shows all decisions."""
    with opened(crisis, options) as book:
        show(options, lambda: decisions_page(book), book.decisions)
