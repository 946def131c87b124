"""What ``cronistoria judge`` does with its arguments; imported only when it runs."""

from collections.abc import Mapping, Sequence
from typing import Any

import click
import msgspec

from cronistoria.cli.crisis import day_of, labels_of, reading, show
from cronistoria.desk.deciding import Motion, right_now, undo
from cronistoria.desk.deciding import decide as keep
from cronistoria.errors import InputError
from cronistoria.model.judgement import Act
from cronistoria.view.called import short_id
from cronistoria.view.judging import decided_in, decisions_page


def decide(crisis: str, act: str, names: Sequence[str], *, by: str | None, why: str | None) -> None:
    """Keeps a decision, or undoes one, and merges anew what it touches."""
    from cronistoria.build.opening import open_chronicle

    store = open_chronicle(crisis)
    try:
        with store.writing() as writer:
            if act != "undo":
                motion = Motion(act=msgspec.convert(act, Act), names=tuple(names), by=by, why=why)
                decision = keep(writer, motion, right_now())
            elif len(names) == 1:
                decision = undo(writer, names[0], by=by, at=right_now())
            else:
                raise InputError(f"judge undo: {len(names)} names; expected one decision")
    finally:
        store.close()
    click.echo(f"{act} {short_id(decision.id)}")


def list_decisions(crisis: str, options: Mapping[str, Any]) -> None:
    """Shows all decisions."""
    with reading(crisis) as reader:
        book = decided_in(reader, labels_of(options["labels"]), day_of(options["now"]))
        show(options, lambda: decisions_page(book), book.decisions)
