"""Tellings to groups that tell of one thing each, with the judgements on which the grouping rests.

Equal signatures are compared once. Sketches that must be compared are found by their keys; what hangs together by
pairs above the threshold is a neighbourhood, and each neighbourhood is grouped by itself, so that a new report changes
only those that it touches.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from cronistoria.merge.compare import VETO
from cronistoria.merge.features import THRESHOLD, UNSURE, Comparison, compare_pair, score_pair
from cronistoria.merge.groups import Groups, Pair, join_ruled
from cronistoria.merge.keyed import Keyed, keyed, share_key
from cronistoria.merge.nearness import near_pairs
from cronistoria.merge.sketch import Sketch, Strand
from cronistoria.model.judgement import Decision, Judgement, Verdict

_MEETINGS: frozenset[Strand] = frozenset(("contact", "appointment"))
_LASTING: frozenset[Strand] = frozenset(("position", "deployment"))


_EQUAL = Comparison(1.0, (("equal", 1.0),))
Scores = dict[Pair, float]


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
    compared = Compared([keyed(members[0]) for members in nodes] if len(nodes) > 1 else ())
    near = {(left, right): score for left, right, score in near_pairs(compared.nodes, UNSURE)}
    node_of = {sketch.record.id: node for node, members in enumerate(nodes) for sketch in members}
    same, apart = _node_pairs(ruling.same, node_of), _node_pairs(ruling.different, node_of)
    linked = (pair for pair, score in near.items() if score >= THRESHOLD)
    hoods = neighbourhoods(len(nodes), [*linked, *same])
    hood_of = {node: number for number, hood in enumerate(hoods) for node in hood}
    known: dict[int, Scores] = {}
    for pair, score in near.items():
        if hood_of[pair[0]] == hood_of[pair[1]]:
            known.setdefault(hood_of[pair[0]], {})[pair] = score
    groups: list[tuple[Sketch, ...]] = []
    judgements = list(_decided(ruling))
    for number, hood in enumerate(hoods):
        pairs = known.get(number, {})
        grouped = _group(hood, pairs, compared, (same, apart)) if len(hood) > 1 else [hood]
        pairs |= compared.within(group for group in grouped if _is_ruled(group, same))
        groups += [tuple(sorted((s for n in group for s in nodes[n]), key=_record_id)) for group in grouped]
        judgements += _judge(grouped, nodes, pairs)
    judgements.sort(key=lambda j: (j.left, j.right, j.by or ""))
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

    def within(self, groups: Iterable[Sequence[int]]) -> Scores:
        """The scores of all pairs within groups that are compared."""
        pairs = (pair for group in groups for pair in combinations(sorted(group), 2))
        return {pair: score for pair in pairs if (score := self.score(*pair)) is not None}


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


def _node_pairs(pairs: Iterable[tuple[str, str]], node_of: dict[str, int]) -> set[Pair]:
    known = ((node_of[left], node_of[right]) for left, right in pairs if left in node_of and right in node_of)
    return {(min(pair), max(pair)) for pair in known}


def _group(hood: list[int], pairs: Scores, compared: Compared, rulings: tuple[set[Pair], set[Pair]]) -> list[list[int]]:
    """One neighbourhood, grouped."""
    place = {node: number for number, node in enumerate(hood)}
    same, apart = (
        {(place[a], place[b]) for a, b in ruled if a in place and b in place} for ruled in rulings
    )  # fmt: skip
    strand = compared.nodes[hood[0]].sketch.strand

    def score(left: int, right: int) -> float | None:
        pair = min(left, right), max(left, right)
        return VETO if pair in apart else compared.score(hood[left], hood[right])

    close = Groups(len(hood), score, complete=strand not in _LASTING, by_best=strand in _MEETINGS)
    linked = ((place[a], place[b]) for (a, b), found in pairs.items() if found >= THRESHOLD)
    return [[hood[item] for item in group] for group in join_ruled(close.join_close(linked, THRESHOLD), same, apart)]


def _is_ruled(group: Sequence[int], same: set[Pair]) -> bool:
    """Whether people joined some of a group."""
    return bool(same) and any(left in group and right in group for left, right in same)


def _judge(grouped: list[list[int]], nodes: Sequence[Sequence[Sketch]], pairs: Scores) -> Iterator[Judgement]:
    """Each node with the closest of its group, and pairs of two groups that came near."""
    group_of = {node: number for number, group in enumerate(grouped) for node in group}
    closest: dict[int, Pair] = {}
    for pair, score in sorted(pairs.items(), key=lambda item: (-max(item[1], 0.0), item[0])):
        if group_of[pair[0]] == group_of[pair[1]]:
            for node in pair:
                closest.setdefault(node, pair)
        elif score >= UNSURE:
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
