"""What a person decides, kept by a writer: entries and records by their names, merged anew where it joins or parts."""

from datetime import UTC, datetime

import msgspec

from cronistoria.errors import InputError
from cronistoria.merge.merging import update
from cronistoria.model.judgement import Act, Decision
from cronistoria.store.base import Writer
from cronistoria.view.judging import PAIRS, make_decision, standing


class Motion(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be decided: an act on named entries or records; of an act ``status`` the last name is the status."""

    act: Act
    names: tuple[str, ...]
    by: str | None = None
    why: str | None = None


def decide(writer: Writer, motion: Motion, at: str) -> Decision:
    """Keeps a decision. Raises `InputError` for names that are not there, and for a status that cannot be."""
    decision = make_decision(writer, motion.act, motion.names, by=motion.by, at=at, why=motion.why)
    if decision.id in {known.id for known in writer.decisions()}:
        raise InputError(f"judge {motion.act}: was decided just now")
    writer.add_decision(decision)
    _merge(writer, decision)
    return decision


def undo(writer: Writer, name: str, *, by: str | None, at: str) -> Decision:
    """Takes back a decision. Raises `InputError` if none of this name stands."""
    decision = standing(writer, name)
    try:
        writer.undo_decision(decision.id, at=at, by=by)
    except KeyError as error:
        raise InputError(f"decision '{name}': was undone just now") from error
    _merge(writer, decision)
    return decision


def right_now() -> str:
    """The time of a person's act, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _merge(writer: Writer, decision: Decision) -> None:
    if decision.act in PAIRS:
        update(writer, decision.records)
