"""Positions that a word tells: verbs, nouns and predicates of demanding, offering, threatening, refusing and the like.

Sentences come in, position mentions go out in text order: who, towards whom, what, on which condition, with which
consequence. Positions without such a word are found by ``speech_acts.py``.
"""

from collections.abc import Iterator, Sequence
from typing import cast

from cronistoria.extract import tree
from cronistoria.extract.conditions import condition_of
from cronistoria.extract.position_frames import (
    Content,
    Stage,
    addressees,
    agents,
    contents,
    cues_beside,
    keys_of,
    possessors,
    things,
)
from cronistoria.extract.position_types import denied_type, is_empty, is_within_position, refined_type
from cronistoria.extract.speech_acts import find_speech_acts
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import (
    PositionNoun,
    PositionPredicate,
    PositionVerb,
    load_position_words,
    position_nouns,
    position_predicates,
    position_verbs,
)
from cronistoria.model.document import Document
from cronistoria.model.mention import Phrase, PositionMention
from cronistoria.model.record import PositionType
from cronistoria.model.sentence import Sentence, Token

VERB_CONFIDENCE, NOUN_CONFIDENCE, PREDICATE_CONFIDENCE = 0.8, 0.65, 0.7
WITH_CONSEQUENCE: frozenset[PositionType] = frozenset({"threat", "warning", "precondition"})


def find_positions(document: Document, sentences: Sequence[Sentence], *, language: str) -> Iterator[PositionMention]:
    """The positions that a report tells of, in text order.

    "Belgrado esige il ritiro delle truppe." yields one mention: a demand by "Belgrado", content "il ritiro delle truppe".
    """
    words, grammar = load_position_words(language), load_grammar(language)
    for sentence in sentences:
        stage = Stage(document, sentence, words, grammar, language)
        found = list(_in_sentence(stage))
        found += find_speech_acts(stage, frozenset(m.head for m in found))
        yield from sorted(found, key=lambda m: (m.trigger.start, m.content.start))


def _in_sentence(stage: Stage) -> Iterator[PositionMention]:
    """The positions that words tell; those that are only the content of another are left out."""
    triggers: set[int] = set()
    for token in sorted(stage.sentence.tokens, key=lambda t: sum(1 for _ in tree.ancestors(stage.sentence, t))):
        if is_within_position(stage, token, triggers) or is_empty(stage, token):
            continue
        found = [*_of_verb(stage, token), *_of_predicate(stage, token)] or list(_of_noun(stage, token))
        if found:
            triggers.add(token.index)
        yield from found


# ---------------------------------------------------------------- verbs


def _of_verb(stage: Stage, verb: Token) -> Iterator[PositionMention]:
    if verb.upos not in ("VERB", "AUX"):
        return
    entries = position_verbs(stage.language).get(verb.lemma.lower(), ())
    entry = next((e for e in entries if _fits(stage, verb, e)), None)
    if entry is None:
        return
    by = agents(stage, verb)
    to = addressees(stage, verb, entry.to, object_too=entry.object_is_to)
    told = contents(stage, verb, entry.content, to if entry.object_is_to else ())
    if not told and to:
        told = [Content(to[0], tree.clause_span(stage.document, stage.sentence, to[0]))]
    kind = denied_type(stage, verb, entry.type, entry.negated)
    if by and kind:
        yield from _mentions(stage, verb, kind, (by, stage.phrases(to)), told, VERB_CONFIDENCE)


def _fits(stage: Stage, verb: Token, entry: PositionVerb) -> bool:
    """Whether the object, the particles and the complements of a verb are those of the entry."""
    objects = things(stage, verb)
    heads = {key for o in objects for key in keys_of(o)}
    cues = cues_beside(stage, verb)
    if (entry.objects and not (heads | cues) & entry.objects) or heads & entry.not_objects:
        return False
    if (entry.beside and not cues & entry.beside) or cues & entry.not_beside:
        return False
    return _has_need(stage, verb, entry, objects)


def _has_need(stage: Stage, verb: Token, entry: PositionVerb, objects: list[Token]) -> bool:
    sentence = stage.sentence
    told = contents(stage, verb, entry.content, ())
    if told and set(tree.mark_lemmas(sentence, told[0].head)) & stage.words.questions:
        return False
    if entry.needs == "clause":
        return any(c.head.upos in ("VERB", "AUX", "ADJ") for c in told) or bool(
            entry.content and tree.obliques(sentence, verb, *sorted(entry.content))
        )
    if entry.needs in ("party", "object"):
        return bool(objects or addressees(stage, verb, entry.to, object_too=True))
    return entry.needs == "nothing" or bool(told or objects)


# ---------------------------------------------------------------- nouns


def _of_noun(stage: Stage, noun: Token) -> Iterator[PositionMention]:
    if noun.upos != "NOUN":
        return
    for entry in position_nouns(stage.language).get(noun.lemma.lower(), ()):
        by, verb = _holders(stage, noun, entry)
        if not by:
            continue
        anchors = [noun, verb] if verb is not None else [noun]
        to = [t for a in anchors for t in addressees(stage, a, entry.to, object_too=False)]
        told = contents(stage, noun, entry.content, to)
        kind = denied_type(stage, verb or noun, entry.type, "keep")
        if kind:
            yield from _mentions(stage, noun, kind, (by, stage.phrases(to)), told, NOUN_CONFIDENCE)
            return


def _holders(stage: Stage, noun: Token, entry: PositionNoun) -> tuple[tuple[Phrase, ...], Token | None]:
    """Who takes the position that a noun names, with the verb that says so."""
    sentence = stage.sentence
    verb = sentence.parent(noun)
    light = entry.verbs or stage.words.light
    if verb is not None and verb.upos == "VERB" and verb.lemma.lower() in light:
        if noun in tree.objects(sentence, verb):
            return _received(stage, verb, noun) or agents(stage, verb), verb
        if noun in tree.subjects(sentence, verb) and verb.relation == "acl":
            return agents(stage, verb), verb
    participles = [c for c in tree.children_by(sentence, noun, "acl") if c.lemma.lower() in light]
    if participles and (by := agents(stage, participles[0])):
        return by, participles[0]
    cases = set(tree.case_lemmas(sentence, noun))
    if verb is not None and entry.cases & cases and verb.upos == "VERB":
        return agents(stage, verb), verb
    return (possessors(stage, noun) if entry.alone else ()), None


def _received(stage: Stage, verb: Token, noun: Token) -> tuple[Phrase, ...]:
    """The giver of what is received: "support from the leaders"."""
    sentence = stage.sentence
    given = [*tree.obliques(sentence, noun, *sorted(stage.words.agent))]
    if not tree.is_passive(sentence, verb):
        given += tree.obliques(sentence, verb, *sorted(stage.words.agent))
    return stage.phrases(g for g in given if g.upos in ("PROPN", "NOUN", "PRON"))


# ---------------------------------------------------------------- predicates


def _of_predicate(stage: Stage, word: Token) -> Iterator[PositionMention]:
    if word.upos not in ("ADJ", "VERB", "NOUN", "ADP"):
        return
    for entry in position_predicates(stage.language).get(word.lemma.lower(), ()):
        if entry.by_speaker or not _is_said_of_subject(stage, word):
            continue
        told = contents(stage, word, entry.content, ())
        kind = denied_type(stage, word, entry.type, entry.negated)
        if kind and (told or not entry.needs_content) and (by := _carriers(stage, word, entry)):
            yield from _mentions(stage, word, kind, (by, ()), told, PREDICATE_CONFIDENCE)
            return


def _is_said_of_subject(stage: Stage, word: Token) -> bool:
    """Whether a predicate stands by a copula, below a verb of calling, or alone after a noun ("pronto a …")."""
    sentence = stage.sentence
    above = sentence.parent(word)
    if tree.children_by(sentence, word, "cop", "nsubj"):
        return True
    below_copula = above is not None and above.lemma.lower() in stage.words.copulas and word.relation == "xcomp"
    return below_copula or word.relation in ("root", "acl", "amod", "advcl", "appos", "conj", "parataxis")


def _carriers(stage: Stage, word: Token, entry: PositionPredicate) -> tuple[Phrase, ...]:
    sentence = stage.sentence
    found = tree.subjects(sentence, word)
    if found:
        return stage.phrases(found)
    above = sentence.parent(word)
    if above is not None and word.relation == "xcomp":
        return tree.doers(stage.document, sentence, above) or stage.phrases(things(stage, above))
    if above is not None and word.relation in ("amod", "acl", "appos") and above.upos in ("NOUN", "PROPN", "PRON"):
        return stage.phrases([above])
    if tree.children_by(sentence, word, "cop"):
        return (tree.dropped_subject(stage.document, sentence, word),)
    return ()


# ---------------------------------------------------------------- mentions


def _mentions(
    stage: Stage, trigger: Token, kind: Taken, parties: Parties, told: Sequence[Content], confidence: float
) -> Iterator[PositionMention]:
    """One mention for each content; without content the clause stands for it."""
    document, sentence = stage.document, stage.sentence
    evidence = tree.clause_span(document, sentence, tree.clause_of(sentence, trigger))
    for place, content in enumerate(told or [Content(trigger, evidence)]):
        type_ = refined_type(stage, kind[0], trigger, content) if kind[1] == "affirmed" else kind[0]
        yield mention_of(
            stage,
            content,
            trigger=trigger,
            mark=trigger if place == 0 else content.head,
            type_=type_,
            polarity=kind[1],
            parties=parties,
            evidence=evidence,
            confidence=confidence,
        )
