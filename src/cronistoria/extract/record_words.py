"""The words of positions, events and contacts as CAMEO codes: one lexicon for records and for coding.

A word and what hangs on it come in; the code of the first entry that fits goes out, with the name of its rule.
"""

from functools import cache

from cronistoria.languages.contacts import load_contact_words
from cronistoria.languages.events import event_nouns, event_verbs
from cronistoria.languages.positions import load_position_words
from cronistoria.model.record import Plover, PositionType
from cronistoria.model.sentence import Token
from cronistoria.reference.plover import cameo_of

POSITIONS: dict[PositionType, str] = {
    "demand": "100", "request": "100", "precondition": "100", "offer": "030", "promise": "030", "acceptance": "030",
    "support": "051", "threat": "130", "warning": "130", "refusal": "120", "denial": "120", "accusation": "112",
    "condemnation": "111", "objection": "111",
}  # fmt: skip
HOSTILE = ("14", "15", "16", "17", "18", "19", "20")
MOVES = frozenset({"visit", "letter", "message"})
CHANNELS = {"call": "041", "video_call": "041", "visit": "042"}


def word_code(language: str, token: Token, reach: frozenset[str]) -> tuple[str, str] | None:
    """The CAMEO code of a word that makes records, and the rule; ``reach``: the words that hang on it."""
    lemma = token.lemma.lower()
    for entry in (*event_verbs(language).get(lemma, ()),) if token.upos == "VERB" else ():
        needed = (words for words in (entry.objects, entry.subjects) if words)
        if all(reach & words for words in needed) and not reach & entry.not_objects:
            code = cameo_of(Plover(entry.event, entry.mode, entry.context))
            return (code, f"event.{entry.event.lower()}.{lemma}") if code else None
    for noun in (*event_nouns(language).get(lemma, ()),) if token.upos in ("NOUN", "PROPN") else ():
        if not (noun.needs and not reach & noun.needs):
            code = cameo_of(Plover(noun.event, noun.mode, noun.context))
            return (code, f"event.{noun.event.lower()}.{lemma}") if code else None
    position = _positions(language).get((lemma, token.upos == "VERB"))
    if position is not None:
        return POSITIONS[position], f"position.{position}.{lemma}"
    channel = _contacts(language).get((lemma, token.upos == "VERB"))
    return (CHANNELS.get(channel, "040"), f"contact.{channel}.{lemma}") if channel is not None else None


@cache
def _positions(language: str) -> dict[tuple[str, bool], PositionType]:
    """The type of the first entry of each word, verbs and others apart."""
    words = load_position_words(language)
    found: dict[tuple[str, bool], PositionType] = {}
    for verb in words.verbs:
        if not (verb.beside or verb.objects or verb.denied):
            found = {**dict.fromkeys(((lemma, True) for lemma in verb.lemmas), verb.type), **found}
    for noun in words.nouns:
        found = {**dict.fromkeys(((lemma, False) for lemma in noun.lemmas), noun.type), **found}
    for predicate in words.predicates:
        found = {**dict.fromkeys(((lemma, False) for lemma in predicate.lemmas), predicate.type), **found}
    return found


@cache
def _contacts(language: str) -> dict[tuple[str, bool], str]:
    """The channel of the first entry of each word; verbs that need more than a partner are left out."""
    words = load_contact_words(language)
    found: dict[tuple[str, bool], str] = {}
    for verb in words.verbs:
        other = verb.object in ("document", "envoy") or verb.needs_means or verb.persons_only
        if not other and verb.channel not in MOVES:
            found = {**dict.fromkeys(((lemma, True) for lemma in verb.lemmas), str(verb.channel)), **found}
    for noun in words.nouns:
        found = {**dict.fromkeys(((lemma, False) for lemma in noun.lemmas), str(noun.channel)), **found}
    return found
