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
Need = Literal["nothing", "content", "clause", "verb", "other", "party", "object", "alone"]


class PositionVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of one type.

    ``negated``: what it becomes when denied ("did not accept": refusal); "keep" leaves the type with negated
    polarity, "drop" makes nothing of it. ``to``: adpositions of the one addressed; ``object_is_to``: so is the
    object. ``content``: adpositions of the content. ``needs``: what must stand beside the verb ("verb": a clause and
    no noun; "other": that, and the one who is to do it; "alone": nothing, as it answers
    what was told before). ``objects``, ``not_objects``: heads of the object that it
    must, may not have. ``beside``: a particle, adposition or reflexive that must hang on it; ``not_beside``: one that
    may not. ``finite``: it is no bare participle ("troops backed by militias"). ``wish``: its clause is not in the
    indicative ("insists that they leave", not "that they left"). ``coming``: its clause tells what is yet to be.
    ``deed``: its clause is an infinitive of what is yet to be done ("kündigte an, … zu schließen").
    ``single``: one alone does it, not several together. ``denied``: it counts only where it is denied ("does not intend
    to").
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
    finite: bool = False
    wish: bool = False
    coming: bool = False
    deed: bool = False
    single: bool = False
    denied: bool = False
    examples: tuple[str, ...] = ()


class PositionNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Nouns of one type.

    ``verbs``: verbs that it counts under as object or passive subject, whose doer is then the one who takes the
    position; empty for the common ``light`` verbs. ``alone``: it also counts with a possessor or genitive only
    ("Moscow's demand"). ``to``: adpositions of the one addressed; ``content``: adpositions of the content. ``cases``:
    adpositions under which it hangs on a verb as an adverbial ("in support of", "con la richiesta di").
    ``not_content``: heads of a content with which it is none ("request for a meeting": a contact). ``beside``: only
    with one of these adjectives ("green light").
    """

    lemmas: frozenset[str]
    type: PositionType
    verbs: frozenset[str] = frozenset()
    alone: bool = True
    to: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    cases: frozenset[str] = frozenset()
    not_content: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()


class PositionPredicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Adjectives, participles and nouns said of somebody or something by a copula or a verb of calling.

    ``by_speaker``: the one who says so takes the position on the subject ("is unacceptable"); else the subject does
    ("is ready to"). ``content``: adpositions of the content; ``needs_content``: one must follow. ``denied``: it
    counts only where it is denied ("not acceptable"); ``beside``: only with one of these words ("out of the question").
    """

    lemmas: frozenset[str]
    type: PositionType
    negated: WhenNegated = "keep"
    by_speaker: bool = False
    needs_content: bool = True
    denied: bool = False
    beside: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()


class SpeechActs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Positions without a verb of their own, in words that somebody says. First persons are read by UD features.

    ``saying``: verbs whose clause is what their subject says. ``duties``: auxiliaries that make a demand of their
    clause ("must"), ``obliging``: verbs that do ("have to"); ``needs``: verbs, adjectives and nouns that do so of their
    subject or clause ("it is necessary", "the need to"). ``idle``: no demand where a duty or a need is denied ("need
    not"). ``unbearable``: verbs that, under a denied "can", demand ("cannot be tolerated"). ``possible``: predicates
    and verbs of what may come about. ``intending``: verbs of the own will ("intend to"), ``intentions``: its
    nouns ("no intention of"). ``own_duties``: nouns that
    promise where they are the speaker's own, ``ours``: words for that ("is our duty"). ``unwilling``: verbs that,
    denied in the first person's present, refuse ("we do not accept"); ``unhesitating``: those that, denied, promise
    their complement ("will not hesitate to"); ``inaction``: words beside what, denied, threatens ("will not sit idle").
    ``depriving``: verbs that harm with an object of ``deprived`` ("suspend aid"); ``meeting``: verbs of what comes upon
    a deed, with a complement of ``reprisals`` ("will be met with force"). ``harm``: words that make a threat of a
    promise, ``mending``: those that undo it ("end the war"). ``danger``: what a warning foretells, ``weighing``: verbs
    of thinking of what is to be done ("will consider sanctions"), ``retribution``:
    what of it the speaker himself will see to ("there will be consequences"), unless it is one of the ``calamities``
    that nobody sees to ("catastrophic", "for the region"), ``having``: verbs of whoever has some time left for
    something, ``suffering``: verbs of whoever it is
    for ("will face consequences"). ``wrongs``: deeds that accuse the one
    they are said of. ``calling``: verbs that give a name to their object; ``naming``: the adpositions of that name;
    ``bad``: names that condemn it. ``proposals``: nouns for what one may refuse by calling it unacceptable.
    ``states``: verbs whose future is no promise ("to be"). ``houses``: nouns for the
    speaker's own side where the text names nobody else ("our country", "the Community will act"). ``forced``: verbs
    below which a deed to come is one's own ("will be forced to answer"). ``continuing``: verbs that leave what is done
    to the verb below ("go on shelling"). ``using``: verbs that accuse with an object of ``misused`` ("use gas").
    ``holders``: adpositions of whose judgement it is ("for Oslo this is unacceptable"). ``amounting``: verbs that make
    a judgement of their object ("constitutes a breach"). ``firsts``: predicates of who does something ("will not be the
    first to").
    """

    saying: frozenset[str]
    duties: frozenset[str]
    obliging: frozenset[str]
    needs: frozenset[str]
    idle: frozenset[str]
    unbearable: frozenset[str]
    possible: frozenset[str]
    intending: frozenset[str]
    intentions: frozenset[str]
    own_duties: frozenset[str]
    ours: frozenset[str]
    unwilling: frozenset[str]
    unhesitating: frozenset[str]
    inaction: frozenset[str]
    depriving: frozenset[str]
    deprived: frozenset[str]
    meeting: frozenset[str]
    reprisals: frozenset[str]
    harm: frozenset[str]
    mending: frozenset[str]
    danger: frozenset[str]
    weighing: frozenset[str]
    retribution: frozenset[str]
    calamities: frozenset[str]
    having: frozenset[str]
    suffering: frozenset[str]
    wrongs: frozenset[str]
    calling: frozenset[str]
    naming: frozenset[str]
    bad: frozenset[str]
    proposals: frozenset[str]
    states: frozenset[str]
    houses: frozenset[str]
    forced: frozenset[str]
    continuing: frozenset[str]
    using: frozenset[str]
    misused: frozenset[str]
    holders: frozenset[str]
    amounting: frozenset[str]
    firsts: frozenset[str]


class PositionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All of a language.

    ``light``: verbs that leave the meaning to a position's noun. ``receiving``: those whose subject is at the other
    end ("faced criticism from"). ``infinitive``: marks of a content infinitive. ``genitive``, ``agent``: adpositions;
    ``seats``: those of the place whose government a title tells of ("Nein aus Berlin").
    ``questions``: subordinators that make a question of what is asked. ``copulas``: verbs that say a predicate of
    their subject. ``detached``: verbs and nouns above a trigger that leave nothing of it ("stop demanding", "to avoid
    the threat"). ``orders``: verbs that are no demand where they are said to the own side ("ordered the
    army to").
    ``anonymity``: what a source asks for that is no position ("asked not to be named"). ``goals``: what those addressed
    are called to, under the adposition of whom it is addressed to ("un appello alla calma"). ``selves``: pronouns
    without a person by which speakers mean themselves ("man"). ``expecting``: words of duty that also tell what is
    to be expected ("is to be held").
    """

    verbs: tuple[PositionVerb, ...]
    nouns: tuple[PositionNoun, ...]
    predicates: tuple[PositionPredicate, ...]
    speech: SpeechActs
    light: frozenset[str]
    receiving: frozenset[str]
    infinitive: frozenset[str]
    genitive: frozenset[str]
    agent: frozenset[str]
    questions: frozenset[str]
    detached: frozenset[str]
    orders: frozenset[str]
    copulas: frozenset[str]
    seats: frozenset[str] = frozenset()
    anonymity: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    selves: frozenset[str] = frozenset()
    expecting: frozenset[str] = frozenset()


_AHEAD: frozenset[PositionType] = frozenset(("demand", "request", "precondition", "promise", "offer", "threat"))

Entry = TypeVar("Entry", PositionVerb, PositionNoun, PositionPredicate)


@cache
def load_position_words(language: str) -> PositionWords:
    """The positions table of a language."""
    return load_table(language, "positions", PositionWords)


@cache
def verbs_ahead(language: str) -> frozenset[str]:
    """Lemmas of verbs whose infinitive is yet to be done, as it is asked for, offered, promised or threatened."""
    return frozenset(
        lemma for verb in load_position_words(language).verbs if verb.type in _AHEAD for lemma in verb.lemmas
    )


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
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        for lemma in sorted(entry.lemmas):
            found.setdefault(lemma, []).append(entry)
    return {lemma: tuple(listed) for lemma, listed in found.items()}
