"""A report with a record of every kind, made by hand, and an analyser that finds nothing: no model, no network."""

from cronistoria.model.actor import Actor, ActorMention
from cronistoria.model.dates import Date
from cronistoria.model.document import Document, make_document
from cronistoria.model.problem import Problem
from cronistoria.model.record import (
    Attribution,
    Casualties,
    Condition,
    Contact,
    Deployment,
    Duration,
    Event,
    Place,
    Plover,
    Position,
    Quantity,
    Statement,
)
from cronistoria.model.report import ProducedBy, Report
from cronistoria.model.sentence import Sentence
from cronistoria.model.span import Span

TEXT = (
    "Il presidente austriaco e la ministra svizzera si sono parlati per quasi un'ora, su richiesta di Vienna.\n"
    '"Il dialogo continua", ha detto la ministra Meier. Se la frontiera resta chiusa, Berna ritirerà l\'offerta.\n'
    "Secondo fonti locali più di 2.000 soldati austriaci sono ammassati al confine; tre i feriti.\n"
    "I due si vedranno a Zurigo il 9 aprile."
)
PRODUCED_BY = ProducedBy(version="0.0.0", models={"hand": "0"}, languages="0")


def words(text: str, within: str = TEXT) -> Span:
    """The first place of some words."""
    start = within.index(text)
    return Span(start, start + len(text), text)


def day(iso: str, end: str) -> Date:
    """One day."""
    return Date(edtf=iso, start=iso, end=end, precision="day", basis="explicit")


def sample_document() -> Document:
    """The report's text, dated to a month."""
    published = Date(edtf="2022-04", start="2022-04-01", end="2022-05-01", precision="month", basis="document")
    return make_document(TEXT, language="it", published=published)


def _common(kind: str, trigger: str, evidence: str) -> dict[str, object]:
    return {
        "id": f"{kind}:{words(trigger).start}", "plover": None, "cameo": None, "score": None, "actors": (),
        "recipients": (), "date": None, "place": None, "polarity": "affirmed", "modality": "asserted",
        "attribution": (), "evidence": (words(evidence),), "trigger": words(trigger), "confidence": 0.9,
        "rule": f"{kind}.sample",
    }  # fmt: skip


def sample_contacts() -> tuple[Contact, ...]:
    """One held call and one meeting to come."""
    held = _common("contact", "si sono parlati", TEXT.split("\n")[0])
    coming = _common("contact", "si vedranno", "I due si vedranno a Zurigo il 9 aprile.")
    held["evidence"] = (*held["evidence"], words("I due"))  # type: ignore[misc]
    held["date"] = Date(edtf="2022-04-03/2022-04-08", start="2022-04-03", end="2022-04-09", precision="interval",
                        basis="relative-to-document")  # fmt: skip
    coming |= {
        "date": day("2022-04-09", "2022-04-10"),
        "place": Place(name="Zurich", country="CHE", latitude=None, longitude=None, span=words("Zurigo")),
    }
    both = ("person:huber", "person:meier")
    duration = Duration(minutes=60, bound="under", span=words("quasi un'ora"))
    empty = {"duration": None, "topics": (), "outcome": None, "requested_by": None, "participants": both}
    return (
        Contact(**held, **{**empty, "duration": duration, "requested_by": "AUT"}, channel="call", status="held"),  # type: ignore[arg-type]
        Contact(**coming, **empty, channel="meeting", status="scheduled"),  # type: ignore[arg-type]
    )


def sample_report() -> Report:
    """All five kinds of record."""
    statement = Statement(
        **_common("statement", "ha detto", '"Il dialogo continua", ha detto la ministra Meier.'),  # type: ignore[arg-type]
        speaker="person:meier", speaker_label="la ministra Meier", on_behalf_of=None, form="direct", cue="dire",
        cue_span=words("ha detto"), content=words("Il dialogo continua"), audience=(), via=None,
    )  # fmt: skip
    threat = _common("position", "ritirerà", "Se la frontiera resta chiusa, Berna ritirerà l'offerta.")
    threat |= {"actors": ("CHE",), "recipients": ("AUT",)}
    position = Position(
        **threat, type="threat", content=words("ritirerà l'offerta"),  # type: ignore[arg-type]
        condition=Condition(words("Se la frontiera resta chiusa"), "if"), consequence=None,
        deadline=day("2022-04-30", "2022-05-01"),
    )  # fmt: skip
    told = _common("deployment", "ammassati", TEXT.split("\n")[2])
    told["attribution"] = (
        Attribution(source=None, label="fonti locali", cue="secondo", span=words("Secondo fonti locali")),
    )
    deployment = Deployment(
        **told, actor="AUT", force=words("soldati austriaci"), posture="massed", direction=None,  # type: ignore[arg-type]
        quantity=Quantity(min=2000, max=None, bound="over", text=words("più di 2.000")),
    )  # fmt: skip
    hurt = _common("event", "feriti", TEXT.split("\n")[2])
    hurt |= {"plover": Plover("ASSAULT", "firearms"), "modality": "hearsay"}
    wounded = Quantity(min=3, max=3, bound="exact", text=words("tre"))
    event = Event(**hurt, casualties=Casualties(wounded=wounded))  # type: ignore[arg-type]
    call, meeting = sample_contacts()
    return Report(
        document=sample_document(),
        actors=sample_actors(),
        dates=(),
        records=(call, statement, position, deployment, event, meeting),
        problems=(Problem(words("tre"), "compose", "nobody is known to be meant"),),
        produced_by=PRODUCED_BY,
    )


def sample_actors() -> tuple[Actor, ...]:
    """Two states and two persons."""
    vienna = words("Vienna")
    return (
        Actor(id="AUT", kind="state", name="Austria", country="AUT",
              mentions=(ActorMention(vienna.start, vienna.end, vienna.text, metonym=True),)),
        Actor(id="CHE", kind="state", name="Switzerland", country="CHE"),
        Actor(id="person:huber", kind="person", name="Anton Huber", country="AUT", role="president"),
        Actor(id="person:meier", kind="person", name="Klara Meier", country="CHE", role="foreign_minister"),
    )  # fmt: skip


class SilentAnalyser:
    """An analyser that parses nothing and finds nothing."""

    def parse(self, document: Document) -> tuple[Sentence, ...]:
        return ()

    def interpret(self, document: Document, sentences: tuple[Sentence, ...]) -> Report:
        return Report(document=document, actors=(), dates=(), records=(), problems=(), produced_by=PRODUCED_BY)
