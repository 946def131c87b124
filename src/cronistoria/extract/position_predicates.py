"""Positions that an adjective or participle tells of its subject: "is ready to", "says it is opposed to".

A word of a sentence comes in, position mentions go out.
"""

from collections.abc import Iterator

from cronistoria.extract import tree
from cronistoria.extract.position_frames import Content, Stage, clauses, contents, things, under
from cronistoria.extract.position_mentions import Parties, act_of, mentions_of
from cronistoria.extract.position_types import denied_type
from cronistoria.languages.positions import PositionPredicate, position_predicates
from cronistoria.model.mention import Phrase, PositionMention
from cronistoria.model.record import PositionType
from cronistoria.model.sentence import Token

CONFIDENCE = 0.7
DESCRIBING: frozenset[PositionType] = frozenset({"objection", "support"})


def find_predicate_positions(stage: Stage, word: Token) -> Iterator[PositionMention]:
    """ "The government is ready to talk": the mentions of a predicate that its subject takes."""
    if word.upos not in ("ADJ", "VERB", "NOUN", "ADP"):
        return
    for entry in _predicate_entries(stage, word):
        if entry.by_speaker or not _is_said_of_subject(stage, word):
            continue
        if word.relation == "amod" and entry.type in DESCRIBING:
            continue
        told = contents(stage, word, entry.content, tree.objects(stage.sentence, word)) or _below_time(
            stage, word, entry
        )
        told = told or _beside_verb(stage, word, entry)
        kind = denied_type(stage, word, entry.type, entry.negated)
        if kind and (told or not entry.needs_content) and (by := _carriers(stage, word, entry)):
            yield from mentions_of(stage, act_of(word, kind, Parties(by), CONFIDENCE), told)
            return


def _below_time(stage: Stage, word: Token, entry: PositionPredicate) -> list[Content]:
    """Content that a parser hung on an adverbial beside the word ("is ready at a later stage for talks")."""
    beside = tree.children_by(stage.sentence, word, "obl")
    return next((found for other in beside if (found := contents(stage, other, entry.content, ()))), [])


def _beside_verb(stage: Stage, word: Token, entry: PositionPredicate) -> list[Content]:
    """Content that a parser hung on the verb of calling above ("si è detto disponibile | a una tregua")."""
    above = stage.sentence.parent(word) if word.relation == "xcomp" else None
    if above is None or not above.keys & stage.words.copulas:
        return []
    found = [n for n in under(stage, above, entry.content) if n.index > word.index and n.relation == "obl"]
    return [Content(n, tree.clause_span(stage.document, stage.sentence, n)) for n in found[:1]]


def _predicate_entries(stage: Stage, word: Token) -> tuple[PositionPredicate, ...]:
    """The entries of a word by its lemma, those of a participle in the passive by its form ("is opposed")."""
    table = position_predicates(stage.language)
    by_lemma = table.get(word.lemma.lower(), ())
    said = word.relation == "xcomp" and word.feats.get("VerbForm") == "Part"
    if by_lemma or not (said or tree.is_passive(stage.sentence, word)):
        return by_lemma
    return tuple(e for e in table.get(word.lower, ()) if under(stage, word, e.content) or clauses(stage, word))


def _is_said_of_subject(stage: Stage, word: Token) -> bool:
    """Whether a predicate stands by a copula, below a verb of calling, or alone after a noun ("pronto a …")."""
    sentence = stage.sentence
    above = sentence.parent(word)
    if tree.children_by(sentence, word, "cop", "nsubj"):
        return True
    below_copula = above is not None and bool(above.keys & stage.words.copulas) and word.relation == "xcomp"
    if word.relation == "ccomp" and word.upos == "ADJ":
        return True
    return below_copula or word.relation in ("root", "acl", "amod", "advcl", "appos", "conj", "parataxis")


def _carriers(stage: Stage, word: Token, entry: PositionPredicate) -> tuple[Phrase, ...]:
    sentence = stage.sentence
    found = tree.subjects(sentence, word)
    if found:
        return stage.phrases(found)
    above = sentence.parent(word)
    said = word.relation == "ccomp" and not tree.is_finite(sentence, word)
    if above is not None and (word.relation == "xcomp" or said):
        return tree.doers(stage.document, sentence, above) or stage.phrases(things(stage, above))
    if above is not None and word.relation in ("amod", "acl", "appos") and above.upos in ("NOUN", "PROPN", "PRON"):
        return stage.phrases([above])
    if tree.is_finite(sentence, word):
        return (tree.dropped_subject(stage.document, sentence, word),)
    return ()
