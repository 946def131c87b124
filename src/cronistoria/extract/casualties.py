"""The dead, the wounded and the missing: "almeno 85 persone sono morte", "27 morti e 35 feriti", "killed ten".

A verb or a sentence comes in, numbers of victims go out.
"""

from collections.abc import Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.quantities import find_quantity
from cronistoria.languages.events import Casualty, EventWords
from cronistoria.languages.quantities import QuantityWords
from cronistoria.model.document import Document
from cronistoria.model.mention import QuantityMention
from cronistoria.model.sentence import Sentence, Token


class Casualties(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of victims as the words give them."""

    killed: QuantityMention | None = None
    wounded: QuantityMention | None = None
    missing: QuantityMention | None = None


def casualties_of_victims(
    document: Document, sentence: Sentence, victims: Sequence[Token], kind: Casualty, numbers: QuantityWords
) -> Casualties:
    """The number of those whom a verb of killing, dying or wounding befalls; empty if they are not counted."""
    for victim in victims:
        head = tree.antecedent(sentence, victim) or victim
        found = find_quantity(document, sentence, head, numbers) or _number_itself(document, sentence, head, numbers)
        if found is not None:
            return _toll(kind, found)
    return Casualties()


def casualties_of_nouns(
    document: Document, sentence: Sentence, deeds: frozenset[int], words: EventWords, numbers: QuantityWords
) -> Casualties | None:
    """The numbers that stand with nouns of victims; the first of each kind; ``None`` if there are none.

    ``deeds``: indices of the words that tell an assault.
    """
    found: dict[Casualty, QuantityMention] = {}
    for token in sentence.tokens:
        kind = _kind(token, words)
        if kind is not None and kind not in found and _belongs(sentence, token, deeds):
            number = _number_of(document, sentence, token, words, numbers)
            if number is not None:
                found[kind] = number
    if not found:
        return None
    return Casualties(killed=found.get("killed"), wounded=found.get("wounded"), missing=found.get("missing"))


def _belongs(sentence: Sentence, victims: Token, deeds: frozenset[int]) -> bool:
    """Whether victims are told of the deeds: not in a relative clause about something else ("a revolt that cost")."""
    chain = [victims, *tree.ancestors(sentence, victims)]
    clause = next((t for t in chain if t.deprel == "acl:relcl"), None)
    if clause is None or clause.index in deeds:
        return True
    above = list(tree.ancestors(sentence, clause))[:3]
    return any(t.index in deeds for t in above) or any(t.index in deeds for t in chain[: chain.index(clause)])


def _number_of(
    document: Document, sentence: Sentence, victims: Token, words: EventWords, numbers: QuantityWords
) -> QuantityMention | None:
    """The number beside a noun of victims, or of those who are left so ("35 persone sono rimaste ferite")."""
    above = sentence.parent(victims)
    suffered = victims.relation == "obj" and find_quantity(document, sentence, victims, numbers) is None
    if (victims.relation == "xcomp" or suffered) and above is not None:
        if (own := find_quantity(document, sentence, above, numbers)) is not None:
            return own
        subjects = [_behind_scale(sentence, s, numbers) for s in tree.subjects(sentence, above)]
        found = [find_quantity(document, sentence, s, numbers) for s in subjects]
        found += [_number_itself(document, sentence, s, numbers) for s in subjects]
        return next((number for number in found if number is not None), None)
    if above is not None and is_toll(sentence, above, words):
        return _risen_to(document, sentence, above, words, numbers)
    if victims.relation == "nsubj" and above is not None and above.upos == "NUM":
        beside = find_quantity(document, sentence, victims, numbers)
        return beside or _number_itself(document, sentence, above, numbers)
    if victims.relation in ("amod", "acl") and above is not None and above.upos == "NOUN":
        return find_quantity(document, sentence, above, numbers)
    return find_quantity(document, sentence, victims, numbers)


def is_toll(sentence: Sentence, noun: Token, words: EventWords) -> bool:
    """Whether a noun is the count that a verb tells to have changed ("the death | toll | rose")."""
    above = sentence.parent(noun)
    counted = noun.relation == "nsubj" and bool(noun.keys & words.tolls)
    return counted and above is not None and above.upos == "VERB"


def _risen_to(
    document: Document, sentence: Sentence, toll: Token, words: EventWords, numbers: QuantityWords
) -> QuantityMention | None:
    """The bare number that a count has come to ("rose | to 97")."""
    above = sentence.parent(toll)
    beside = tree.obliques(sentence, above, *sorted(words.toll_cases)) if above is not None else []
    bare = [t for t in beside if t.upos == "NUM" or t.form.isdigit()]
    found = (
        find_quantity(document, sentence, t, numbers) or _number_itself(document, sentence, t, numbers) for t in bare
    )
    return next((number for number in found if number is not None), None)


def _behind_scale(sentence: Sentence, head: Token, numbers: QuantityWords) -> Token:
    """The word behind one that is only a part of a number ("3,7 | тыс."), from which the number is read."""
    scale = head.lower in numbers.scales and head.index + 1 < len(sentence.tokens)
    return sentence.tokens[head.index + 1] if scale else head


def _kind(token: Token, words: EventWords) -> Casualty | None:
    if token.upos not in ("NOUN", "ADJ", "VERB"):
        return None
    return next((k for k, nouns in words.casualties.items() if token.keys & nouns), None)


def _number_itself(
    document: Document, sentence: Sentence, head: Token, numbers: QuantityWords
) -> QuantityMention | None:
    """Victims that are only counted ("ne sono morti venti", "killing at least 27")."""
    is_number = head.upos == "NUM" or head.form.isdigit()
    behind = (t for t in sentence.tokens[head.index + 1 :] if t.lower.rstrip(".") not in {"", *numbers.scales})
    following = next(behind, None) or next(iter(sentence.tokens[head.index + 1 :]), None)
    return find_quantity(document, sentence, following, numbers) if is_number and following else None


def _toll(kind: Casualty, number: QuantityMention) -> Casualties:
    if kind == "killed":
        return Casualties(killed=number)
    return Casualties(wounded=number) if kind == "wounded" else Casualties(missing=number)
