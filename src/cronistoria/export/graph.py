"""Who was in touch with whom, as GraphML (1.0; Gephi, networkx, igraph): actors are nodes, pairs in touch are edges.

An edge's weight is the number of contacts that took place; pairs whose contacts are only planned or denied have none.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from xml.sax.saxutils import escape, quoteattr

import msgspec

from cronistoria.export.characters import flat
from cronistoria.export.chunks import encoded
from cronistoria.export.edition import Edition
from cronistoria.model.entry import Entry

Value = str | int | None
_REAL = frozenset(("asserted", "hearsay"))
_NODE = {"label": "string", "kind": "string", "country": "string", "role": "string", "contacts": "int"}
_EDGE = {"weight": "double", "channels": "string", "first": "string", "last": "string", "reports": "int"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


class _Tie(msgspec.Struct):
    """What two have had to do with each other."""

    contacts: int = 0
    channels: set[str] = msgspec.field(default_factory=set)
    days: set[str] = msgspec.field(default_factory=set)
    reports: int = 0


def to_graph(edition: Edition) -> Iterator[bytes]:
    """The network of an edition's contacts; what is held in memory grows with the pairs, not with the entries."""
    return encoded(_lines(edition))


def _lines(edition: Edition) -> Iterator[str]:
    ties, contacts = _ties(told.entry for told in edition.entries())
    yield _HEAD
    for name, kind in _NODE.items():
        yield f'<key id="n_{name}" for="node" attr.name="{name}" attr.type="{kind}"/>\n'
    for name, kind in _EDGE.items():
        yield f'<key id="e_{name}" for="edge" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="contacts" edgedefault="undirected">\n'
    for identity in sorted(contacts):
        yield f"<node id={_quoted(identity)}>{_data('n', _node(edition, identity, contacts[identity]))}</node>\n"
    for number, (pair, tie) in enumerate(sorted(ties.items())):
        ends = f"source={_quoted(pair[0])} target={_quoted(pair[1])}"
        yield f'<edge id="e{number}" {ends}>{_data("e", _edge(tie))}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _ties(entries: Iterable[Entry]) -> tuple[dict[tuple[str, str], _Tie], dict[str, int]]:
    """By pair, what happened between the two; by actor, the number of contacts."""
    ties: dict[tuple[str, str], _Tie] = {}
    contacts: dict[str, int] = {}
    for entry in entries:
        if entry.kind != "contact" or entry.polarity != "affirmed" or entry.modality not in _REAL or entry.status:
            continue
        parties = sorted({*entry.actors, *entry.recipients})
        if len(parties) < 2:
            continue
        for party in parties:
            contacts[party] = contacts.get(party, 0) + 1
        for pair in combinations(parties, 2):
            tie = ties.setdefault(pair, _Tie())
            tie.contacts += 1
            tie.reports += len(entry.sources)
            tie.channels.add(entry.type or "")
            if entry.date and entry.date.start:
                tie.days = {min(tie.days | {entry.date.start}), max(tie.days | {entry.date.start})}
    return ties, contacts


def _node(edition: Edition, identity: str, contacts: int) -> dict[str, Value]:
    actor = edition.actors.get(identity)
    known = {"kind": actor.kind, "country": actor.country, "role": actor.role} if actor else {}
    return {"label": edition.speaker.actor(identity), **known, "contacts": contacts}


def _edge(tie: _Tie) -> dict[str, Value]:
    return {
        "weight": tie.contacts, "channels": "; ".join(sorted(tie.channels)), "first": min(tie.days, default=None),
        "last": max(tie.days, default=None), "reports": tie.reports,
    }  # fmt: skip


def _data(prefix: str, values: dict[str, Value]) -> str:
    return "".join(
        f'<data key="{prefix}_{name}">{escape(flat(str(value)))}</data>'
        for name, value in values.items()
        if value is not None
    )


def _quoted(text: str) -> str:
    return quoteattr(flat(text))
