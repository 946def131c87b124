"""JSON-LD 1.1: entries as events of the Simple Event Model, their reports by PROV-O, the words as Web Annotations.

Its context stands in the file and in the package (``context.jsonld``), so that nothing is fetched to read it. Ids are
those of the chronicle under ``urn:cronistoria:``; actors whom Wikidata knows have its addresses.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import resources
from typing import Any
from urllib.parse import quote

from cronistoria.export.characters import legal
from cronistoria.export.chunks import encoded
from cronistoria.export.edition import Edition, Told
from cronistoria.export.json_lines import json_text
from cronistoria.model.actor import Actor
from cronistoria.model.dates import Date
from cronistoria.model.record import Place
from cronistoria.model.source import Source, Telling
from cronistoria.version import __version__

Node = dict[str, Any]
_PROGRAM = {"id": "cro:program", "type": "prov:SoftwareAgent", "label": f"Cronistoria {__version__}"}
_DAY = 10


def to_linked_data(edition: Edition) -> Iterator[bytes]:
    """All of an edition as one document, a node a line."""
    return encoded(_parts(edition))


def _parts(edition: Edition) -> Iterator[str]:
    text = resources.files("cronistoria.export").joinpath("context.jsonld").read_text(encoding="utf-8")
    yield '{"@context":' + json_text(json.loads(text)["@context"]) + ',\n"@graph":[\n' + json_text(_PROGRAM)
    for node in _nodes(edition):
        yield ",\n" + json_text(_cleaned({name: value for name, value in node.items() if value not in (None, [], ())}))
    yield "\n]}\n"


def _cleaned(value: Any) -> Any:
    """The same without characters that other forms of RDF cannot hold."""
    if isinstance(value, dict):
        return {name: _cleaned(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    return legal(value) if isinstance(value, str) else value


def _nodes(edition: Edition) -> Iterator[Node]:
    for told in edition.entries():
        yield _event(edition, told)
        yield from (_annotation(told, telling) for telling in told.tellings)
    for identity in sorted(edition.actors):
        yield _actor(edition, edition.actors[identity])
    yield from map(_report, edition.reports())


def _event(edition: Edition, told: Told) -> Node:
    entry = told.entry
    links: dict[str, list[str]] = {}
    for link in entry.links:
        links.setdefault(link.type, []).append(_urn(link.entry))
    agents, recipients = ([_actor_id(edition, actor) for actor in ids] for ids in (entry.actors, entry.recipients))
    kinds = [f"term:{entry.kind}", *((f"term:{entry.type}",) if entry.type else ())]
    return {
        "id": _urn(entry.id), "type": "sem:Event", "label": entry.title,
        "kind": [*kinds, *((f"term:plover:{entry.plover.event}",) if entry.plover else ())],
        "hasActor": [*agents, *recipients], "agent": agents, "recipient": recipients, **_when(entry.date),
        "hasPlace": _place(entry.place) if entry.place else None, "polarity": entry.polarity,
        "modality": entry.modality, "status": entry.status, "confidence": str(entry.confidence), **links,
        "derivedFrom": [_report_id(source) for source in entry.sources], "attributedTo": _PROGRAM["id"],
    }  # fmt: skip


def _annotation(told: Told, telling: Telling) -> Node:
    """A record: its words in the report, as the ground of the entry."""
    record = telling.record
    selectors = [
        {"type": "oa:TextPositionSelector", "start": str(span.start), "end": str(span.end)} for span in record.evidence
    ]
    quotes = [{"type": "oa:TextQuoteSelector", "exact": span.text} for span in record.evidence]
    return {
        "id": _urn(record.id), "type": ["oa:Annotation", "prov:Entity"], "body": _urn(told.entry.id),
        "target": {
            "type": "oa:SpecificResource", "source": _report_id(telling.source), "selector": [*selectors, *quotes],
        },
        "derivedFrom": _report_id(telling.source), "confidence": str(record.confidence),
    }  # fmt: skip


def _actor(edition: Edition, actor: Actor) -> Node:
    return {
        "id": _actor_id(edition, actor.id), "type": ["sem:Actor", "prov:Agent"], "label": actor.name,
        "actorType": f"term:{actor.kind}", "country": actor.country, "role": actor.role,
    }  # fmt: skip


def _report(source: Source) -> Node:
    return {
        "id": _report_id(source), "type": "prov:Entity", "title": source.title,
        "publisher": source.outlet, "language": source.language,
        "issued": source.published.edtf if source.published else None, "url": source.url,
        "derivedFrom": f"cro:report:{source.copy_of}" if source.copy_of else None,
    }  # fmt: skip


def _when(when: Date | None) -> Node:
    """A moment or a day as such, all else as what it is not before and not after; an open end has no bound."""
    if when is None:
        return {}
    said: Node = {"edtf": when.edtf}
    if when.precision == "minute" and when.start:
        return {**said, "at": f"{when.start}:00" if len(when.start) == len("2021-12-30T21:35") else when.start}
    if when.precision == "day" and when.start:
        return {**said, "on": when.start[:_DAY]}
    return {**said, "notBefore": when.start and when.start[:_DAY], "notAfter": when.end and _last_day(when.end)}


def _last_day(end: str) -> str:
    return end[:_DAY] if "T" in end else (date.fromisoformat(end) - timedelta(days=1)).isoformat()


def _place(place: Place) -> Node:
    coordinates = {"latitude": place.latitude, "longitude": place.longitude}
    known = {name: str(value) for name, value in coordinates.items() if value is not None}
    return {"type": "sem:Place", "label": place.name, "country": place.country, **known}


def _actor_id(edition: Edition, identity: str) -> str:
    actor = edition.actors.get(identity)
    wikidata = (actor.wikidata if actor else None) or (identity if _is_item(identity) else None)
    return f"wd:{wikidata}" if wikidata else f"cro:actor:{quote(identity, safe=':')}"


def _is_item(identity: str) -> bool:
    return identity[:1] == "Q" and identity[1:].isdigit()


def _report_id(source: Source) -> str:
    return f"cro:report:{source.document}"


def _urn(identity: str) -> str:
    return f"cro:{quote(identity, safe=':')}"
