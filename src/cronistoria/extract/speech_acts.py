"""Positions without a verb of their own, in words that somebody says: "we will answer", "the troops must leave".

The predicates of a sentence come in, position mentions go out: by the one whose words they are, or by those named if
they are of his side. Whose words they are is told by the sentence or, later, by the statement around it.
"""

from collections.abc import Iterator

import msgspec

from cronistoria.extract import reality, tree
from cronistoria.extract.position_frames import Content, Stage, by_depth
from cronistoria.extract.position_mentions import Act, mentions_of
from cronistoria.extract.position_types import is_within_position
from cronistoria.extract.speech_demands import find_demand, find_precondition
from cronistoria.extract.speech_judgements import (
    amounting_verb,
    find_accusation,
    find_calling,
    find_reprisal,
    find_suffering,
    find_verdict,
    find_warning,
)
from cronistoria.extract.speech_promises import find_absence, find_promise
from cronistoria.model.mention import PositionMention
from cronistoria.model.sentence import Token

FINDERS = (
    find_suffering,
    find_precondition,
    find_demand,
    find_absence,
    find_promise,
    find_reprisal,
    find_verdict,
    find_warning,
    find_accusation,
)
PREDICATES = frozenset({"VERB", "ADJ", "NOUN", "AUX", "ADV"})
NO_CLAIMS = frozenset({"acl", "advcl", "csubj", "nsubj", "amod", "nmod", "obl", "appos"})


def find_speech_acts(stage: Stage, taken: frozenset[int]) -> Iterator[PositionMention]:
    """The positions of a sentence beside those whose words are ``taken``; what only tells their content is left out."""
    triggers = set(taken)
    for word in by_depth(stage.sentence):
        if word.upos not in PREDICATES or word.index in triggers:
            continue
        if is_within_position(stage, word, triggers) or _is_irreal(stage, word) or _only_helps(stage, word, taken):
            continue
        found = _first(stage, word)
        if found is not None:
            triggers.add(word.index)
            yield from mentions_of(stage, msgspec.structs.replace(found[0], modality="asserted"), [found[1]])


def _only_helps(stage: Stage, word: Token, taken: frozenset[int]) -> bool:
    """Whether a word of will only helps one that takes a position itself ("we are not going to accept")."""
    below = tree.children_by(stage.sentence, word, "xcomp")
    return bool(word.keys & stage.words.speech.intending) and any(c.index in taken for c in below)


def _first(stage: Stage, word: Token) -> tuple[Act, Content] | None:
    finders = (find_calling,) if _claims_nothing(stage, word) else (find_calling, *FINDERS)
    return next((found for find in finders if (found := find(stage, word)) is not None), None)


def _claims_nothing(stage: Stage, word: Token) -> bool:
    """Whether a word is no predicate of a clause that claims something: a relative, an adverbial, a part of a phrase.

    A noun in a phrase may still be a need that somebody stresses.
    """
    head = tree.first_conjunct(stage.sentence, word)
    if amounting_verb(stage, word) is not None:
        return False
    return head.relation in NO_CLAIMS and word.lemma.lower() not in stage.words.speech.needs


def _is_irreal(stage: Stage, word: Token) -> bool:
    """Whether a word stands in a condition or a question."""
    sentence = stage.sentence
    head = tree.first_conjunct(sentence, word)
    if reality.is_conditional_clause(sentence, word, stage.grammar):
        return True
    asked = set(tree.mark_lemmas(sentence, head)) & stage.words.questions
    return bool(asked) or any(c.form == "?" for c in tree.children_by(sentence, word, "punct"))
