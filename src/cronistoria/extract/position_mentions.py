"""Position mentions put together: the condition, the consequence and the certainty of a position that was found.

An act (a word with its type and parties) and its content come in, mentions go out. Shared by the words of positions
(``positions.py``) and the positions without a word of their own (``speech_acts.py``).
"""

from collections.abc import Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.conditions import FoundCondition, condition_of
from cronistoria.extract.marks import with_closing_mark
from cronistoria.extract.position_frames import Content, Stage, opens_colon, to_break
from cronistoria.extract.position_types import (
    denies,
    is_harm,
    is_no_inaction,
    is_to_come,
    refined_type,
    speech_modality,
)
from cronistoria.languages.events import event_nouns
from cronistoria.languages.grammar import Grammar, load_grammar
from cronistoria.languages.positions import position_nouns
from cronistoria.model.mention import Phrase, PositionMention, Side
from cronistoria.model.record import Modality, Polarity, PositionType
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

WITH_CONSEQUENCE: frozenset[PositionType] = frozenset({"threat", "warning", "precondition"})
ANSWERS: frozenset[PositionType] = frozenset(
    {"warning", "refusal", "acceptance", "condemnation", "objection", "support"}
)
ASKED: frozenset[PositionType] = frozenset({"demand", "request", "offer", "precondition"})
ANSWERED: dict[PositionType, frozenset[PositionType]] = {
    "refusal": ASKED, "acceptance": ASKED, "denial": frozenset({"accusation"}), "objection": ASKED,
}  # fmt: skip
MOST_BACK = 4
HINGING: frozenset[PositionType] = frozenset({"offer", "promise"})
HINGED: frozenset[PositionType] = frozenset({"accusation", "condemnation", "denial", "support", "objection"})

Taken = tuple[PositionType, Polarity]


class Parties(msgspec.Struct, frozen=True):
    """Who takes a position, towards whom; ``speaker``, ``side`` and ``order`` as in `PositionMention`."""

    by: tuple[Phrase, ...] = ()
    to: tuple[Phrase, ...] = ()
    speaker: Phrase | None = None
    side: Side = "any"
    order: bool = False


class Act(msgspec.Struct, frozen=True):
    """A position found at a word: its type and polarity, its parties, the rule that found it and how sure it is.

    Condition, consequence and modality are worked out where an act brings none of its own.
    """

    trigger: Token
    taken: Taken
    parties: Parties
    rule: str
    confidence: float
    condition: FoundCondition | None = None
    consequence: Span | None = None
    modality: Modality | None = None


def act_of(trigger: Token, taken: Taken, parties: Parties, confidence: float) -> Act:
    """The act of a word of the tables."""
    return Act(trigger, taken, parties, f"position.{trigger.upos.lower()}.{trigger.lemma.lower()}", confidence)


def mentions_of(stage: Stage, act: Act, told: Sequence[Content]) -> list[PositionMention]:
    """One mention for each content; without content the clause stands for it."""
    clause = tree.clause_of(stage.sentence, act.trigger)
    joined = frozenset(c.index for c in tree.own_conjuncts(stage.sentence, clause))
    whole = tree.clause_span(stage.document, stage.sentence, clause, without=joined)
    if act.trigger.relation == "nsubj" and act.trigger.upos == "NOUN":
        whole = tree.phrase(stage.document, stage.sentence, act.trigger).span
    own = Content(act.trigger, to_break(stage, act.trigger, whole))
    return [
        mention_of(stage, act, content, mark=act.trigger if place == 0 else content.head)
        for place, content in enumerate(told or [own])
    ]


def mention_of(stage: Stage, act: Act, content: Content, *, mark: Token) -> PositionMention:
    """The mention of one content; ``mark`` is the word that stands for it where an act has several."""
    document, sentence = stage.document, stage.sentence
    type_, polarity = act.taken
    if polarity == "affirmed":
        type_ = refined_type(stage, type_, act.trigger, content)
    found = act.condition or (None if type_ in HINGED else _condition(stage, act.trigger, content))
    if found is not None and found.subject and type_ not in WITH_CONSEQUENCE:
        found = None
    if found is not None and found.otherwise and type_ == "promise":
        type_ = "threat"
    if found is not None and (_hinges(type_, found) or _forbids(stage, type_, content, found)):
        type_ = "precondition"
    told = _without(stage, content, found)
    follows = _deed(stage, content, told) if type_ == "threat" else told
    foretold = _foretold(stage, content) if type_ == "warning" else None
    lasts = found is not None and found.mention.sense == "until" and type_ != "precondition"
    consequence = act.consequence or (follows if found and type_ in WITH_CONSEQUENCE and not lasts else None)
    return PositionMention(
        sentence=sentence.index,
        head=act.trigger.index,
        trigger=tree.token_span(document, mark),
        evidence=(tree.clause_span(document, sentence, tree.clause_of(sentence, act.trigger)),),
        polarity=polarity,
        modality=act.modality or speech_modality(stage, act.trigger),
        rule=act.rule,
        confidence=act.confidence,
        type=type_,
        by=act.parties.by,
        to=act.parties.to,
        content=told,
        about=content.head.index,
        speaker=act.parties.speaker,
        side=act.parties.side,
        order=act.parties.order,
        foretold=foretold[0] if foretold else None,
        own_type=foretold[1] if foretold else "threat",
        victims=tuple(t.index for t in _struck(stage, content.head)) if type_ == "condemnation" else (),
        condition=found.mention if found else None,
        hinge=_hinge(stage, found) if found else None,
        consequence=consequence,
    )


def _struck(stage: Stage, deed: Token) -> list[Token]:
    """Whom a deed that somebody condemns struck ("the raid on Oslo", "the killing of Roe")."""
    entries = event_nouns(stage.language).get(deed.lemma.lower(), ()) if deed.upos == "NOUN" else ()
    cases = {case for e in entries for case in (*e.targets, *(stage.words.genitive if e.genitive_is_target else ()))}
    struck = tree.obliques(stage.sentence, deed, *sorted(cases)) if cases else []
    return [t for head in struck for t in tree.subtree(stage.sentence, head)]


def _foretold(stage: Stage, content: Content) -> tuple[Phrase, PositionType] | None:
    """Who is to do what a warning foretells, and what it is if that is the own side: a threat, or a refusal to act."""
    head = content.head
    if head.upos != "VERB" or tree.is_passive(stage.sentence, head) or not is_to_come(stage, head):
        return None
    denied = denies(stage, head)
    if not (denied or is_harm(stage, head)):
        return None
    doers = [c for c in tree.children_by(stage.sentence, head, "nsubj") if c.feats.get("PronType") != "Dem"]
    kind: PositionType = "refusal" if denied and not is_no_inaction(stage, head) else "threat"
    return (tree.phrase(stage.document, stage.sentence, doers[0]), kind) if doers else None


def _deed(stage: Stage, content: Content, told: Span) -> Span:
    """What will follow, without the words for who will do it where these open the content."""
    head = content.head
    subjects = [c for c in tree.children_by(stage.sentence, head, "nsubj") if c.index < head.index]
    if head.upos != "VERB" or tree.is_passive(stage.sentence, head) or not subjects:
        return told
    last = max(t.index for t in tree.subtree(stage.sentence, subjects[-1]))
    start = stage.sentence.tokens[last + 1].start if last < head.index else head.start
    return stage.document.span(start, told.end) if told.start <= start < told.end else told


def _hinges(type_: PositionType, condition: FoundCondition) -> bool:
    """Whether what is offered or promised comes only on a condition."""
    return condition.only and type_ in HINGING


def _forbids(stage: Stage, type_: PositionType, content: Content, condition: FoundCondition) -> bool:
    """Whether nothing may be until or unless something is ("insists there can be no talks until …")."""
    waits = condition.mention.sense in ("until", "if_not") and not condition.lack
    return type_ == "demand" and waits and denies(stage, content.head)


def _condition(stage: Stage, trigger: Token, content: Content) -> FoundCondition | None:
    """The condition of the content, else that of the word itself or of the verb that it completes."""
    above = stage.sentence.parent(trigger) if trigger.relation == "xcomp" else None
    heads = (content.head, trigger, *([above] if above is not None else []))
    found = (condition_of(stage.document, stage.sentence, head, language=stage.language) for head in heads)
    return next((condition for condition in found if condition is not None), None) or _of_telling(stage, trigger)


def _of_telling(stage: Stage, trigger: Token) -> FoundCondition | None:
    """A condition behind a state that a parser hung on the verb of saying ("said it was open to talks, provided …")."""
    teller = stage.sentence.parent(trigger) if trigger.relation == "ccomp" and trigger.upos == "ADJ" else None
    if teller is None:
        return None
    found = condition_of(stage.document, stage.sentence, teller, language=stage.language)
    return found if found is not None and found.head.index > trigger.index else None


def _hinge(stage: Stage, condition: FoundCondition) -> Phrase | None:
    """Who a condition is up to: the doer of its clause, whose deed we are to see or get, the holder of its noun."""
    head, sentence = condition.head, stage.sentence
    if head.upos in ("VERB", "AUX") or tree.is_finite(sentence, head):
        subjects = [*tree.subjects(sentence, head), tree.finite_form(sentence, head)]
        own = any(t.feats.get("Person") == "1" for t in subjects)
        givers = [d for o in tree.objects(sentence, head) for d in tree.children_by(sentence, o, "nmod")]
        givers += tree.obliques(sentence, head, *sorted(stage.words.agent))
        named = stage.phrases([d for d in givers if d.upos == "PROPN"]) if own else ()
        return next(iter(named or tree.doers(stage.document, sentence, head)), None)
    return tree.phrase(stage.document, stage.sentence, head)


def _is_inside(stage: Stage, content: Content, condition: FoundCondition, edges: tuple[int, int]) -> bool:
    """Whether a phrase of condition stands amid the words of a clause, which then keeps it."""
    tokens = [t for t in stage.sentence.tokens if content.span.start <= t.start and t.end <= content.span.end]
    around = [t for t in tokens if not set(t.form) <= tree.EDGE_MARKS and not edges[0] <= t.start < edges[1]]
    clause = condition.head.upos in ("VERB", "AUX") or tree.is_finite(stage.sentence, condition.head)
    return not clause and bool(around) and around[0].start < edges[0] and around[-1].start > edges[1]


def _without(stage: Stage, content: Content, condition: FoundCondition | None) -> Span:
    """The words of a content without those of its condition, where these stand at its edge."""
    span = content.span
    if condition is None or not span.overlaps(condition.mention.span):
        return span
    first, last = condition.mention.span.start, condition.mention.span.end
    before, after = (span.start, min(first, span.end)), (max(last, span.start), span.end)
    if _is_inside(stage, content, condition, (first, last)):
        return span
    kept = max((before, after), key=lambda part: (part[0] <= content.head.start < part[1], part[1] - part[0]))
    words = [
        t for t in stage.sentence.tokens
        if kept[0] <= t.start and t.end <= kept[1] and not set(t.form) <= tree.EDGE_MARKS
        and not (t.relation in ("advmod", "cc") and t.head == condition.head.index)
    ]  # fmt: skip
    if not words:
        return span
    return with_closing_mark(stage.document, stage.document.span(words[0].start, words[-1].end))


def with_answers(
    mention: PositionMention, earlier: Sequence[PositionMention], sentences: Sequence[Sentence], language: str
) -> PositionMention:
    """The mention with those whose position it answers: "le ha definite un errore" after "minacciano sanzioni".

    A pronoun must agree with the content of the position before in gender and number, in the same sentence or the next;
    a demonstrative ("rejects this") means it all, a noun like "the demand" the last position of its kind.
    """
    last = earlier[-1] if earlier else None
    if last is not None and mention.type in ANSWERS and mention.sentence - last.sentence <= 1:
        about, grammar = sentences[last.sentence].tokens[last.about], load_grammar(language)
        heads = [sentences[p.sentence].tokens[p.head] for p in mention.to if not p.dropped]
        if about.upos == "NOUN" and any(_agrees(_as_object(h, grammar), about) for h in heads):
            return msgspec.structs.replace(mention, answers=last.by)
    if (answered := _answered(mention, earlier, sentences, language)) is not None:
        return msgspec.structs.replace(mention, answers=answered.by)
    return mention


def _answered(
    mention: PositionMention, earlier: Sequence[PositionMention], sentences: Sequence[Sentence], language: str
) -> PositionMention | None:
    """The position that a refusal, an acceptance or a denial names by "this" or by a noun like "the demand"."""
    wanted = ANSWERED.get(mention.type, frozenset())
    sentence = sentences[mention.sentence]
    named = [sentence.tokens[p.head] for p in mention.to if not p.dropped]
    objects = tree.children_by(sentence, sentence.tokens[mention.head], "obj", "nsubj:pass")
    about = sentence.tokens[mention.about]
    if any(t.upos != "PRON" for t in named if t is not about):
        return None
    this = _stands_alone(mention, sentence) or any(_means_it_all(t) for t in (*objects, *named))
    kinds = _kinds_of_noun(sentence, about, language) & wanted if mention.type != "denial" else frozenset()
    back = 1 if this else MOST_BACK if kinds else -1
    near = (m for m in reversed(earlier) if mention.sentence - m.sentence <= back and m.by)
    return next((m for m in near if m.type in (kinds or wanted) and m.by != mention.by), None)


def _stands_alone(mention: PositionMention, sentence: Sentence) -> bool:
    """Whether a yes or no says nothing of what it answers, or only why, behind a colon ("Oslo refuses: | …")."""
    apart = opens_colon(sentence, sentence.tokens[mention.head])
    return mention.type in ("refusal", "acceptance") and (mention.about == mention.head or apart)


def _means_it_all(pronoun: Token) -> bool:
    """Whether a pronoun may stand for what was said: "this", "it"."""
    neuter = pronoun.feats.get("Gender") == "Neut" and pronoun.feats.get("Number") == "Sing"
    shows = "Dem" in pronoun.feats.get("PronType", "").split(",")
    return pronoun.upos == "PRON" and (shows or (neuter and pronoun.feats.get("Person") == "3"))


def _kinds_of_noun(sentence: Sentence, noun: Token, language: str) -> frozenset[PositionType]:
    """The types of the position that a definite noun without an owner names ("the demand", "cette offre")."""
    below = sentence.children(noun)
    known = any(c.feats.get("Definite") == "Def" or c.feats.get("PronType") == "Dem" for c in below)
    known = known or not load_grammar(language).articles
    others = any(c.relation in ("nmod", "amod", "acl", "compound", "appos") or c.deprel == "nmod:poss" for c in below)
    entries = position_nouns(language).get(noun.lemma.lower(), ()) if noun.upos == "NOUN" and known else ()
    return frozenset() if others else frozenset(e.type for e in entries)


def _as_object(pronoun: Token, grammar: Grammar) -> Token:
    """A pronoun with the gender and number that its form has as an object ("le": them, not to her)."""
    shown = grammar.object_pronouns.get(pronoun.lower, "").split() if pronoun.relation == "obj" else []
    feats = dict(zip(("Gender", "Number"), shown, strict=False))
    return msgspec.structs.replace(pronoun, feats=pronoun.feats | feats)


def _agrees(pronoun: Token, noun: Token) -> bool:
    features = [(pronoun.feats.get(name), noun.feats.get(name)) for name in ("Gender", "Number")]
    return pronoun.upos == "PRON" and all(a == b for a, b in features if a and b)
