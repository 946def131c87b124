"""Which nouns are forces: by themselves, by what stands beside them, or because they are counted ("1.800 uomini").

A sentence and a word come in; whether it is a force, and how many, goes out. Forms are matched beside lemmas.
"""

import re

from cronistoria.extract import tree
from cronistoria.extract.quantities import find_quantity
from cronistoria.languages.forces import ForceWords, load_force_words
from cronistoria.languages.quantities import QuantityWords
from cronistoria.languages.quotes import load_quote_words
from cronistoria.model.document import Document
from cronistoria.model.mention import QuantityMention
from cronistoria.model.sentence import Sentence, Token

MODEL = re.compile(r"[^\W\d_]{1,4}-\d{1,3}\w{0,3}")
YEAR = re.compile(r"(?:19|20)\d\d")
MODIFIERS = frozenset({"compound", "amod", "flat"})
INSERTIONS = frozenset("-–—,(")
REACH, PART_REACH = 7, 3
SERVICE = 4
HEADS = frozenset({"nsubj", "obj", "obl", "conj", "root", "nmod", "appos", "dep", "parataxis"})


def is_force(sentence: Sentence, token: Token, forces: ForceWords, *, bodies: bool = True) -> bool:
    """Whether a noun names forces, by itself or with the modifiers that make it so."""
    keys = token.keys
    if token.relation in MODIFIERS or (token.upos == "ADJ" and token.relation not in ("nsubj", "obj")):
        return False
    if keys & forces.forces or (bodies and keys & forces.bodies) or _is_ship_of_service(sentence, token, forces):
        return True
    if keys & forces.national and _is_of_people(sentence, token, forces):
        return True
    needed = frozenset().union(*(forces.compounds.get(key, frozenset()) for key in sorted(keys)))
    if not needed:
        return False
    near = tree.children_by(sentence, token, "amod", "compound", "nmod", "flat", "acl", "appos")
    return any(t.keys & needed for t in near)


def _is_ship_of_service(sentence: Sentence, token: Token, forces: ForceWords) -> bool:
    """Whether a name opens with the service whose ship it is ("USS Hue City")."""
    written = token.form.isupper() or (token.form.istitle() and token.index > 0 and len(token.form) <= SERVICE)
    named = token.lower in forces.services and written and token.index + 1 < len(sentence.tokens)
    return named and sentence.tokens[token.index + 1].upos == "PROPN"


def _is_of_people(sentence: Sentence, token: Token, forces: ForceWords) -> bool:
    """Whether a people, an army or a possessor is named beside a noun ("Chinese ships", "its units")."""
    for child in sentence.children(token):
        if child.deprel in ("nmod:poss", "det:poss"):
            return True
        if child.relation in (*MODIFIERS, "nmod") and child.keys & (forces.peoples | forces.bodies):
            return True
    return False


def may_be_counted(token: Token, forces: ForceWords) -> bool:
    """Whether a noun of people, or a model ("F-16"), stands for forces if it has a number."""
    return bool(token.keys & forces.counted) or MODEL.fullmatch(token.form) is not None


def is_counted(token: Token, number: QuantityMention | None) -> bool:
    """Whether such a noun has one ("uomini", or those of a nation: "Americans")."""
    return number is not None and token.relation not in MODIFIERS


def is_elided(sentence: Sentence, token: Token, forces: ForceWords) -> bool:
    """Whether a bare number counts forces that were named earlier in the sentence ("... and a hundred will follow")."""
    if token.upos != "NUM" or token.relation not in HEADS or token.relation == "nummod":
        return False
    if any(c.upos in ("NOUN", "PROPN") for c in sentence.children(token)) or _is_year(token):
        return False
    following = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else None
    if following is not None and following.upos in ("NOUN", "PROPN", "ADP", "SYM", "ADJ"):
        return False
    return any(is_force(sentence, t, forces, bodies=False) for t in sentence.tokens[: token.index] if t.upos == "NOUN")


def _is_year(token: Token) -> bool:
    """Whether a bare number below a noun is a year ("May 2024")."""
    return token.relation == "nmod" and YEAR.fullmatch(token.form) is not None


def is_part(sentence: Sentence, token: Token, forces: ForceWords) -> bool:
    """Whether a bare number counts some of the forces named before it ("5,000 soldiers, of whom 400 in Mali")."""
    before = [t for t in sentence.tokens[max(token.index - PART_REACH, 0) : token.index] if t.upos != "PUNCT"]
    if token.upos != "NUM" or not any(t.keys & forces.parts for t in before):
        return False
    named = (t for t in sentence.tokens[: token.index] if t.upos in ("NOUN", "ADJ"))
    return any(is_force(sentence, t, forces, bodies=False) or t.keys & forces.counted for t in named)


def is_led(sentence: Sentence, force: Token, language: str) -> bool:
    """Whether forces only tell whose a person is ("the commander of the NATO forces arrived")."""
    above = sentence.parent(tree.first_conjunct(sentence, force))
    if above is None or force.relation not in ("nmod", "conj") or above.feats.get("Number") == "Plur":
        return False
    forces = load_force_words(language)
    return bool(above.keys & load_quote_words(language).persons) and not (
        above.keys & forces.links or is_force(sentence, above, forces)
    )


def count_of(document: Document, sentence: Sentence, force: Token, numbers: QuantityWords) -> QuantityMention | None:
    """The number of a force, vague ones included."""
    if force.upos == "NUM" and force.index + 1 < len(sentence.tokens):
        return find_quantity(document, sentence, sentence.tokens[force.index + 1], numbers)
    found = find_quantity(document, sentence, force, numbers) or _count_behind(document, sentence, force, numbers)
    return found or _count_within(document, sentence, force, numbers)


def _count_within(
    document: Document, sentence: Sentence, force: Token, numbers: QuantityWords
) -> QuantityMention | None:
    """The number of those of whom a unit is: "a battalion of around 200 soldiers"."""
    articles = {c.feats.get("Definite") for c in tree.children_by(sentence, force, "det")}
    members = [c for c in tree.children_by(sentence, force, "nmod") if c.feats.get("Number") == "Plur"]
    if "Ind" not in articles or not members or members[0].index < force.index:
        return None
    return find_quantity(document, sentence, members[0], numbers)


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
