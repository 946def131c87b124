"""What "he", "they" or an unspoken subject may stand for: the parties of the last sentences, and their weight.

Parties come in as the text is read, in text order; a question looks back a few sentences and gets the party that fits
in number, gender and kind and stands out most: subjects before objects before the rest, the nearer before the farther.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence

import msgspec

from cronistoria.compose.syntax import first_conjunct
from cronistoria.model.actor import ActorKind
from cronistoria.model.sentence import Sentence, Token

SENTENCES_BACK = 4
REFERENTS_BACK = 40
LOSS_PER_SENTENCE = 1.0
RANKS = {"nsubj": 3.0, "obl:agent": 2.5, "nsubj:pass": 2.5, "root": 1.5, "obj": 2.0, "iobj": 1.8, "obl": 1.2,
         "parataxis": 1.2, "appos": 0.8, "nmod": 0.5}  # fmt: skip
LOSS_IN_QUOTES, LOSS_OF_SEVERAL = 2.0, 0.2
LEAST_RANK = 0.4
LEAST_SCORE = 0.5


class Referent(msgspec.Struct, frozen=True):
    """A party at a word: ``ids`` of all that are meant, ``kind`` of the first; ``verb``: the word that it hangs on.

    ``number`` and ``gender`` are UD values, ``None`` where unknown; ``quoted``: inside somebody's words.
    """

    sentence: int
    token: int
    ids: tuple[str, ...]
    kind: ActorKind
    rank: float
    number: str | None = None
    gender: str | None = None
    verb: int = -1
    quoted: bool = False


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a word that refers back tells of its antecedent; ``None`` fits all.

    ``least``: the rank that an antecedent in the same sentence must have. ``without``: actors that it cannot be.
    ``verb``: what the word hangs on: its other dependents are somebody else. ``sure``: the gender must be known.
    """

    number: str | None = None
    gender: str | None = None
    kinds: frozenset[ActorKind] | None = None
    least: float = 0.0
    without: frozenset[str] = frozenset()
    verb: int = -1
    quoted: bool = False
    sure: bool = False


class Referents:
    """The parties read so far, in text order."""

    def __init__(self, turns: Sequence[int]) -> None:
        """``turns``: a number for each sentence; differences of these are how far apart two sentences are."""
        self._turns = turns
        self._all: list[Referent] = []

    def add(self, referent: Referent) -> None:
        """Notes a party; those of one sentence may come in any order."""
        insort(self._all, referent, key=_place)

    def before(self, sentence: int, token: int, *, back: int = SENTENCES_BACK) -> Iterator[Referent]:
        """The parties before a word, nearest first, from as many sentences as ``back`` says at most."""
        end = bisect_left(self._all, (sentence, token), key=_place)
        for referent in reversed(self._all[max(0, end - REFERENTS_BACK) : end]):
            if self._apart(referent, sentence) > back:
                return
            yield referent

    def find(self, wanted: Wanted, sentence: int, token: int, *, back: int = SENTENCES_BACK) -> tuple[str, ...]:
        """The ids of what stands out most among all that fits; () if nothing does."""
        best = LEAST_SCORE
        found: tuple[str, ...] = ()
        for referent in self.before(sentence, token, back=back):
            if not _fits(referent, wanted, sentence):
                continue
            score = _score(referent, wanted) - LOSS_PER_SENTENCE * self._apart(referent, sentence)
            if score > best:
                best, found = score, referent.ids
        return found

    def _apart(self, referent: Referent, sentence: int) -> int:
        return self._turns[sentence] - self._turns[referent.sentence]


def rank_of(sentence: Sentence, token: Token) -> float:
    """How much a party stands out by the relation of its word (of the first it is coordinated with) to its governor."""
    head = first_conjunct(sentence, token, "conj", "flat", "appos")
    rank = RANKS.get(head.deprel, RANKS.get(head.relation, LEAST_RANK))
    verb = sentence.parent(head)
    embedded = verb is not None and verb.relation not in ("root", "conj", "parataxis")
    return rank - 0.3 if embedded and rank > 1 else rank


def number_of(sentence: Sentence, token: Token) -> str | None:
    """The number of a party, ``None`` if a verb in the plural tells that one word stands for many ("the RSF deny")."""
    number, verb = token.feats.get("Number"), sentence.parent(token)
    if number != "Sing" or token.relation != "nsubj" or verb is None:
        return number
    helpers = (c for c in sentence.children(verb) if c.relation in ("aux", "cop"))
    alone = not any(c.relation == "conj" for c in sentence.children(token))
    return None if alone and any(t.feats.get("Number") == "Plur" for t in (verb, *helpers)) else number


def _place(referent: Referent) -> tuple[int, int]:
    return referent.sentence, referent.token


def _fits(referent: Referent, wanted: Wanted, sentence: int) -> bool:
    here = referent.sentence == sentence
    if here and (referent.rank < wanted.least or (wanted.verb >= 0 and referent.verb == wanted.verb)):
        return False
    if wanted.kinds is not None and referent.kind not in wanted.kinds:
        return False
    if wanted.number and not _number_fits(referent, wanted.number):
        return False
    if wanted.sure and referent.gender != wanted.gender:
        return False
    if wanted.kinds and "person" not in wanted.kinds and wanted.gender and referent.gender not in (None, wanted.gender):
        return False
    if wanted.gender == "Masc" and referent.gender == "Fem" and referent.kind == "person":
        return False
    return not wanted.without.intersection(referent.ids)


def _number_fits(referent: Referent, number: str) -> bool:
    if len(referent.ids) > 1:
        return number == "Plur"
    if referent.kind in ("person", "office"):
        return number == "Sing"
    if referent.kind in ("state", "organisation") and number == "Sing":
        return True
    if number == "Plur" and referent.number is None:
        return referent.kind in ("group", "organisation", "armed_group")
    return referent.number is None or referent.number == number


def _score(referent: Referent, wanted: Wanted) -> float:
    score = referent.rank + (0.4 if referent.kind == "person" else 0.0)
    if wanted.gender and referent.gender and referent.kind == "person":
        score += 0.5 if wanted.gender == referent.gender else -1.0
    if referent.quoted and not wanted.quoted:
        score -= LOSS_IN_QUOTES if len(referent.ids) == 1 else LOSS_OF_SEVERAL
    return score
