"""Positions that a word tells: verbs, nouns and predicates of demanding, offering, threatening, refusing and the like.

Sentences come in, position mentions go out in text order: who, towards whom, what, on which condition, with which
consequence. Positions without such a word are found by ``speech_acts.py``.
"""

from collections.abc import Iterator, Sequence

from cronistoria.extract.position_frames import Stage, by_depth
from cronistoria.extract.position_mentions import with_answers
from cronistoria.extract.position_nouns import find_noun_positions
from cronistoria.extract.position_predicates import find_predicate_positions
from cronistoria.extract.position_types import is_empty, is_within_position
from cronistoria.extract.position_verbs import find_verb_positions
from cronistoria.extract.speech_acts import find_speech_acts
from cronistoria.languages.grammar import load_grammar
from cronistoria.languages.positions import load_position_words
from cronistoria.model.document import Document
from cronistoria.model.mention import PositionMention
from cronistoria.model.sentence import Sentence

MOST_EARLIER = 12
FINDERS = (find_predicate_positions, find_verb_positions, find_noun_positions)


def find_positions(document: Document, sentences: Sequence[Sentence], *, language: str) -> Iterator[PositionMention]:
    """The positions that a report tells of, in text order.

    "Belgrado esige il ritiro delle truppe." yields one: a demand by "Belgrado", content "il ritiro delle truppe".
    """
    words, grammar = load_position_words(language), load_grammar(language)
    earlier: list[PositionMention] = []
    for sentence in sentences:
        stage = Stage(document, sentence, words, grammar, language)
        found = list(_in_sentence(stage))
        found += find_speech_acts(stage, frozenset(i for m in found for i in (m.head, m.about)))
        for mention in sorted(found, key=lambda m: (m.trigger.start, m.content.start)):
            yield with_answers(mention, earlier, sentences, language)
            earlier = [*earlier[-MOST_EARLIER:], mention]


def _in_sentence(stage: Stage) -> Iterator[PositionMention]:
    """The positions that words tell; those that are only the content of another are left out."""
    triggers: set[int] = set()
    for token in by_depth(stage.sentence):
        if is_within_position(stage, token, triggers):
            continue
        found = next((mentions for find in FINDERS if (mentions := list(find(stage, token)))), [])
        if found and not is_empty(stage, token):
            triggers.add(token.index)
            yield from found
