"""The words of positions: who demands, threatens, promises, refuses what, and where the parties and the content stand.

Read by ``extract/positions.py``, ``extract/position_frames.py`` and ``extract/speech_acts.py``. Entries are lemmas in
lower case; forms are matched too.
"""

from functools import cache
from typing import Literal, TypeVar

import msgspec

from cronistoria.languages.tables import load_table
from cronistoria.model.record import PositionType

WhenNegated = PositionType | Literal["keep", "drop"]
Need = Literal["nothing", "content", "clause", "party", "object"]


class PositionVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of one type.

    ``negated``: what it becomes when denied ("did not accept": refusal); "keep" leaves the type with negated polarity,
    "drop" makes nothing of it. ``to``: adpositions of the one addressed; ``object_is_to``: so is the object.
    ``content``: adpositions of the content. ``needs``: what must stand beside the verb. ``objects``, ``not_objects``:
    heads of the object that it must, may not have. ``beside``: a particle, adposition or reflexive that must hang on
    it; ``not_beside``: one that may not.
    ``asking``: a subordinator in front of the content makes it a question ("asked whether"), no position.
    """

    lemmas: frozenset[str]
    type: PositionType
    negated: WhenNegated = "keep"
    to: frozenset[str] = frozenset()
    object_is_to: bool = False
    content: frozenset[str] = frozenset()
    needs: Need = "content"
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    not_beside: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()


class PositionNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Nouns of one type.

    ``verbs``: verbs that it counts under as object or passive subject, whose doer is then the one who takes the
    position; empty for the common ``light`` verbs. ``alone``: it also counts with a possessor or genitive only
    ("Moscow's demand"). ``to``: adpositions of the one addressed; ``content``: adpositions of the content.
    ``cases``: adpositions under which it hangs on a verb as an adverbial ("in support of", "con la richiesta di").
    """

    lemmas: frozenset[str]
    type: PositionType
    verbs: frozenset[str] = frozenset()
    alone: bool = True
    to: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()


class PositionPredicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Adjectives, participles and nouns said of somebody or something by a copula or a verb of calling.

    ``by_speaker``: the one who says so takes the position on the subject ("is unacceptable"); else the subject does
    ("is ready to"). ``content``: adpositions of the content; ``needs_clause``: an infinitive or clause must follow.
    """

    lemmas: frozenset[str]
    type: PositionType
    negated: WhenNegated = "keep"
    by_speaker: bool = False
    needs_content: bool = True
    content: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()


class SpeechActs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Positions without a verb of their own, in words that somebody says.

    ``saying``: verbs whose clause is what their subject says. ``necessity``: verbs and adjectives that make a demand of
    their clause ("must", "it is necessary"); ``necessity_phrases`` the same in several words. ``harm``: words that make
    a threat of a promise. ``danger``: what a warning foretells. ``unwilling``: verbs that, denied, refuse ("non
    intende"). ``calling``: verbs that give a name to their object; ``bad``: names that condemn it. ``first_person``
    readings are by UD features. ``future_objects``: no promise if the verb is one of these ("to be", "to have").
    """

    saying: frozenset[str]
    necessity: frozenset[str]
    necessity_phrases: tuple[str, ...]
    possibility: frozenset[str]
    harm: frozenset[str]
    danger: frozenset[str]
    unwilling: frozenset[str]
    calling: frozenset[str]
    bad: frozenset[str]
    states: frozenset[str]


class PositionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``light``: verbs that leave the meaning to a position's noun. ``genitive``, ``agent``: adpositions. ``questions``:
    subordinators that make a question of what is asked. ``reflexives``: pronouns. ``detached``: verbs and nouns above
    a trigger that leave nothing of it ("stop demanding", "to avoid the threat").
    """

    verbs: tuple[PositionVerb, ...]
    nouns: tuple[PositionNoun, ...]
    predicates: tuple[PositionPredicate, ...]
    speech: SpeechActs
    light: frozenset[str]
    genitive: frozenset[str]
    agent: frozenset[str]
    questions: frozenset[str]
    detached: frozenset[str]
    copulas: frozenset[str]


Entry = TypeVar("Entry", PositionVerb, PositionNoun, PositionPredicate)


@cache
def load_position_words(language: str) -> PositionWords:
    """The positions table of a language."""
    return load_table(language, "positions", PositionWords)


@cache
def position_verbs(language: str) -> dict[str, tuple[PositionVerb, ...]]:
    """The verb entries of each lemma, in the order of the table."""
    return _by_lemma(load_position_words(language).verbs)


@cache
def position_nouns(language: str) -> dict[str, tuple[PositionNoun, ...]]:
    """The noun entries of each lemma, in the order of the table."""
    return _by_lemma(load_position_words(language).nouns)


@cache
def position_predicates(language: str) -> dict[str, tuple[PositionPredicate, ...]]:
    """The predicate entries of each lemma, in the order of the table."""
    return _by_lemma(load_position_words(language).predicates)


def _by_lemma(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for lemma in sorted(entry.lemmas):
            found[lemma] = (*found.get(lemma, ()), entry)
    return found
