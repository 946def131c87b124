"""Preconditions that a verb tells: "set two conditions for talks: that …", "makes its withdrawal depend on …".

The verb and its entry come in; each term goes out as a condition with what it opens the way to.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.conditions import FoundCondition
from cronistoria.extract.position_frames import Content, Stage, is_relative, own_clauses
from cronistoria.languages.positions import PositionVerb
from cronistoria.model.mention import ConditionMention
from cronistoria.model.sentence import Token
from cronistoria.model.span import Span


class Term(msgspec.Struct, frozen=True):
    """One condition, as content and as condition, and what hangs on it."""

    content: Content
    condition: FoundCondition | None
    goal: Span | None


def terms_of(stage: Stage, verb: Token, entry: PositionVerb) -> Iterator[Term]:
    """The terms that a verb of type precondition sets; one without a condition if the text does not tell any."""
    objects = tree.objects(stage.sentence, verb)
    named = next((o for o in objects if o.keys & entry.objects), None)
    if named is None:
        yield from _dependent(stage, verb, objects, entry)
        return
    goal = _goal(stage, [named, verb], entry)
    below = _clauses(stage, [named, verb])
    for clause in below:
        content = _content(stage, clause, frozenset(c.index for c in below if c is not clause))
        yield Term(content, _condition(content), goal)
    if not below:
        yield Term(_content(stage, named, frozenset()), None, goal)


def _clauses(stage: Stage, anchors: list[Token]) -> list[Token]:
    """The clauses that spell the terms out, below their noun or their verb."""
    sentence = stage.sentence
    for anchor in anchors:
        below = tree.children_by(sentence, anchor, "acl", "ccomp", "parataxis", "appos")
        found = [c for c in below if tree.is_finite(sentence, c) and not is_relative(sentence, c)]
        if found:
            return [c for first in found for c in (first, *own_clauses(sentence, first))]
    return []


def _dependent(stage: Stage, verb: Token, objects: list[Token], entry: PositionVerb) -> Iterator[Term]:
    """ "Subordinates X to Y": Y is the condition of X; "makes Y a condition" tells no X."""
    called = tree.children_by(stage.sentence, verb, "obl", "xcomp", "advcl")
    if any(t.keys & entry.objects for t in called):
        told = [*objects, *tree.children_by(stage.sentence, verb, "ccomp", "csubj"), *called]
        terms = [t for t in told if not t.keys & entry.objects]
        yield from (Term(_content(stage, term, frozenset()), None, None) for term in terms[:1])
        return
    hinges = tree.obliques(stage.sentence, verb, *sorted(entry.content))
    hinges = hinges or [h for o in objects for h in tree.obliques(stage.sentence, o, *sorted(entry.content))]
    hinges += [c for c in tree.children_by(stage.sentence, verb, "advcl", "xcomp", "ccomp") if not hinges]
    for hinge in hinges[:1]:
        content = _content(stage, hinge, frozenset())
        outside = frozenset({hinge.index})
        goal = tree.clause_span(stage.document, stage.sentence, objects[0], without=outside) if objects else None
        yield Term(content, _condition(content), goal)


def _goal(stage: Stage, heads: list[Token], entry: PositionVerb) -> Span | None:
    """What the terms open the way to: a clause or nominal under the entry's adpositions."""
    sentence = stage.sentence
    for head in heads:
        marked = [
            c
            for c in tree.children_by(sentence, head, "advcl", "acl", "xcomp")
            if set(tree.mark_lemmas(sentence, c)) & entry.content
        ]
        for found in [*marked, *tree.obliques(sentence, head, *sorted(entry.content))][:1]:
            return _content(stage, found, frozenset()).span
    return None


def _content(stage: Stage, head: Token, others: frozenset[int]) -> Content:
    outside = others | {c.index for c in tree.children_by(stage.sentence, head, "mark", "case", "cc")}
    return Content(head, tree.clause_span(stage.document, stage.sentence, head, without=outside))


def _condition(content: Content) -> FoundCondition:
    return FoundCondition(ConditionMention(content.span, "if"), content.head)
