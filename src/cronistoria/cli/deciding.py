"""What ``cronistoria judge`` does with its arguments; imported only when it runs."""

from collections.abc import Mapping, Sequence
from typing import Any

import click
import msgspec

from cronistoria.cli.crisis import labels_of, opened, right_now, show
from cronistoria.errors import InputError
from cronistoria.merge.merging import update
from cronistoria.model.judgement import Act, Decision
from cronistoria.view.book import open_book, short_id
from cronistoria.view.judging import PAIRS, decisions_page, make_decision, standing


def decide(crisis: str, act: str, names: Sequence[str], *, by: str | None, why: str | None) -> None:
    """Keeps a decision, or undoes one, and merges anew what it touches."""
    from cronistoria.store.opening import open_store

    store = open_store(crisis)
    try:
        with store.writing() as writer:
            book = open_book(writer, labels_of(None))
            if act == "undo":
                if len(names) != 1:
                    raise InputError(f"judge undo: {len(names)} names; expected one decision")
                decision = standing(book, names[0])
                writer.undo_decision(decision.id, at=right_now(), by=by)
            else:
                known = msgspec.convert(act, Act)
                decision = make_decision(book, known, names, by=by, at=right_now(), why=why)
                writer.add_decision(decision)
            if decision.act in PAIRS:
                update(writer, decision.records)
    finally:
        store.close()
    _tell(act, decision)


def list_decisions(crisis: str, options: Mapping[str, Any]) -> None:
    """Shows all decisions."""
    with opened(crisis, options) as book:
        show(options, lambda: decisions_page(book), book.decisions)


def _tell(act: str, decision: Decision) -> None:
    click.echo(f"{act} {short_id(decision.id)}")
