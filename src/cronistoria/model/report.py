"""What one report becomes: the root of the JSON that every other part speaks."""

from typing import Literal

import msgspec

from cronistoria.model.actor import Actor
from cronistoria.model.dates import TimeExpression
from cronistoria.model.document import Document
from cronistoria.model.problem import Problem
from cronistoria.model.record import Record


class ProducedBy(msgspec.Struct, frozen=True, kw_only=True):
    """What made the report: the same text and the same of these give the same bytes."""

    version: str
    models: dict[str, str]
    languages: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report read: ``records`` in text order, ``actors`` and ``dates`` also those that no record uses."""

    schema: Literal["cronistoria.report/1"] = "cronistoria.report/1"
    document: Document
    actors: tuple[Actor, ...]
    dates: tuple[TimeExpression, ...]
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    produced_by: ProducedBy

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id; `KeyError` if the report has none."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def to_json(self, *, indent: int | None = 2) -> str:
        """The contract's JSON, the same bytes for the same report."""
        encoded = msgspec.json.encode(self)
        return (msgspec.json.format(encoded, indent=indent) if indent else encoded).decode()
