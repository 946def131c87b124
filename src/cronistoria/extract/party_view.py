"""One sentence as the finder of parties sees it: its tree, the words of its language, and what its words may mean.

Matches of the gazetteer come in; those that the part of speech or a person's name speaks against are left out.
"""

from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.extract import tree
from cronistoria.extract.gazetteer import Meaning, MeaningKind
from cronistoria.languages.actors import ActorWords
from cronistoria.languages.matching import Match
from cronistoria.model.document import Document
from cronistoria.model.sentence import Sentence, Token
from cronistoria.model.span import Span

NAMES = frozenset({"state", "body", "seat", "place", "person"})
# people of whom one may be told of: words for them are of persons, not of things
ONE = frozenset({"officials", "activists", "diplomats", "experts", "journalists", "rebels", "soldiers", "witnesses",
                 "businessmen", "counterpart", "negotiators", "observers", "politicians"})  # fmt: skip
NO_NAME = frozenset({"VERB", "AUX", "DET", "ADP", "PRON", "ADV", "CCONJ", "SCONJ", "INTJ", "PART", "NUM"})
NO_NOUN = NO_NAME | {"PUNCT", "SYM"}
OPENERS = frozenset(tree.QUOTATION_MARKS + "(:–—-•*|")


class Person(msgspec.Struct, frozen=True):
    """A person's name: the tokens ``first`` to ``last``, both inside, the one they hang on, and the words."""

    first: int
    last: int
    head: int
    words: tuple[str, ...]


class Hit(msgspec.Struct, frozen=True):
    """What the tokens ``first`` to ``last`` (both inside) may mean; ``head`` is the one that the others hang on."""

    first: int
    last: int
    head: int
    meanings: tuple[Meaning, ...]
    text: tuple[str, ...]

    def meaning(self, *kinds: MeaningKind) -> Meaning | None:
        """The first meaning of one of the kinds, in the order of the kinds."""
        return next((m for kind in kinds for m in self.meanings if m.kind == kind), None)


class View(msgspec.Struct, frozen=True):
    """A sentence with the hits in it by their tokens, and its persons by the word that their names hang on."""

    document: Document
    sentence: Sentence
    words: ActorWords
    hits: tuple[Hit, ...]
    at: dict[int, tuple[Hit, ...]]
    people: dict[int, Person]

    def token(self, index: int) -> Token:
        """The token of an index."""
        return self.sentence.tokens[index]

    def span(self, first: int, last: int) -> Span:
        """The characters from one token to another, both inside."""
        tokens = self.sentence.tokens[first : last + 1]
        return self.document.span(min(t.start for t in tokens), max(t.end for t in tokens))

    def named(self, index: int, *kinds: MeaningKind) -> Hit | None:
        """The hit of one of the kinds that a token stands in."""
        return next((hit for hit in self.at.get(index, ()) if hit.meaning(*kinds)), None)

    def bodies_of(self, hit: Hit) -> tuple[str, ...]:
        """The code of the body that a name stands for; those of all its states if several are meant ("the Koreas")."""
        meaning, head = hit.meaning("state", "body", "seat"), self.token(hit.head)
        if meaning is None:
            return ()
        counted = any(c.lower in self.words.counts for c in tree.children_by(self.sentence, head, "nummod", "det"))
        if meaning.kind != "state" or not (counted or head.feats.get("Number") == "Plur"):
            return (meaning.key,)
        return tuple(dict.fromkeys(m.key for m in hit.meanings if m.kind == "state"))

    def codes_of(self, index: int, kind: MeaningKind) -> tuple[str, ...]:
        """All codes of a kind on one token ("russo-americano" has two)."""
        return tuple(dict.fromkeys(m.key for hit in self.at.get(index, ()) for m in hit.meanings if m.kind == kind))


def view_of(
    document: Document, sentence: Sentence, words: ActorWords, matches: Sequence[Match[Meaning]], people: list[Person]
) -> View:
    """The view of a sentence whose persons and entries are known; the persons' words mean nothing else."""
    taken = frozenset(i for person in people for i in range(person.first, person.last + 1))
    hits = tuple(_hits(sentence, words, matches, taken))
    at: dict[int, list[Hit]] = {}
    for hit in hits:
        for index in range(hit.first, hit.last + 1):
            at.setdefault(index, []).append(hit)
    tables = {index: tuple(found) for index, found in at.items()}
    return View(document, sentence, words, hits, tables, {person.head: person for person in people})


def _hits(
    sentence: Sentence, words: ActorWords, matches: Sequence[Match[Meaning]], people: frozenset[int]
) -> Iterator[Hit]:
    for match in matches:
        head = span_head(sentence, match.first, match.last)
        kept = tuple(m for m in match.meanings if _is_possible(m, sentence, match.first, match.last, head))
        free = people.isdisjoint(range(match.first, match.last + 1))
        if kept and free and not _is_against(sentence, match, words):
            yield Hit(match.first, match.last, head.index, kept, match.text)


def _is_against(sentence: Sentence, match: Match[Meaning], words: ActorWords) -> bool:
    """Whether a prefix makes the words mean somebody else: "anti-Iranian", "filo-russo"."""
    if any(m.kind in ("office", "concept", "nobody") for m in match.meanings):
        return False
    token = sentence.tokens[match.first]
    prefix, hyphen, _ = token.lower.partition("-")
    if hyphen and prefix in words.against:
        return True
    hyphenated = match.first > 1 and sentence.tokens[match.first - 1].form == "-"
    return hyphenated and sentence.tokens[match.first - 2].lower in words.against


def span_head(sentence: Sentence, first: int, last: int) -> Token:
    """The token of a stretch that hangs on a word outside, a content word if there is one."""
    outside = [t for t in sentence.tokens[first : last + 1] if not first <= t.head <= last]
    weighty = [t for t in outside if t.upos not in ("ADP", "DET", "PUNCT", "CCONJ")]
    return (weighty or outside or [sentence.tokens[first]])[0]


def _is_possible(meaning: Meaning, sentence: Sentence, first: int, last: int, head: Token) -> bool:
    if first != last:
        return True
    if meaning.kind in NAMES:
        return not (opens(sentence, first) and head.upos in NO_NAME and head.entity == "O" and not _is_capitals(head))
    if meaning.kind == "demonym":
        return head.upos not in NO_NOUN
    if meaning.kind in ("office", "concept"):
        relation = tree.first_conjunct(sentence, head).relation
        if meaning.key in ONE and head.feats.get("Animacy") == "Inan":
            return False
        modifies = head.upos == "ADJ" and relation in ("amod", "advmod")
        return head.upos not in NO_NOUN and (not modifies or _follows_determiner(sentence, first))
    return True


def _follows_determiner(sentence: Sentence, index: int) -> bool:
    return index > 0 and sentence.tokens[index - 1].upos == "DET"


def _is_capitals(token: Token) -> bool:
    return token.form.isupper() and len(token.form) > 1


def opens(sentence: Sentence, index: int) -> bool:
    """Whether a word opens its sentence, a quotation or a part after a colon, where a capital says nothing."""
    while index > 0 and set(sentence.tokens[index - 1].form) <= OPENERS:
        index -= 1
    return index == 0
