"""Tellings to groups that tell of one thing each, with the judgements on which the grouping rests.

Equal signatures are compared once. Sketches that must be compared are found by their keys; what hangs together by
pairs above the threshold is a neighbourhood, and each neighbourhood is grouped by itself, so that a new report changes
only those that it touches.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from cronistoria.merge.features import THRESHOLD, UNSURE, Comparison, compare_pair, score_pair
from cronistoria.merge.groups import Groups, Pair, join_ruled
from cronistoria.merge.keys import may_be_same, own_keys, sought_keys
from cronistoria.merge.sketch import Sketch, Strand
from cronistoria.model.judgement import Decision, Judgement, Verdict

_MEETINGS: frozenset[Strand] = frozenset(("contact", "appointment"))
_LASTING: frozenset[Strand] = frozenset(("position", "deployment"))


_EQUAL = Comparison(1.0, (("equal", 1.0),))
Scores = dict[Pair, float | None]


class Ruling(msgspec.Struct, frozen=True):
    """What people decided about pairs of records, the later decision over the earlier."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """All pairs decided about."""
        return self.same | self.different


class Linked(msgspec.Struct, frozen=True):
    """Groups of sketches, each one thing, and judgements on pairs of their records."""

    groups: tuple[tuple[Sketch, ...], ...]
    judgements: tuple[Judgement, ...]


def ruling_of(decisions: Iterable[Decision]) -> Ruling:
    """The rulings that stand."""
    verdicts: dict[tuple[str, str], str] = {}
    for decision in decisions:
        if decision.undone_at is None and decision.act in ("same", "different"):
            left, right = sorted(decision.records[:2])
            verdicts[left, right] = decision.act
    by_verdict = {
        verdict: frozenset(pair for pair, said in verdicts.items() if said == verdict)
        for verdict in ("same", "different")
    }
    return Ruling(by_verdict["same"], by_verdict["different"])


def link(sketches: Iterable[Sketch], ruling: Ruling | None = None) -> Linked:
    """Groups and judgements, in the order of the records' ids; the order of the sketches does not matter."""
    ruling = ruling or Ruling()
    nodes = _gather(sketches, ruling)
    compared = {pair: score_pair(nodes[pair[0]][0], nodes[pair[1]][0]) for pair in _candidates(nodes)}
    node_of = {sketch.record.id: node for node, members in enumerate(nodes) for sketch in members}
    same, apart = _node_pairs(ruling.same, node_of), _node_pairs(ruling.different, node_of)
    linked = (pair for pair, score in compared.items() if score is not None and score >= THRESHOLD)
    hoods = neighbourhoods(len(nodes), [*linked, *same])
    hood_of = {node: number for number, hood in enumerate(hoods) for node in hood}
    known: dict[int, Scores] = {}
    for pair, score in compared.items():
        if hood_of[pair[0]] == hood_of[pair[1]]:
            known.setdefault(hood_of[pair[0]], {})[pair] = score
    groups: list[tuple[Sketch, ...]] = []
    judgements = list(_decided(ruling))
    for number, hood in enumerate(hoods):
        pairs = known.get(number, {})
        grouped = _group(hood, nodes[hood[0]][0].strand, pairs, (same, apart)) if len(hood) > 1 else [hood]
        groups += [tuple(sorted((s for n in group for s in nodes[n]), key=_record_id)) for group in grouped]
        judgements += _judge(grouped, nodes, pairs)
    judgements.sort(key=lambda j: (j.left, j.right, j.by or ""))
    return Linked(tuple(sorted(groups, key=lambda group: group[0].record.id)), tuple(judgements))


def neighbourhoods(size: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """What hangs together by pairs: sorted lists of the items ``0 … size - 1``, in the order of their first."""
    parent = list(range(size))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = item = parent[parent[item]]
        return item

    for left, right in pairs:
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    found: dict[int, list[int]] = {}
    for item in range(size):
        found.setdefault(root(item), []).append(item)
    return list(found.values())


def _gather(sketches: Iterable[Sketch], ruling: Ruling) -> list[list[Sketch]]:
    """Sketches by signature; a record that people decided about stands alone."""
    alone = {record for pair in ruling.pairs for record in pair}
    nodes: dict[tuple[object, ...], list[Sketch]] = {}
    for sketch in sorted(sketches, key=_record_id):
        record = sketch.record.id
        nodes.setdefault((record,) if record in alone else sketch.signature, []).append(sketch)
    return list(nodes.values())


def _candidates(nodes: Sequence[Sequence[Sketch]]) -> Iterator[Pair]:
    """Pairs that share a key, and say something of one subject where that is asked, each once."""
    index: dict[str, list[int]] = {}
    for number, members in enumerate(nodes):
        sketch = members[0]
        found = {other for key in sought_keys(sketch) for other in index.get(key, ())}
        yield from ((other, number) for other in found if may_be_same(nodes[other][0], sketch))
        for key in own_keys(sketch):
            index.setdefault(key, []).append(number)


def _node_pairs(pairs: Iterable[tuple[str, str]], node_of: dict[str, int]) -> set[Pair]:
    known = ((node_of[left], node_of[right]) for left, right in pairs if left in node_of and right in node_of)
    return {(min(pair), max(pair)) for pair in known}


def _group(hood: list[int], strand: Strand, pairs: Scores, rulings: tuple[set[Pair], set[Pair]]) -> list[list[int]]:
    """One neighbourhood, grouped."""
    place = {node: number for number, node in enumerate(hood)}
    same, apart = (
        {(place[a], place[b]) for a, b in ruled if a in place and b in place} for ruled in rulings
    )  # fmt: skip
    scores = {(place[a], place[b]): score for (a, b), score in pairs.items() if score is not None}
    vetoed = {(place[a], place[b]) for (a, b), score in pairs.items() if score is None}
    complete, by_best = strand not in _LASTING, strand in _MEETINGS
    close = Groups(len(hood), scores, sorted(apart | vetoed), complete=complete, by_best=by_best)
    return [[hood[item] for item in group] for group in join_ruled(close.join_close(THRESHOLD), same, apart)]


def _judge(grouped: list[list[int]], nodes: Sequence[Sequence[Sketch]], pairs: Scores) -> Iterator[Judgement]:
    """Each node with the closest of its group, and pairs of two groups that came near."""
    group_of = {node: number for number, group in enumerate(grouped) for node in group}
    closest: dict[int, Pair] = {}
    for pair, score in sorted(pairs.items(), key=lambda item: (-(item[1] or 0.0), item[0])):
        if group_of[pair[0]] == group_of[pair[1]]:
            for node in pair:
                closest.setdefault(node, pair)
        elif score is not None and score >= UNSURE:
            yield _judgement(pair, nodes, "unsure")
    for pair in sorted(set(closest.values())):
        yield _judgement(pair, nodes, "same")
    for node in group_of:
        first, *others = nodes[node]
        for other in others:
            yield _made(first, other, _EQUAL, "same")


def _judgement(pair: Pair, nodes: Sequence[Sequence[Sketch]], verdict: Verdict) -> Judgement:
    one, other = nodes[pair[0]][0], nodes[pair[1]][0]
    return _made(one, other, compare_pair(one, other), verdict)


def _made(one: Sketch, other: Sketch, found: Comparison, verdict: Verdict) -> Judgement:
    left, right = sorted((one.record.id, other.record.id))
    reasons = tuple(f"{name} {share:+.2f}" for name, share in found.shares if share)
    return Judgement(left=left, right=right, verdict=verdict, score=found.score, reasons=reasons)


def _decided(ruling: Ruling) -> Iterator[Judgement]:
    """What people said, as judgements."""
    for pairs, verdict in ((ruling.same, "same"), (ruling.different, "different")):
        for left, right in pairs:
            yield Judgement(left=left, right=right, verdict=verdict, by="")  # type: ignore[arg-type]


def _record_id(sketch: Sketch) -> str:
    return sketch.record.id
