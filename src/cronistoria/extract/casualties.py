"""The dead, the wounded and the missing: "almeno 85 persone sono morte", "27 morti e 35 feriti", "killed ten".

A verb or a sentence comes in, numbers of victims go out.
"""

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.quantities import find_quantity
from cronistoria.languages.events import Casualty, EventVerb, EventWords
from cronistoria.languages.quantities import QuantityWords
from cronistoria.model.document import Document
from cronistoria.model.mention import QuantityMention
from cronistoria.model.sentence import Sentence, Token


class Casualties(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of victims as the words give them."""

    killed: QuantityMention | None = None
    wounded: QuantityMention | None = None
    missing: QuantityMention | None = None


def casualties_of_verb(
    document: Document, sentence: Sentence, verb: Token, entry: EventVerb, numbers: QuantityWords
) -> Casualties:
    """The number of those whom a verb of killing, dying or wounding befalls; empty for other verbs."""
    if entry.casualty is None:
        return Casualties()
    victims = tree.subjects(sentence, verb) if entry.victim_is_subject else tree.objects(sentence, verb)
    above = sentence.parent(verb)
    if not victims and above is not None and verb.relation == "acl":
        victims = [above]
    for victim in victims:
        head = tree.antecedent(sentence, victim) or victim
        found = find_quantity(document, sentence, head, numbers) or _number_itself(document, sentence, head, numbers)
        if found is not None:
            return _toll(entry.casualty, found)
    return Casualties()


def casualties_of_nouns(
    document: Document, sentence: Sentence, words: EventWords, numbers: QuantityWords
) -> Casualties | None:
    """The numbers that stand with nouns of victims; the first of each kind; ``None`` if there are none."""
    found: dict[Casualty, QuantityMention] = {}
    for token in sentence.tokens:
        kind = _kind(token, words)
        if kind is not None and kind not in found:
            number = find_quantity(document, sentence, token, numbers)
            if number is not None:
                found[kind] = number
    if not found:
        return None
    return Casualties(killed=found.get("killed"), wounded=found.get("wounded"), missing=found.get("missing"))


def _kind(token: Token, words: EventWords) -> Casualty | None:
    if token.upos not in ("NOUN", "ADJ", "VERB"):
        return None
    return next((k for k, nouns in words.casualties.items() if {token.lemma.lower(), token.lower} & nouns), None)


def _number_itself(
    document: Document, sentence: Sentence, head: Token, numbers: QuantityWords
) -> QuantityMention | None:
    """Victims that are only counted ("ne sono morti venti", "killing at least 27")."""
    following = sentence.tokens[head.index + 1] if head.index + 1 < len(sentence.tokens) else None
    return find_quantity(document, sentence, following, numbers) if head.upos == "NUM" and following else None


def _toll(kind: Casualty, number: QuantityMention) -> Casualties:
    if kind == "killed":
        return Casualties(killed=number)
    return Casualties(wounded=number) if kind == "wounded" else Casualties(missing=number)
