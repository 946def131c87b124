"""A crisis of four made reports, as a merged batch: what docs/queries.md asks."""

from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.batches import write_tellings
from cronistoria.batch.engines import Alone
from cronistoria.batch.merging import MergeFolder, MergePlan, run_merge
from cronistoria.batch.tasks import make_worker
from cronistoria.model.actor import Actor
from cronistoria.model.parts import named_actors
from cronistoria.model.source import Source, Telling
from cronistoria.settings import Settings
from tests.batch.made import Unwatched
from tests.merge.made import (
    condition,
    contact,
    day,
    deployment,
    event,
    minutes,
    place,
    position,
    source,
    statement,
)  # fmt: skip

ACTORS = {
    "RUS": Actor(id="RUS", kind="state", name="Russia", country="RUS"),
    "USA": Actor(id="USA", kind="state", name="United States", country="USA"),
    "POL": Actor(id="POL", kind="state", name="Poland", country="POL"),
    "UKR": Actor(id="UKR", kind="state", name="Ukraine", country="UKR"),
    "NATO": Actor(id="NATO", kind="organisation", name="NATO"),
    "Q1": Actor(id="Q1", kind="person", name="Ivan Orlov", country="RUS", role="president"),
    "Q2": Actor(id="Q2", kind="person", name="Ann Hill", country="USA", role="president"),
}


def report(document: str, outlet: str, published: str, language: str = "en") -> Source:
    return msgspec.structs.replace(source(document, published, language), outlet=outlet)


MORNING = report("1", "Morning Post", "2022-01-05")
GIORNALE = report("2", "Il Giornale", "2022-01-06", "it")
EVENING = report("3", "Evening Star", "2022-02-10")
LATER = report("4", "Morning Post", "2022-02-25")


def attributed(telling: Telling) -> Telling:
    return msgspec.structs.replace(telling, record=msgspec.structs.replace(telling.record, modality="hearsay"))


def tellings() -> list[Telling]:
    invasion = condition("in the event of an invasion")
    call: dict[str, Any] = {"when": "2022-01-04", "start": 10}
    told = [
        position(MORNING, "threat", "RUS", "POL", "missiles will be deployed at the border", start=20),
        position(GIORNALE, "threat", "RUS", "POL", "i missili saranno schierati al confine", start=20),
        position(EVENING, "threat", "RUS", "NATO", "a military and technical response", start=20),
        position(MORNING, "threat", "USA", "RUS", "new sanctions against the banks", condition=invasion, start=30),
        event(LATER, "SANCTION", "USA", "RUS", "sanctions against the banks", when="2022-02-24", start=40),
        position(MORNING, "demand", "RUS", "NATO", "withdraw the troops from Poland", deadline=day("2022-02-01")),
        position(EVENING, "demand", "UKR", "RUS", "withdraw the troops from the border", start=50),
        contact(MORNING, "Q1", "Q2", duration=minutes(50), **call),
        contact(GIORNALE, "Q1", "Q2", duration=minutes(70), **call),
        statement(MORNING, "Q1", "the talks were frank and useful", start=60),
        statement(MORNING, "Q2", "any invasion will be answered", start=70),
        contact(MORNING, "RUS", "USA", when="2022-01-10", channel="meeting", status="scheduled", start=80,
                place=place("Geneva", "CHE")),
        contact(EVENING, "RUS", "USA", when="2022-01-10", channel="meeting", start=80, place=place("Geneva", "CHE")),
        contact(EVENING, "RUS", "POL", when="2022-02-14", channel="meeting", status="scheduled", start=90),
        deployment(MORNING, "RUS", 100_000, when="2022-01-05", start=95),
        attributed(deployment(EVENING, "RUS", 130_000, when="2022-02-10", start=95)),
        attributed(event(LATER, "ASSAULT", "RUS", "UKR", "shelling of the port killed people", when="2022-02-24",
                         killed=12, place=place("Odesa", "UKR"), start=100)),
    ]  # fmt: skip
    return [
        msgspec.structs.replace(t, actors=tuple(ACTORS[a] for a in named_actors(t.record) if a in ACTORS)) for t in told
    ]


def write_crisis(root: Path) -> None:
    write_tellings(root, tellings())
    folder = MergeFolder(root)
    plan = MergePlan(batch=folder.batch, version="1", labels="en", settle=True, now=None)
    folder.begin(plan, resume=False, again=False)
    run_merge(plan, folder, Alone(partial(make_worker, Settings())), Unwatched())
