"""Which nouns are forces: by themselves, by what stands beside them, or because they are counted ("1.800 uomini").

A sentence and a word come in; whether it is a force, and how many, goes out. Forms are matched beside lemmas.
"""

from cronistoria.extract import tree
from cronistoria.extract.quantities import find_quantity
from cronistoria.languages.forces import ForceWords
from cronistoria.languages.quantities import QuantityWords
from cronistoria.model.document import Document
from cronistoria.model.mention import QuantityMention
from cronistoria.model.sentence import Sentence, Token

MODIFIERS = frozenset({"compound", "amod", "flat"})
INSERTIONS = frozenset("-–—,(")
REACH = 7
HEADS = frozenset({"nsubj", "obj", "obl", "conj", "root", "nmod", "appos", "dep", "parataxis"})


def is_force(sentence: Sentence, token: Token, forces: ForceWords, *, bodies: bool = True) -> bool:
    """Whether a noun names forces, by itself or with the modifiers that make it so."""
    keys = token.keys
    if token.relation in MODIFIERS or (token.upos == "ADJ" and token.relation not in ("nsubj", "obj")):
        return False
    if keys & forces.forces or (bodies and keys & forces.bodies):
        return True
    needed = frozenset().union(*(forces.compounds.get(key, frozenset()) for key in sorted(keys)))
    if not needed:
        return False
    near = tree.children_by(sentence, token, "amod", "compound", "nmod", "flat", "acl", "appos")
    return any(t.keys & needed for t in near)


def is_counted(token: Token, forces: ForceWords, number: QuantityMention | None) -> bool:
    """Whether a noun of people may stand for forces: it has a number ("uomini", or those of a nation: "Americans")."""
    if number is None or token.relation in MODIFIERS:
        return False
    return bool(token.keys & forces.counted)


def is_elided(sentence: Sentence, token: Token, forces: ForceWords) -> bool:
    """Whether a bare number counts forces that were named earlier in the sentence ("... and a hundred will follow")."""
    if token.upos != "NUM" or token.relation not in HEADS or token.relation == "nummod":
        return False
    if any(c.upos in ("NOUN", "PROPN") for c in sentence.children(token)):
        return False
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if following is not None and following.upos in ("NOUN", "PROPN", "ADP", "SYM", "ADJ"):
        return False
    return any(is_force(sentence, t, forces, bodies=False) for t in sentence.tokens[: token.index] if t.upos == "NOUN")


def count_of(document: Document, sentence: Sentence, force: Token, numbers: QuantityWords) -> QuantityMention | None:
    """The number of a force, vague ones included."""
    if force.upos == "NUM" and force.index + 1 < len(sentence.tokens):
        return find_quantity(document, sentence, sentence.tokens[force.index + 1], numbers)
    return find_quantity(document, sentence, force, numbers) or _count_behind(document, sentence, force, numbers)


def _count_behind(
    document: Document, sentence: Sentence, force: Token, numbers: QuantityWords
) -> QuantityMention | None:
    """The number in an insertion right behind the phrase: "the contingent - about 300 soldiers -"."""
    end = max(t.index for t in tree.phrase_tokens(sentence, force)) + 1
    marks = [t.index for t in sentence.tokens[force.index + 1 : end + 1] if t.form in INSERTIONS]
    if not marks:
        return None
    for token in sentence.tokens[marks[0] + 1 : marks[0] + REACH]:
        if token.upos in ("NOUN", "ADJ") and (found := find_quantity(document, sentence, token, numbers)):
            return found if found.span.start <= sentence.tokens[marks[0] + 1].start else None
        if token.form in INSERTIONS or token.upos in ("VERB", "ADP"):
            return None
    return None


def continues_earlier(sentence: Sentence, force: Token, forces: ForceWords) -> bool:
    """Whether the words mean more of the forces told of before ("altri 1.800", "two more destroyers")."""
    beside = [*sentence.children(force), *sentence.tokens[max(force.index - 3, 0) : force.index]]
    return any(t.keys & forces.others and t.upos in ("ADJ", "DET", "ADV", "PRON") for t in beside)
