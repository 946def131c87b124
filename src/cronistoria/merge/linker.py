"""Tellings to groups that tell of one thing each, with the judgements on which the grouping rests.

Equal signatures are compared once. Sketches that must be compared are found by their keys; what hangs together by
pairs above the threshold is a neighbourhood, and each neighbourhood is grouped by itself, so that a new report changes
only those that it touches.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

import msgspec
import numpy as np

from cronistoria.merge.compare import VETO
from cronistoria.merge.features import THRESHOLD, UNSURE, Comparison, compare_pair, score_pair
from cronistoria.merge.groups import Groups, Pair, Rule, join_ruled
from cronistoria.merge.hoods import neighbourhoods
from cronistoria.merge.keyed import Keyed, keyed, share_key
from cronistoria.merge.nearness import Near, near_of, near_pairs
from cronistoria.merge.sketch import Sketch, Strand
from cronistoria.model.judgement import Decision, Judgement, Verdict

_RULES: dict[Strand, Rule] = {
    "contact": Rule(THRESHOLD, UNSURE, complete=True, by_best=True),
    "appointment": Rule(THRESHOLD, UNSURE, complete=True, by_best=True),
    "statement": Rule(THRESHOLD, UNSURE, complete=True),
    "position": Rule(THRESHOLD, UNSURE, complete=False),
    "deployment": Rule(THRESHOLD, UNSURE, complete=False),
    "event": Rule(THRESHOLD, UNSURE, complete=True),
}
_PAIR = 2
_EQUAL = Comparison(1.0, (("equal", 1.0),))


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


Scored = tuple[int, int, float]
Node = Sequence[Sketch]
NO_RULING = Ruling()


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
    return link_nodes(_gather(sketches, ruling), ruling=ruling)


def link_nodes(nodes: Sequence[Node], lone: Sequence[Node] = (), ruling: Ruling = NO_RULING) -> Linked:
    """The same of nodes in the order of their first; ``lone``: those that are known to come near no other."""
    compared = Compared([keyed(members[0]) for members in nodes] if len(nodes) > 1 else ())
    near = near_pairs(compared.nodes, UNSURE)
    nodes = [*nodes, *lone]
    node_of = {sketch.record.id: node for node, members in enumerate(nodes) for sketch in members}
    same, apart = _node_pairs(ruling.same, node_of), _node_pairs(ruling.different, node_of)
    linked = near.score >= THRESHOLD
    hoods = neighbourhoods(len(nodes), near.left[linked], near.right[linked], same)
    near, known = _by_hood(near, hoods, len(nodes))
    grouped: list[list[int]] = []
    for hood, pairs in zip(hoods, known, strict=True):
        grouped += _group(hood, pairs, compared, (same, apart)) if len(hood) > 1 else [hood]
    ruled = compared.within(group for group in grouped if _is_ruled(group, same))
    judgements = [*_decided(ruling), *_judge(grouped, nodes, near.with_pairs(ruled))]
    judgements.sort(key=lambda j: (j.left, j.right, j.by or ""))
    groups = (tuple(sorted((s for n in group for s in nodes[n]), key=_record_id)) for group in grouped)
    return Linked(tuple(sorted(groups, key=lambda group: group[0].record.id)), tuple(judgements))


class Compared:
    """What comparing any two nodes says, found when it is asked."""

    def __init__(self, nodes: Sequence[Keyed]) -> None:
        self.nodes = nodes

    def score(self, left: int, right: int) -> float | None:
        """The score of two nodes; `VETO` if they cannot be the same, ``None`` if they are not compared."""
        one, other = self.nodes[min(left, right)], self.nodes[max(left, right)]
        if not share_key(one, other):
            return None
        score = score_pair(one.sketch, other.sketch)
        return VETO if score is None else score

    def within(self, groups: Iterable[Sequence[int]]) -> list[Scored]:
        """The scores of all pairs within groups that are compared."""
        pairs = (pair for group in groups for pair in combinations(sorted(group), 2))
        return [(*pair, score) for pair in pairs if (score := self.score(*pair)) is not None]


def _gather(sketches: Iterable[Sketch], ruling: Ruling) -> list[list[Sketch]]:
    """Sketches by signature; a record that people decided about stands alone."""
    alone = {record for pair in ruling.pairs for record in pair}
    nodes: dict[tuple[object, ...], list[Sketch]] = {}
    for sketch in sorted(sketches, key=_record_id):
        record = sketch.record.id
        nodes.setdefault((record,) if record in alone else sketch.signature, []).append(sketch)
    return list(nodes.values())


def _node_pairs(pairs: Iterable[tuple[str, str]], node_of: dict[str, int]) -> set[Pair]:
    known = ((node_of[left], node_of[right]) for left, right in pairs if left in node_of and right in node_of)
    return {(min(pair), max(pair)) for pair in known}


def _by_hood(near: Near, hoods: Sequence[Sequence[int]], size: int) -> tuple[Near, list[Near]]:
    """The pairs within a neighbourhood, and those of each, by their places in it."""
    hood_of, place = np.empty(size, np.int64), np.empty(size, np.int64)
    for number, hood in enumerate(hoods):
        hood_of[hood], place[hood] = number, np.arange(len(hood))
    inside = near.of(np.flatnonzero(hood_of[near.left] == hood_of[near.right]))
    inside = inside.of(np.argsort(hood_of[inside.left], kind="stable"))
    ends = np.searchsorted(hood_of[inside.left], np.arange(len(hoods) + 1)).tolist()
    placed = Near(place[inside.left], place[inside.right], inside.score)
    return inside, [placed.of(slice(start, end)) for start, end in pairwise(ends)]


def _group(hood: list[int], near: Near, compared: Compared, rulings: tuple[set[Pair], set[Pair]]) -> list[list[int]]:
    """One neighbourhood, grouped."""
    if len(hood) == _PAIR and not any(rulings):
        return [hood]
    place = {node: number for number, node in enumerate(hood)} if any(rulings) else {}
    same, apart = (
        {(place[a], place[b]) for a, b in ruled if a in place and b in place} for ruled in rulings
    )  # fmt: skip

    def score(left: int, right: int) -> float | None:
        pair = min(left, right), max(left, right)
        return VETO if pair in apart else compared.score(hood[left], hood[right])

    if apart:
        near = near_of([(left, right, VETO if (left, right) in apart else found) for left, right, found in near])
    close = Groups(len(hood), near, score, _RULES[compared.nodes[hood[0]].sketch.strand])
    return [[hood[item] for item in group] for group in join_ruled(close.join_close(), same, apart)]


def _is_ruled(group: Sequence[int], same: set[Pair]) -> bool:
    """Whether people joined some of a group."""
    return bool(same) and any(left in group and right in group for left, right in same)


def _judge(grouped: Sequence[Sequence[int]], nodes: Sequence[Sequence[Sketch]], near: Near) -> Iterator[Judgement]:
    """Each node with the closest of its group, and each group with the closest other that it came near."""
    group_of = np.empty(len(nodes), np.int64)
    for number, group in enumerate(grouped):
        group_of[group] = number
    near = near.of(np.lexsort((near.right, near.left, -np.maximum(near.score, 0.0))))
    is_same = group_of[near.left] == group_of[near.right]
    same, unsure = near.of(is_same), near.of(~is_same & (near.score >= UNSURE))
    for found, verdict in (
        (same.closest(same.left, same.right), "same"),
        (unsure.closest(group_of[unsure.left], group_of[unsure.right]), "unsure"),
    ):
        for left, right, _ in found:
            yield _judgement((left, right), nodes, verdict)  # type: ignore[arg-type]  # both are verdicts
    for first, *others in nodes:
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
