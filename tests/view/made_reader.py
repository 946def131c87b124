"""Tellings kept in a store in memory, merged."""

from collections.abc import Iterable

from cronistoria.merge.merging import update
from cronistoria.model.document import Document
from cronistoria.model.judgement import Decision
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.source import Telling
from cronistoria.store.base import Reader
from cronistoria.store.memory import MemoryStore


def made_reader(tellings: Iterable[Telling], decisions: Iterable[Decision] = ()) -> Reader:
    store, told = MemoryStore(), dict[str, list[Telling]]()
    for telling in tellings:
        told.setdefault(telling.source.document, []).append(telling)
    with store.writing() as writer:
        for document in sorted(told):
            writer.add_report(_report(told[document]))
        for decision in decisions:
            writer.add_decision(decision)
        update(writer)
    with store.reading() as reader:
        return reader


def _report(told: list[Telling]) -> Report:
    by, actors = told[0].source, {actor.id: actor for telling in told for actor in telling.actors}
    about = Document(
        id=by.document, text="", language=by.language or "", publisher=by.outlet, published=by.published
    )  # fmt: skip
    return Report(
        document=about, actors=tuple(actors.values()), dates=(), records=tuple(t.record for t in told), problems=(),
        produced_by=ProducedBy(version="0", models={}, languages="0"),
    )  # fmt: skip
